using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Desks;

public class DeskGrainTests
{
    private static readonly GrainId Caller = new(Grain.Incident, 1);

    [Fact]
    public void A_job_is_begun_at_once_when_someone_is_free()
    {
        var desk = Desk(people: 1).When(Job(1, workMinutes: 4));
        desk.Says<JobStarted>().Single().Waited.ShouldBe(Duration.Zero);
        desk.SendsTo<ServiceEnds>().Single().AfterMinutes.ShouldBe(4);
    }

    [Fact]
    public void The_most_urgent_goes_next_and_among_equals_the_first_come()
    {
        var desk = Desk(people: 1).When(Job(1)).When(Job(2)).When(Job(3, priority: 1)).When(Job(4, priority: 1)).When(Job(5));
        int[] order = [1, 3, 4, 2, 5];
        for (var served = 0; served < order.Length - 1; served++)
        {
            desk.Minutes += 4;
            desk.When(new ServiceEnds(Caller, Duration.Minutes(4), order[served], JobArrives.Tell));
            desk.Sends<JobDone>().Single().Ticket.ShouldBe(order[served]);
            desk.Sends<ServiceEnds>().Single().Ticket.ShouldBe(order[served + 1]);
        }

        desk.Says<JobStarted>().Single().Waited.ShouldBe(Duration.Minutes(16));
    }

    [Fact]
    public void A_full_desk_refuses_and_says_so()
    {
        var desk = Desk(people: 1, capacity: 2).When(Job(1)).When(Job(2)).When(Job(3));
        desk.Says<JobLeft>().Single().Why.ShouldBe(0);
        desk.Sends<JobLost>().Single().Ticket.ShouldBe(3);
        desk.Model.Desks[0].Line.Count.ShouldBe(1);
    }

    [Fact]
    public void A_desk_holds_no_more_than_its_capacity_however_many_people_it_has() =>
        Desk(people: 5, capacity: 2).When(Job(1)).When(Job(2)).When(Job(3)).Sends<JobLost>().Length.ShouldBe(1);

    [Fact]
    public void A_caller_out_of_patience_leaves_and_is_told()
    {
        var desk = Desk(people: 1).When(Job(1)).When(Job(2, patienceMinutes: 3));
        desk.SendsTo<LosesPatience>().Single().AfterMinutes.ShouldBe(3);
        desk.Minutes = 3;
        desk.When(new LosesPatience(1));
        desk.Says<JobLeft>().Single().ShouldBe(new JobLeft(Caller, Duration.Minutes(3), 1));
        desk.Sends<JobLost>().Single().Ticket.ShouldBe(2);
        desk.Model.Desks[0].Line.Count.ShouldBe(0);
    }

    [Fact]
    public void Whoever_is_served_loses_no_patience() =>
        Desk(people: 1).When(Job(1, patienceMinutes: 3)).When(new LosesPatience(0)).Effects.ShouldBe(0);

    [Fact]
    public void A_withdrawn_job_leaves_the_line_and_one_already_begun_is_finished()
    {
        var desk = Desk(people: 1).When(Job(1)).When(Job(2)).When(new JobWithdrawn(Caller, 2));
        desk.Says<JobLeft>().Single().Why.ShouldBe(2);
        desk.Sends<JobLost>().ShouldBeEmpty();
        desk.When(new JobWithdrawn(Caller, 1)).Effects.ShouldBe(0);
        desk.Model.Desks[0].Busy.ShouldBe(1);
    }

