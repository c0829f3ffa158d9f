namespace GridGov.Twin.Domain.Worlds;

/// <summary>What a stream of chance is for. A purpose's number is part of every result: never reuse or change one.</summary>
public static class Purpose
{
    /// <summary>When, where and what incidents begin in a scene.</summary>
    public const uint Arrivals = 1;

    /// <summary>How an incident lasts and worsens, and when residents call.</summary>
    public const uint IncidentLife = 2;

    /// <summary>Whether patrols and devices notice an incident.</summary>
    public const uint Noticing = 3;

    /// <summary>How callers behave on the telephone.</summary>
    public const uint Calling = 4;

    /// <summary>What staff do with a case and how long it takes.</summary>
    public const uint CaseWork = 5;

    /// <summary>How an officer patrols.</summary>
    public const uint Patrol = 6;

    /// <summary>When a device fails, is repaired and raises false alarms.</summary>
    public const uint DeviceLife = 7;

    /// <summary>When calls of a stream come and how long they take.</summary>
    public const uint CallArrivals = 8;

    /// <summary>The weather of a day.</summary>
    public const uint Weather = 9;

    /// <summary>The seeds of the futures that a moment may have.</summary>
    public const uint Futures = 10;
}
