using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Exercises;

/// <summary>
/// A street of eight cells with one officer in which an exercise is played from 09:00 to 12:00: nobody works at the acceptors' and dispatchers' desks
/// but the test. Minutes are counted from StartEx.
/// </summary>
internal sealed class PlayedTown : IEventListener
{
    public static readonly Instant StartEx = new(9 * 3_600_000);
    private readonly ExercisePlan _plan;
    private readonly List<InjectPlan> _injects = [];
    private readonly List<ExpectedAction> _expected = [];
    private long _references = 100;

    private PlayedTown(Action<PlayedTown> script)
    {
        script(this);
        _plan = new ExercisePlan(StartEx, StartEx + Duration.Hours(3), [.. _injects], [.. _expected], 2);
        Book = new ExerciseBook(_plan);
        World = new Town(8, 1).Officer([0, 1]).People(Town.Acceptors, 0).People(Town.Dispatchers, 0).Change(plan => plan with { Exercise = _plan }).World(3);
        World.Listen(Heard);
        World.Listen(this);
    }

    public World<DistrictModel> World { get; }

    public ExerciseBook Book { get; }

    public Heard Heard { get; } = new();

    public static PlayedTown Of(Action<PlayedTown> script) => new(script);

    public int Inject(InjectTrigger trigger = InjectTrigger.AtTime, int watched = -1, double afterMinutes = 10, params InjectedIncident[] brings)
    {
        _injects.Add(new InjectPlan(_injects.Count, trigger, watched, Minutes(afterMinutes), brings));
        return _injects.Count - 1;
    }

    public int Expect(int inject, CaseAction action, string? role, double withinMinutes = 60, int department = -1)
    {
        _expected.Add(new ExpectedAction(_expected.Count, inject, Deed.Act, action, role is null ? -1 : Loop.Role(role), department, -1, -1, Minutes(withinMinutes)));
        return _expected.Count - 1;
    }

    public int Expect(int inject, Deed deed, double withinMinutes = 60, int kind = -1, int cell = -1)
    {
        _expected.Add(new ExpectedAction(_expected.Count, inject, deed, default, -1, -1, kind, cell, Minutes(withinMinutes)));
        return _expected.Count - 1;
    }

    public static InjectedIncident Burst(int cell = 6, Channel? channel = Channel.App, bool imagined = false) =>
        new(Rules.BurstMain, cell, new Place((cell * 100) + 50, -50), channel, imagined);

    public PlayedTown At(double minutes)
    {
        World.RunUntil(StartEx + Minutes(minutes));
        return this;
    }

    public long CaseOf(int inject) => Book.CasesOf(inject).First();

    /// <summary>Somebody acts on a case; answers his reference.</summary>
    public long Act(long about, CaseAction action, string role, int department = Domain.Cases.Act.SameDepartment, long into = -1) => Give(
        new GrainId(Grain.Case, about),
        reference => Body.Of(new Act(
            reference, -1, Loop.Role(role), action, 0, (ushort)department, into < 0 ? GrainId.None : new GrainId(Grain.Case, into))));

    public long Report(int kind, int cell) => Give(Grain.SceneOf(cell), reference => Body.Of(
        new LoggedIncident(IncidentKey.OfInput(reference), new Spot((cell * 100) + 50, -50), kind, (int)Channel.Centre)));

    public long SendToCase(long about, int officer) => Give(new GrainId(Grain.Case, about), reference => Body.Of(new SendOfficer(reference, -1, officer)));

    public long SendToCell(int cell, int officer) => Give(Grain.OfficerOf(officer), reference => Body.Of(new VisitCell(reference, cell)));

    /// <summary>A controller orders something; null when it was done, else why not.</summary>
    public OrderRefusal? Order<T>(Func<long, T> order)
        where T : unmanaged, IMessage
    {
        var reference = Give(Grain.TheExercise, given => Body.Of(order(given)));
        var refused = Heard.Of<OrderRefused>().Where(one => one.Reference == reference).ToArray();
        (Heard.Of<OrderObeyed>().Count(one => one.Reference == reference) + refused.Length).ShouldBe(1, "every order is answered once");
        return refused.Length == 0 ? null : refused[0].Why;
    }

    public void On(in Event e) => Book.On(e);

    private long Give(GrainId to, Func<long, Body> message)
    {
        var reference = _references++;
        World.Post(to, message(reference), World.Now, Input.Priority);
        World.RunUntil(World.Now + new Duration(1));
        return reference;
    }

    private static Duration Minutes(double minutes) => new((long)(minutes * 60_000));
}
