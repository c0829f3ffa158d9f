using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Tests.Cases;

/// <summary>One case, with the test in the parts of everyone who works on it.</summary>
internal sealed class CaseOnItsWay
{
    public static readonly GrainId Self = new(Grain.Case, 0);
    public static readonly GrainId Incident = new(Grain.Incident, 5);
    private const ushort Finder = 1;

    private CaseOnItsWay(Town town) => Grains = new OneGrain(town, Self, begins: false);

    public OneGrain Grains { get; }

    public CaseState State => Grains.Model.Cases.Find(0)!;

    /// <summary>Its state in the loop, by name; "gone" when the grain is over.</summary>
    public string At => Grains.Model.Cases.Find(0) is { } state ? Loop.Workflow.States[state.Facts.State].Id : "gone";

    public bool IsThere { get; set; } = true;

    /// <summary>Reported by a resident.</summary>
    public static CaseOnItsWay Called(Town town, int what = Rules.BurstMain, GrainId? incident = null) =>
        Opened(town, what, incident ?? Incident, seen: false);

    /// <summary>Seen by an officer.</summary>
    public static CaseOnItsWay Seen(Town town, int what = Rules.BurstMain) => Opened(town, what, Incident, seen: true);

    /// <summary>Those asked last do their work, and an officer sees whether it is there.</summary>
    public CaseOnItsWay WorkDone()
    {
        var ticket = State.Facts.Ticket;
        if (State.Facts.Worker.Kind == Grain.Desk)
        {
            Grains.When(new JobDone(ticket, (int)State.Facts.Worker.Number));
        }
        else
        {
            Grains.When(new TaskDone(ticket, 0));
            if (Grains.Sends<Inspect>().Length == 1)
            {
                Grains.When(new Found(ticket, IsThere ? 1 : 0));
            }
        }

        return this;
    }

    /// <summary>Everybody works until the case is in that state.</summary>
    public CaseOnItsWay Until(string id)
    {
        for (var steps = 0; At != id; steps++)
        {
            WorkDone();
            steps.ShouldBeLessThan(20, $"on the way to '{id}' the case is in '{At}'");
        }

        return this;
    }

    /// <summary>A person at the controls, whose host calls it 7.</summary>
    public CaseOnItsWay Act(
        string? role, CaseAction action, long moves = -1, ushort department = Domain.Cases.Act.SameDepartment, GrainId into = default)
    {
        Grains.When(new Act(7, moves, role is null ? -1 : Loop.Role(role), action, 0, department, into));
        return this;
    }

    private static CaseOnItsWay Opened(Town town, int what, GrainId incident, bool seen)
    {
        var opened = new CaseOnItsWay(town);
        var at = new Spot(50, -50);
        opened.Grains.When(seen
            ? new CaseOpens(incident, 77, at, Finder, 0, (ushort)what, Channel.Patrol, 1)
            : new CaseOpens(incident, 77, at, ushort.MaxValue, 0, (ushort)what, Channel.Hotline, 0));
        return opened;
    }
}
