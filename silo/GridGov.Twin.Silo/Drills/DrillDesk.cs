using System.Globalization;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Drills;

/// <summary>
/// What the journal of a drill says: how injects, expected actions and objectives stand, who gave which input, the notes, and the event hash of the
/// batch in which EndEx lies. Read and written on the world's thread.
/// </summary>
internal sealed class DrillDesk(DrillPlan plan) : IWorldFollower
{
    /// <summary>What the audit log calls a note; its target is the text.</summary>
    public const string Noted = "note";

    private readonly Dictionary<long, CommandRecord> _commands = [];
    private readonly List<(long Input, Instant At)> _obeyed = [];
    private ulong? _hash;
    private volatile bool _isOver;

    /// <summary>The drill.</summary>
    public DrillPlan Plan => plan;

    /// <summary>How it stands.</summary>
    public ExerciseBook Book { get; } = new(plan.Exercise);

    /// <summary>Whether EndEx is in the journal; for any thread.</summary>
    public bool IsOver => _isOver;

    /// <summary>The drill as far as it has come.</summary>
    public Debrief Debrief() => Scenarios.Drills.Debrief.Of(plan, Book, ActorOf, Notes(), _hash?.ToString("x16", CultureInfo.InvariantCulture));

    public void Hear(in Event e)
    {
        Book.On(e);
        if (e.Body.Kind == OrderObeyed.Kind)
        {
            _obeyed.Add((e.Body.As<OrderObeyed>().Reference, e.At));
        }
    }

    public void Keep(Batch batch)
    {
        foreach (var command in batch.Commands)
        {
            _commands[command.FirstInput] = command;
        }

        if (Book.Ended is not null)
        {
            _hash ??= batch.EventHash;
            _isOver = true;
        }
    }

    public void Reach(in WorldClock clock)
    {
    }

    private string? ActorOf(long input) => _commands.GetValueOrDefault(input)?.Actor;

    private DebriefNote[] Notes() =>
    [
        .. from obeyed in _obeyed
           let command = _commands.GetValueOrDefault(obeyed.Input)
           where command?.Action == Noted
           select new DebriefNote(obeyed.At, command.Actor, command.Target),
    ];
}
