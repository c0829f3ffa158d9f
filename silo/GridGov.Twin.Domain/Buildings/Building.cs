using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;

namespace GridGov.Twin.Domain.Buildings;

/// <summary>To a building: an incident of that filing condition began in or at it.</summary>
public readonly record struct TroubleBegins(long What) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 301;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a building: such an incident is over.</summary>
public readonly record struct TroubleEnds(long What) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 302;

    static ushort IBody.Kind => Kind;
}

/// <summary>A utility of a building failed (1) or came back (0).</summary>
public readonly record struct UtilityChanged(int Utility, int Failed) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 3001;

    static ushort IBody.Kind => Kind;
}

/// <summary>What runs into a building and can fail.</summary>
public enum Utility : byte
{
    /// <summary>供水.</summary>
    Water,

    /// <summary>供电.</summary>
    Power,

    /// <summary>供气.</summary>
    Gas,

    /// <summary>供热.</summary>
    Heat,
}

/// <summary>What is the matter in one building now. Untouched buildings have no state at all.</summary>
public sealed class BuildingState : IGrainState
{
    private readonly int[] _failures = new int[4];

    /// <summary>Incidents in or at the building now.</summary>
    public int Troubles { get; private set; }

    /// <summary>Whether a utility is out.</summary>
    public bool HasFailed(Utility utility) => _failures[(int)utility] > 0;

    /// <summary>Handles one message.</summary>
    public void Handle(in Body message, Turn turn, Setting setting)
    {
        if (message.Kind == TroubleBegins.Kind)
        {
            Change(+1, message.As<TroubleBegins>().What, turn, setting);
        }
        else if (message.Kind == TroubleEnds.Kind)
        {
            Change(-1, message.As<TroubleEnds>().What, turn, setting);
        }
    }

    private void Change(int by, long what, Turn turn, Setting setting)
    {
        Troubles += by;
        if (setting.UtilityOf((int)what) is not { } utility)
        {
            return;
        }

        ref var failures = ref _failures[(int)utility];
        var failedBefore = failures > 0;
        failures += by;
        if (failedBefore != failures > 0)
        {
            turn.Emit(new UtilityChanged((int)utility, failures > 0 ? 1 : 0));
        }
    }

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Value(Troubles);
        writer.Row<int>(_failures);
    }

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader)
    {
        Troubles = reader.Value<int>();
        reader.Row<int>().CopyTo(_failures, 0);
    }
}
