using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Silo.Tests.Views;

public class WorldViewsTests
{
    [Fact]
    public void The_list_of_open_cases_is_the_open_cases_of_the_world()
    {
        var twin = new FollowedWorld().RunTo(15);
        var states = twin.Plan.Workflow.Workflow.States;
        var open = twin.World.Model.Cases.InOrder.Where(pair => !states[pair.State.Facts.State].IsFinal).ToArray();
        var rows = twin.Views.Cases(new CaseQuery(Sort: "opened", Take: 500), twin.World.Now);
        rows.Total.ShouldBe(open.Length);
        rows.Items.Length.ShouldBeGreaterThan(3);
        foreach (var (number, state) in open)
        {
            var row = rows.Items.Single(each => each.Number == number);
            row.State.ShouldBe(states[state.Facts.State].Id);
            row.Version.ShouldBe(state.Facts.Moves);
            row.Reports.ShouldBe(state.Facts.Reports);
            row.Urged.ShouldBe(state.Facts.Urged == 1);
            row.OpenedMs.ShouldBe(state.Facts.Opened.Milliseconds);
        }
    }

    [Fact]
    public void A_case_tells_its_clocks_its_history_and_what_each_role_may_do()
    {
        var twin = new FollowedWorld().RunTo(10);
        var row = twin.Views.Cases(new CaseQuery(Stage: "handling"), twin.World.Now).Items[0];
        var view = twin.Views.Case(twin.World.Model, twin.World.Now, row.Number)!;
        var state = twin.World.Model.Cases.Find(row.Number)!;
        view.WholeClock!.CountedMs.ShouldBe(state.WholeClock.Counted(twin.World.Now, twin.Plan.Calendar).Milliseconds);
        view.WholeClock.Intervals.Sum(interval => interval.ToMs - interval.FromMs).ShouldBe(view.WholeClock.CountedMs);
        view.History.Count(line => line.What == "moved").ShouldBe(row.Version);
        string.Concat(view.CodeParts.Select(part => part.Digits)).ShouldBe(row.Code);
        view.Actions.ShouldContain(action => action.Allowed);
        view.Actions.Where(action => !action.Allowed).ShouldAllBe(action => action.WhyNot != null && action.WhyNot.Zh.Length > 0);
    }

    [Theory]
    [InlineData("stage", "filing")]
    [InlineData("urgency", "overdue")]
    [InlineData("cell", null)]
    [InlineData("text", null)]
    public void A_filter_lets_through_what_fits_and_nothing_else(string field, string? value)
    {
        var twin = new FollowedWorld().RunTo(17);
        var all = twin.Views.Cases(new CaseQuery(Open: null, Take: 500), twin.World.Now).Items;
        value ??= field == "cell" ? all[0].Cell : all[0].KindName.En[..5];
        Func<CaseRow, bool> fits = field switch
        {
            "stage" => row => row.Stage == value,
            "urgency" => row => row.Urgency == value,
            "cell" => row => row.Cell == value,
            _ => row => new[] { row.KindName.En, row.Address, row.Kind, row.Code, row.Cell, row.KindName.Zh }.Any(text => text.Contains(value, StringComparison.OrdinalIgnoreCase)),
        };
        var query = field switch
        {
            "stage" => new CaseQuery(Stage: value),
            "urgency" => new CaseQuery(Urgency: value),
            "cell" => new CaseQuery(Cell: value),
            _ => new CaseQuery(Text: value),
        };
        var found = twin.Views.Cases(query with { Open = null, Take = 500 }, twin.World.Now).Items;
        found.Select(row => row.Number).Order().ShouldBe(all.Where(fits).Select(row => row.Number).Order());
    }

    [Fact]
    public void Codes_of_cases_are_those_the_command_line_writes()
    {
        var twin = new FollowedWorld().RunTo(24);
        var rows = twin.Views.Cases(new CaseQuery(Open: null, Sort: "code", Take: 500), twin.World.Now).Items;
        rows.Select(row => row.Number).ShouldBe(rows.Select(row => row.Number).Order());
        rows[0].Code.ShouldBe("3702822025060900001");
        rows.Select(row => row.Code).Distinct().Count().ShouldBe(rows.Length);
    }

