using System.Runtime.InteropServices;
using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Cases;

/// <summary>What a case holds besides its clocks and counts.</summary>
public struct CaseFacts
{
    /// <summary>Keys all its chance.</summary>
    public ulong Key;

    /// <summary>What staff do and how long they take.</summary>
    public ChanceStream Work;

    /// <summary>The truth behind it, or none.</summary>
    public GrainId Incident;

    /// <summary>The desk or team that works on it now, or none.</summary>
    public GrainId Worker;

    /// <summary>When it was opened.</summary>
    public Instant Opened;

    /// <summary>The act of the workflow when the stage is overdue.</summary>
    public TimerId OverdueTimer;

    /// <summary>The end of a suspension, of the rest after the end, or of the wait for a full desk.</summary>
    public TimerId WaitTimer;

    /// <summary>Where it is.</summary>
    public Spot At;

    /// <summary>Moves made so far.</summary>
    public int Moves;

    /// <summary>The number of the work asked for last; answers with another number are stale.</summary>
    public int Ticket;

    /// <summary>Its cell's index.</summary>
    public int Cell;

    /// <summary>Its filing condition's index.</summary>
    public int What;

    /// <summary>The department it is dispatched to.</summary>
    public int Department;

    /// <summary>Reports joined in it, the first included.</summary>
    public int Reports;

    /// <summary>The officer who found it, or −1.</summary>
    public int Finder;

    /// <summary>Its state in the workflow.</summary>
    public int State;

    /// <summary>1 when urged.</summary>
    public short Urged;

    /// <summary>1 when it ended after its whole-case deadline.</summary>
    public byte Late;

    /// <summary>1 when the officer who found it decided to settle it himself.</summary>
    public byte SettledByFinder;

    /// <summary>Small 0, big 1, serious 2.</summary>
    public byte Weight;

    /// <summary>The level that handled it last.</summary>
    public byte Level;

    /// <summary>What those who work on it now will do; decided when they are asked.</summary>
    public CaseAction Intended;

    /// <summary>How it was first reported.</summary>
    public Channel Channel;
}

/// <summary>The state of a case grain; pooled, so that a long run allocates nothing per case.</summary>
public sealed class CaseState : IGrainState
{
    /// <summary>All it holds but the rest here.</summary>
    public CaseFacts Facts;

    /// <summary>The clock of the present stage.</summary>
    public CaseClock StageClock { get; } = new();

    /// <summary>The clock of the whole case.</summary>
    public CaseClock WholeClock { get; } = new();

    /// <summary>The truths behind reports that were joined later, where they are not the first.</summary>
    public List<GrainId> Joined { get; } = [];

    /// <summary>How often each bounded move was made.</summary>
    public byte[] Used { get; private set; } = [];

    /// <summary>Makes the state as new for a case of a workflow with that many bounded moves.</summary>
    public void Reset(int boundedMoves)
    {
        Facts = default;
        StageClock.Reset();
        WholeClock.Reset();
        Joined.Clear();
        if (Used.Length != boundedMoves)
        {
            Used = new byte[boundedMoves];
        }

        Used.AsSpan().Clear();
    }

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Value(Facts);
        StageClock.Write(writer);
        WholeClock.Write(writer);
        writer.Row<GrainId>(CollectionsMarshal.AsSpan(Joined));
        writer.Row<byte>(Used);
    }

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader)
    {
        Facts = reader.Value<CaseFacts>();
        StageClock.Read(reader);
        WholeClock.Read(reader);
        Joined.Clear();
        Joined.AddRange(reader.Row<GrainId>());
        Used = reader.Row<byte>();
    }
}
