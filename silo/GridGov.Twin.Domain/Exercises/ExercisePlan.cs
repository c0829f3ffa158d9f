using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Exercises;

/// <summary>
/// An exercise 演练 as its grain plays it: from <paramref name="Begins"/> (StartEx) to <paramref name="Ends"/> (EndEx) it delivers injects and
/// watches for the expected actions; so many <paramref name="Objectives"/> can be rated. Every array is indexed by its items' <c>Index</c>. Its
/// texts stand in the drill's file.
/// </summary>
public sealed record ExercisePlan(Instant Begins, Instant Ends, InjectPlan[] Injects, ExpectedAction[] Expected, int Objectives)
{
    /// <summary>Whether a moment lies between StartEx and EndEx.</summary>
    public bool IsOn(Instant now) => now >= Begins && now < Ends;
}

/// <summary>What makes an inject due; a word in the drill's file.</summary>
public enum InjectTrigger : byte
{
    /// <summary>定时: a time after StartEx.</summary>
    AtTime,

    /// <summary>备用 contingency: an expected action has not been done in time.</summary>
    IfMissed,

    /// <summary>后续: an expected action has been done.</summary>
    OnceMet,

    /// <summary>手动: a controller alone.</summary>
    ByHand,
}

/// <summary>
/// An inject 情况注入: due <paramref name="After"/> its trigger (StartEx, or the expected action <paramref name="Watched"/>; −1: none), and what
/// then begins in the district; nothing where it is only a message to the players.
/// </summary>
public sealed record InjectPlan(int Index, InjectTrigger Trigger, int Watched, Duration After, InjectedIncident[] Incidents);

/// <summary>
/// Something that begins in a cell when its inject is delivered: reported at once by <paramref name="Channel"/>, or (null) to be found by whoever
/// passes. Of an imagined one a resident calls, but nothing is there.
/// </summary>
public sealed record InjectedIncident(int Kind, int Cell, Place Place, Channel? Channel, bool IsImagined);

/// <summary>What an expected action consists of; a word in the drill's file.</summary>
public enum Deed : byte
{
    /// <summary>A case of the inject is moved (or urged, or merged).</summary>
    Act,

    /// <summary>An officer is sent to a case of the inject.</summary>
    SendOfficer,

    /// <summary>What the inject tells of is reported, by people at the controls.</summary>
    Report,

    /// <summary>Something this program cannot see; an evaluator says whether it was done.</summary>
    Observed,
}

/// <summary>
/// An expected action 预期行动: a <paramref name="Deed"/> within a time of the delivery of its inject. Done after it, it is late.
/// </summary>
/// <param name="Index">Which one it is.</param>
/// <param name="Deed">What it consists of.</param>
/// <param name="Inject">The inject it answers.</param>
/// <param name="Action">The action, where the deed is an act.</param>
/// <param name="Role">The role at whose controls it must be done by hand; −1: whoever does it, simulated staff too.</param>
/// <param name="Department">The department the case must be with afterwards; −1: any.</param>
/// <param name="Kind">The kind that must be reported, where the deed is a report; −1: any.</param>
/// <param name="Cell">The cell it must be reported in; −1: any.</param>
/// <param name="Within">How long it may take from the delivery of its inject.</param>
public sealed record ExpectedAction(int Index, int Inject, Deed Deed, CaseAction Action, int Role, int Department, int Kind, int Cell, Duration Within);