    [Fact]
    public void Indicators_of_the_day_are_the_ledgers_and_their_course_has_a_point_every_ten_minutes()
    {
        var twin = new FollowedWorld();
        var ledger = new Ledger(twin.Plan);
        twin.World.Listen(ledger);
        twin.RunTo(16);
        var view = twin.Views.Indicators(twin.World.Model, twin.World.Now);
        ledger.CloseBooks(twin.World.Now, twin.World.Model.Cases);
        foreach (var indicator in IndicatorTable.Of(ledger.All))
        {
            view.Today.Single(each => each.Id == indicator.Id).Value.ShouldBe(indicator.Value, indicator.Id);
            view.SinceStart.Single(each => each.Id == indicator.Id).Value.ShouldBe(indicator.Value, indicator.Id);
        }

        var reports = view.Today.Single(each => each.Id == "reports");
        reports.Course.Length.ShouldBe(16 * 6);
        reports.Course[^1].ShouldBe(reports.Value);
        view.Today.Single(each => each.Id == "backlog").Course[^1].ShouldBe(ledger.All.Backlog);
    }

    [Fact]
    public void A_new_day_counts_from_nothing_while_the_whole_goes_on()
    {
        var twin = new FollowedWorld().RunTo(24);
        var view = twin.Views.Indicators(twin.World.Model, twin.World.Now);
        view.SinceMs.ShouldBe(Duration.Days(1).Milliseconds);
        view.Today.Single(each => each.Id == "reports").Value.ShouldBe(0);
        view.SinceStart.Single(each => each.Id == "reports").Value!.Value.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void An_overdue_case_is_an_alarm_until_it_ends()
    {
        var twin = new FollowedWorld().RunTo(20);
        var overdue = twin.Views.Cases(new CaseQuery(Urgency: "overdue", Take: 500), twin.World.Now).Items.Select(row => $"{row.Number}").ToHashSet();
        var alarms = twin.Views.Alarms(twin.World.Now).Where(alarm => alarm.What == "case-overdue").Select(alarm => alarm.Id).ToHashSet();
        alarms.ShouldBe(overdue, ignoreOrder: true);
        twin.Views.Alarms(twin.World.Now).Select(alarm => alarm.Severity).ShouldBeInOrder();
    }

    [Fact]
    public void An_officers_line_says_where_he_is_and_what_he_has_in_hand()
    {
        var twin = new FollowedWorld().RunTo(10.5);
        var rows = twin.Views.Officers(twin.World.Model, twin.World.Now);
        rows.Length.ShouldBe(60);
        rows.ShouldContain(row => row.Doing == "patrolling");
        foreach (var row in rows.Where(row => row.Case is not null))
        {
            var view = twin.Views.Officer(twin.World.Model, twin.World.Now, row.Index)!;
            view.Tasks.Single(task => task.InHand).Case.ShouldBe(row.Case!.Value);
            twin.Views.Case(twin.World.Model, twin.World.Now, row.Case.Value)!.Worker.ShouldBe(row.Name);
        }
    }

    [Fact]
    public void What_is_not_there_is_null()
    {
        var twin = new FollowedWorld().RunTo(1);
        twin.Views.Case(twin.World.Model, twin.World.Now, 99_999).ShouldBeNull();
        twin.Views.Cell(twin.World.Model, twin.World.Now, "370282999999999").ShouldBeNull();
        twin.Views.Building(twin.World.Model, twin.World.Now, -1).ShouldBeNull();
        twin.Views.Device(twin.World.Model, "x").ShouldBeNull();
        twin.Views.Officer(twin.World.Model, twin.World.Now, 60).ShouldBeNull();
        twin.Views.Caller(99_999).ShouldBeNull();
    }

    [Fact]
    public void An_operators_refused_act_stands_in_the_cases_history()
    {
        var twin = new FollowedWorld().RunTo(10);
        var row = twin.Views.Cases(new CaseQuery(Stage: "handling"), twin.World.Now).Items[0];
        twin.World.Post(new(8, row.Number), new Act(1, -1, 0, CaseAction.Close, 0, Act.SameDepartment, default), twin.World.Now);
        twin.RunTo(10.1);
        twin.Views.Case(twin.World.Model, twin.World.Now, row.Number)!.History.ShouldContain(line => line.What == "refused");
    }

    [Fact]
    public void Every_event_of_a_day_can_be_said_in_words()
    {
        var twin = new FollowedWorld();
        var teller = new Teller(twin);
        twin.World.Listen(teller);
        twin.RunTo(24);
        teller.Told.ShouldBe(twin.World.EventCount);
    }

    private sealed class Teller(FollowedWorld twin) : IEventListener
    {
        public long Told { get; private set; }

        public void On(in Engine.Grains.Event e) => Told += twin.Views.Event(e).Event.Length > 0 ? 1 : 0;
    }
}
