using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Worlds;

/// <summary>What people at the controls bring about in a whole district: a street of eight cells, everything reported by hand.</summary>
public class SteeringTests
{
    private readonly Heard _heard = new();

    [Fact]
    public void An_urged_case_overtakes_those_that_came_to_the_desk_before_it()
    {
        var world = World(Street().People(Town.FirstDepartment, 1));
        Report(world, Rules.Rubbish, cells: [0, 3, 6]);
        world.RunUntil(At(1));
        var desk = world.Model.Desks[Town.FirstDepartment];
        desk.Line.Count.ShouldBe(2);
        var last = desk.Line.Jobs.ToArray().MaxBy(job => job.Arrival).Item;
        Post(world, last, Order(CaseAction.Urge, "leader"));
        Following(world, Grain.DeskOf(Town.FirstDepartment), JobStarted.Kind).As<JobStarted>().Item.ShouldBe(last);
    }

    [Fact]
    public void A_case_dispatched_elsewhere_frees_who_worked_on_it_for_the_next_at_that_moment()
    {
        var world = World(Street().People(Town.FirstDepartment, 1));
        Report(world, Rules.Rubbish, cells: [0, 3]);
        world.RunUntil(At(1));
        var served = world.Model.Desks[Town.FirstDepartment].InService.Keys.Single().Item;
        Post(world, served, Order(CaseAction.Transfer, "department") with { Department = 1 });
        world.Model.Desks[Town.FirstDepartment].InService.Keys.Single().Item.ShouldNotBe(served);
        world.Model.Desks[Town.SecondDepartment].InService.Keys.Single().Item.ShouldBe(served);
        world.RunUntil(At(24));
        _heard.Of<CaseEnded>().Count().ShouldBe(2);
    }

    [Fact]
    public void The_officer_sent_does_the_work_instead_of_who_had_it_and_one_off_duty_is_not_sent()
    {
        var world = World(Street().Officer([7]).Officer([7], Rules.Hours(12, 20)));
        Report(world, Rules.Rubbish, cells: [0]);
        var (number, _) = world.Model.Cases.InOrder.Single();
        var about = new GrainId(Grain.Case, number);
        world.Model.Officers[0].Facts.Task.Case.ShouldBe(about);
        Post(world, about, new SendOfficer(1, 0, 2));
        _heard.Of<SendRefused>().Single().ShouldBe(new SendRefused(1, 2, SendRefusal.OffDuty));
        Post(world, about, new SendOfficer(2, 0, 1));
        _heard.Of<OfficerSent>().Single().ShouldBe(new OfficerSent(2, about, 1));
        world.Model.Officers[1].Facts.Task.Case.ShouldBe(about);
        world.Model.Officers[0].Facts.Task.Case.IsNone.ShouldBeTrue();
        world.RunUntil(At(1));
        _heard.Events.First(e => e.Body.Kind == TaskFinished.Kind).Source.ShouldBe(Grain.OfficerOf(1));
        _heard.Of<TaskBrokenOff>().Count().ShouldBe(1);
    }

    [Fact]
    public void What_was_merged_by_hand_is_put_right_with_the_case_it_joined()
    {
        var world = World(Street());
        Report(world, Rules.Rubbish, cells: [0, 3]);
        world.RunUntil(At(0.3));
        GrainId[] cases = [.. world.Model.Cases.InOrder.Select(each => new GrainId(Grain.Case, each.Number))];
        world.Model.Cases.Find(cases[0].Number)!.Facts.State.ShouldBe(Loop.State("handling"));
        Report(world, Rules.BurstMain, cells: [6]);
        var late = new GrainId(Grain.Case, world.Model.Cases.InOrder.Last().Number);
        Post(world, late, Order(CaseAction.Confirm, "officer"));
        Post(world, late, Order(CaseAction.Merge, "acceptor") with { Into = cases[0] });
        _heard.Events.Single(e => e.Body.Kind == CaseMergedInto.Kind).Source.ShouldBe(late);
        world.Model.Cases.Find(late.Number).ShouldBeNull();
        world.Model.Cases.Find(cases[0].Number)!.Facts.Reports.ShouldBe(2);
        world.RunUntil(At(24));
        _heard.Of<IncidentEnded>().Count(ended => ended.WasPutRight == 1).ShouldBe(3);
        _heard.Of<CaseEnded>().Count().ShouldBe(3);
    }

    [Fact]
    public void Sent_to_a_cell_of_nobodys_beat_an_officer_finds_what_is_there()
    {
        var world = World(Street(patrols: true).EveryKind(kind => kind with { SeenByPatrol = 1 })
            .Change(plan => plan with { Script = [new Plans.ScriptedIncident(At(0.5), Rules.Rubbish, 6, new Place(650, -50), 1)] }));
        world.RunUntil(At(3));
        _heard.Of<IncidentDiscovered>().ShouldBeEmpty();
        Post(world, Grain.OfficerOf(0), new VisitCell(1, 6));
        world.RunUntil(At(4));
        _heard.Of<IncidentDiscovered>().Single().Cell.ShouldBe(6);
        _heard.Of<ReportAccepted>().Single().Channel.ShouldBe((long)Channel.Patrol);
    }

    private static Town Street(bool patrols = false) => new Town(8, 1).Officer([0, 1], patrols: patrols);

    private static Act Order(CaseAction action, string role) => new(1, -1, Loop.Role(role), action, 0, Act.SameDepartment, GrainId.None);

    private World<DistrictModel> World(Town town)
    {
        var world = town.World(3);
        world.Listen(_heard);
        world.RunUntil(At(0.01));
        return world;
    }

    private static void Report(World<DistrictModel> world, int what, int[] cells)
    {
        foreach (var cell in cells)
        {
            var key = IncidentKey.OfInput(world.EventCount + cell);
            Post(world, Grain.SceneOf(cell), new LoggedIncident(key, new Spot((cell * 100) + 50, -50), what, (int)Channel.Hotline));
        }
    }

    private static void Post<T>(World<DistrictModel> world, GrainId to, T message)
        where T : unmanaged, IMessage
    {
        world.Post(to, message, world.Now);
        world.RunUntil(world.Now + new Duration(1));
    }

    private Body Following(World<DistrictModel> world, GrainId source, ushort kind)
    {
        var heard = _heard.Events.Count;
        world.RunUntil(world.Now + Duration.Hours(6));
        return _heard.Events.Skip(heard).First(e => e.Source == source && e.Body.Kind == kind).Body;
    }

    private static Instant At(double hours) => new((long)(hours * Rules.HourMs));
}
