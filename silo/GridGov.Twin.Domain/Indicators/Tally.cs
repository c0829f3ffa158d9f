namespace GridGov.Twin.Domain.Indicators;

/// <summary>What is counted of some part of the district's cases: all of them, those of one kind, those of one street.</summary>
public sealed class Tally
{
    /// <summary>上报数: reports that came in.</summary>
    public long Reports;

    /// <summary>Reports that were joined to an open case.</summary>
    public long Merged;

    /// <summary>受理数: cases that came before an acceptor; not those refuted or settled on the spot.</summary>
    public long Accepted;

    /// <summary>自行处置数: cases an officer settled on the spot.</summary>
    public long Settled;

    /// <summary>Cases that ended without being closed: refuted, rejected or merged by hand.</summary>
    public long Rejected;

    /// <summary>核实不属实数: cases an officer refuted.</summary>
    public long Refuted;

    /// <summary>立案数.</summary>
    public long Filed;

    /// <summary>派遣数: cases dispatched at least once.</summary>
    public long Dispatched;

    /// <summary>All dispatches, repeated ones included.</summary>
    public long Dispatches;

    /// <summary>回退数: dispatches sent back as wrong.</summary>
    public long Returned;

    /// <summary>处置数: handlings finished.</summary>
    public long Handled;

    /// <summary>按期处置数: those finished within the stage's limit.</summary>
    public long HandledOnTime;

    /// <summary>Cases in handling now beyond the stage's limit.</summary>
    public long HandlingOverdue;

    /// <summary>Ended cases whose deadline lay in the period, or that ended in it after their deadline.</summary>
    public long CloseDue;

    /// <summary>Open cases whose deadline has passed.</summary>
    public long OpenAndDue;

    /// <summary>应结案数: cases whose deadline has come.</summary>
    public long DueForClosing => CloseDue + OpenAndDue;

    /// <summary>结案数 among those.</summary>
    public long Closed;

    /// <summary>按期结案数 among those.</summary>
    public long ClosedOnTime;

    /// <summary>返工数.</summary>
    public long Reworked;

    /// <summary>延期数.</summary>
    public long Extended;

    /// <summary>Cases closed in the period, whenever due, by the level that settled them: grid, community, street, district.</summary>
    public long[] ClosedAt { get; } = new long[4];

    /// <summary>Cases open now.</summary>
    public long Backlog;

    /// <summary>Truth: incidents that began.</summary>
    public long Incidents;

    /// <summary>Truth: incidents the command side came to know of.</summary>
    public long Discovered;

    /// <summary>Truth: incidents that ended unseen.</summary>
    public long Unseen;

    /// <summary>Truth: from beginning to discovery.</summary>
    public Spread DetectionDelay { get; } = new();

    /// <summary>From opening to closing.</summary>
    public Spread OpenTime { get; } = new();

    /// <summary>处置时长: time counted by the handling stage's clock, round the clock or in working time as the limit counts.</summary>
    public Spread HandlingTime { get; } = new();

    /// <summary>Cases closed in the period.</summary>
    public long ClosedInPeriod => ClosedAt.Sum();
}