    [Fact]
    public void Work_that_stops_leaves_the_line_or_is_broken_off_and_the_person_takes_the_next()
    {
        var desk = Desk(people: 1).When(CaseJob(1)).When(CaseJob(2)).When(CaseJob(3));
        desk.Minutes = 1;
        desk.When(new WorkStops(Case, 2)).Says<JobLeft>().Single().ShouldBe(new JobLeft(Case, Duration.Minutes(1), 2));
        desk.Minutes = 3;
        desk.When(new WorkStops(Case, 1)).Says<JobBrokenOff>().Single().ShouldBe(new JobBrokenOff(Case, Duration.Minutes(3)));
        desk.Says<JobStarted>().Single().Waited.ShouldBe(Duration.Minutes(3));
        desk.Model.Desks[0].Busy.ShouldBe(1);
        desk.Minutes = 4;
        desk.When(new ServiceEnds(Case, Duration.Minutes(4), 1, JobArrives.Tell)).Effects.ShouldBe(0, "the end of what was broken off");
        desk.Minutes = 7;
        desk.When(new ServiceEnds(Case, Duration.Minutes(4), 3, JobArrives.Tell)).Sends<JobDone>().Single().Ticket.ShouldBe(3);
        desk.When(new WorkStops(Case, 3)).Effects.ShouldBe(0, "it was done already");
        (desk.Model.Desks[0].Busy, desk.Model.Desks[0].BrokenOff.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Who_hurries_goes_before_the_others_and_keeps_the_time_he_has_waited()
    {
        var desk = Desk(people: 1).When(CaseJob(1)).When(CaseJob(2)).When(CaseJob(3)).When(new JobHurries(Case, 3, 0));
        desk.When(new JobHurries(Case, 3, 4)).When(new JobHurries(Case, 1, 0)).Effects.ShouldBe(0);
        desk.Minutes = 4;
        desk.When(new ServiceEnds(Case, Duration.Minutes(4), 1, JobArrives.Tell)).Sends<ServiceEnds>().Single().Ticket.ShouldBe(3);
        desk.Says<JobStarted>().Single().ShouldBe(new JobStarted(Case, Duration.Minutes(4), 0));
    }

    [Fact]
    public void Nobody_is_answered_who_wants_no_answer() =>
        Desk(people: 1).When(new ServiceEnds(Caller, Duration.Minutes(1), 1, JobArrives.Silent)).Sends<JobDone>().ShouldBeEmpty();

    [Fact]
    public void Who_is_at_work_when_the_shift_ends_finishes_and_the_line_waits_for_the_morning()
    {
        var desk = Desk(Rules.Hours(8, 18));
        desk.Minutes = (17 * 60) + 59;
        desk.When(new RosterChanges()).When(Job(1)).When(Job(2));
        desk.Minutes = 18 * 60;
        desk.When(new RosterChanges()).Says<DutyChanged>().Single().People.ShouldBe(0);
        desk.SendsTo<RosterChanges>().Single().AfterMinutes.ShouldBe(14 * 60);
        desk.When(new ServiceEnds(Caller, Duration.Minutes(4), 1, JobArrives.Tell)).Says<JobStarted>().ShouldBeEmpty();
        desk.Minutes = 32 * 60;
        desk.When(new RosterChanges()).Says<JobStarted>().Single().Waited.ShouldBe(Duration.Minutes((14 * 60) + 1));
    }

    [Fact]
    public void A_caller_whose_patience_is_drawn_as_nothing_does_not_wait_for_ever()
    {
        var chance = Engine.Chance.ChanceStream.For(1, 1, 1);
        JobArrives.PatienceOf(Engine.Chance.Distribution.Constant(0), ref chance).ShouldBe(new Duration(1));
        JobArrives.PatienceOf(null, ref chance).ShouldBe(Duration.Zero);
    }

    private static readonly GrainId Case = new(Grain.Case, 1);

    private static JobArrives CaseJob(int ticket) => Job(ticket) with { Item = Case };

    private static OneGrain Desk(int people, int capacity = 0) => Desk(Rules.AllDay(people), capacity);

    private static OneGrain Desk(Shift[] shifts, int capacity = 0) => new(
        new Town(1, 1).ChangeDesk(0, desk => desk with { Shifts = shifts, Capacity = capacity }), Grain.DeskOf(0));

    private static JobArrives Job(int ticket, double workMinutes = 4, double patienceMinutes = 0, short priority = JobArrives.OrdinaryPriority) => new(
        Caller, new Duration((long)(workMinutes * 60_000)), new Duration((long)(patienceMinutes * 60_000)), ticket, priority, JobArrives.Tell);
}
