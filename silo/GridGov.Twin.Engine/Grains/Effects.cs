using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Grains;

/// <summary>A message on its way: when it is due, how urgent among those due together, for whom.</summary>
public struct Sent
{
    /// <summary>When the receiver gets it.</summary>
    public Instant Due;

    /// <summary>Who gets it.</summary>
    public GrainId To;

    /// <summary>The timer it belongs to, or none.</summary>
    public TimerId Timer;

    /// <summary>Order among messages due at one instant: lower goes first, then the sequence they were sent in.</summary>
    public byte Priority;

    /// <summary>What it says.</summary>
    public Body Message;
}

/// <summary>A fact as it leaves a grain: when, from whom, what. The sequence counts the world's events from 0.</summary>
public struct Event
{
    /// <summary>When it happened.</summary>
    public Instant At;

    /// <summary>Its place in the world's history.</summary>
    public long Sequence;

    /// <summary>The grain that announced it.</summary>
    public GrainId Source;

    /// <summary>What happened.</summary>
    public Body Body;
}
