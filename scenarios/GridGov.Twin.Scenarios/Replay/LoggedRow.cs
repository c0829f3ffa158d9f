using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>One row of a log, kept small: a log may have millions. What it becomes is filled in as it is placed and replayed.</summary>
public struct LoggedRow
{
    /// <summary>Stands for a time that the log does not say.</summary>
    public const long Unknown = -1;

    /// <summary>The line of the file it ends on.</summary>
    public long Line;

    /// <summary>When it was opened, in milliseconds since 0001-01-01 00:00 of the log's clock; since the world's start once placed.</summary>
    public long OpenedMs;

    /// <summary>When the matter began, on the log's clock; <see cref="Unknown"/> where the log does not say.</summary>
    public long HappenedMs;

    /// <summary>When it was closed, on the log's clock; <see cref="Unknown"/> where it is still open or the log does not say.</summary>
    public long ClosedMs;

    /// <summary>The code of its cell as the log gives it; 0 for none.</summary>
    public long CellCode;

    /// <summary>Its longitude in degrees; not a number when it has no usable position.</summary>
    public double LongitudeDeg;

    /// <summary>Its latitude in degrees.</summary>
    public double LatitudeDeg;

    /// <summary>Metres east of the district's anchor, once placed.</summary>
    public float EastM;

    /// <summary>Metres north.</summary>
    public float NorthM;

    /// <summary>The cell it lies in, once placed; −1 before.</summary>
    public int Cell;

    /// <summary>The case it opened or joined; −1 when none.</summary>
    public long Case;

    /// <summary>Its filing condition's index.</summary>
    public short What;

    /// <summary>How it came in.</summary>
    public Channel Channel;

    /// <summary>What became of it.</summary>
    public RowFate Fate;

    /// <summary>Why it was rejected.</summary>
    public RowFault Fault;

    /// <summary>Whether it says the same as an earlier row.</summary>
    public bool IsRepeated;

    /// <summary>Whether its position was drawn.</summary>
    public bool IsSpread;

    /// <summary>Whether it is still on its way into the world.</summary>
    public readonly bool Enters => Fault == RowFault.None && !IsRepeated;

    /// <summary>When it was opened in the world.</summary>
    public readonly Instant Opened => new(OpenedMs);
}
