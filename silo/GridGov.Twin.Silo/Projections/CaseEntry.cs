using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Silo.Projections;

/// <summary>What the committed history says of one case.</summary>
internal sealed class CaseEntry
{
    public required long Number { get; init; }

    public required string Code { get; init; }

    public required int What { get; init; }

    public required int Cell { get; init; }

    public required ulong Key { get; init; }

    public required Channel Channel { get; init; }

    public required Place At { get; init; }

    /// <summary>The building a resident called from, or −1.</summary>
    public required int Building { get; init; }

    public required Instant Opened { get; init; }

    public Instant? Ended { get; set; }

    /// <summary>When the whole case is due; null while that clock stands.</summary>
    public Instant? Due { get; set; }

    /// <summary>When three quarters of the limit are used.</summary>
    public Instant SoonFrom { get; set; } = Instant.Never;

    public int State { get; set; }

    public int Weight { get; set; }

    public int Department { get; set; }

    public bool IsUrged { get; set; }

    /// <summary>Whether it ended after its limit.</summary>
    public bool EndedLate { get; set; }

    public int Reports { get; set; } = 1;

    public int Moves { get; set; }

    /// <summary>The event that urged it last.</summary>
    public Instant UrgedAt { get; set; }

    public List<HistoryLine> History { get; } = [];

    /// <summary>normal, soon or overdue at a moment.</summary>
    public string UrgencyAt(Instant now) =>
        Ended is not null ? (EndedLate ? "overdue" : "normal")
        : Due is not { } due ? "normal"
        : now > due ? "overdue"
        : now >= SoonFrom ? "soon" : "normal";
}
