using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;

namespace GridGov.Twin.Web.Live;

/// <summary>A what-if as it is being written: plans of one measure each, and a storm that may come whatever is done.</summary>
/// <param name="clock">The world's clock when the page was opened.</param>
/// <param name="streets">The streets to choose from.</param>
/// <param name="desks">The desks to choose from.</param>
internal sealed class WhatIfForm(ClockView clock, StreetRow[] streets, DeskRow[] desks)
{
    /// <summary>The most plans asked about at once.</summary>
    public const int MostPlans = 8;

    private const long HourMs = 3_600_000;
    private static readonly Name WholeDistrict = new("全区", "whole district");

    /// <summary>One plan.</summary>
    internal sealed class Row
    {
        /// <summary>extra-officers, call-in or extra-staff.</summary>
        public string Kind { get; set; } = "extra-officers";

        /// <summary>A street's code; empty for all.</summary>
        public string Street { get; set; } = "";

        /// <summary>A desk's id.</summary>
        public string Desk { get; set; } = "";

        /// <summary>How many people.</summary>
        public int Count { get; set; } = 2;
    }

    /// <summary>The plans.</summary>
    public List<Row> Rows { get; } = [];

    /// <summary>How far to look, in hours.</summary>
    public int Hours { get; set; } = 4;

    /// <summary>How many futures of each plan.</summary>
    public int Seeds { get; set; } = 50;

    /// <summary>Whether a storm comes.</summary>
    public bool HasStorm { get; set; }

    /// <summary>When it begins, world time.</summary>
    public long StormFromMs { get; set; } = NextHour(clock);

    /// <summary>How long it lasts, in hours.</summary>
    public int StormHours { get; set; } = 3;

    /// <summary>How many times as many incidents it brings besides those that its weather brings.</summary>
    public double StormFactor { get; set; } = 3;

    /// <summary>The full hours within the horizon at which a storm may begin.</summary>
    public long[] StormTimes => [.. Enumerable.Range(0, Hours).Select(i => NextHour(clock) + (i * HourMs)).Where(at => at < clock.NowMs + (Hours * HourMs))];

    /// <summary>Adds a plan with what is usually meant.</summary>
    public void Add(string kind) => Rows.Add(new Row
    {
        Kind = kind,
        Street = kind == "call-in" ? "" : streets.FirstOrDefault(street => street.Officers > 0)?.Code ?? "",
        Desk = desks.FirstOrDefault()?.Id ?? "",
    });

    /// <summary>The question; <paramref name="nowMs"/> is the world's time by now.</summary>
    public WhatIfQuestion Question(long nowMs)
    {
        var from = Math.Max(StormFromMs, nowMs);
        var until = Math.Min(from + (StormHours * HourMs), nowMs + (24 * HourMs));
        return new WhatIfQuestion(Hours, [.. Rows.Select(Plan)], Seeds, HasStorm ? [new WhatIfMeasure("storm", FromMs: StormFromMs, UntilMs: until, Factor: StormFactor)] : []);
    }

    private WhatIfPlan Plan(Row row)
    {
        var street = streets.FirstOrDefault(each => each.Code == row.Street);
        var desk = desks.FirstOrDefault(each => each.Id == row.Desk);
        var (place, measure) = row.Kind switch
        {
            "extra-officers" => (Same(street?.Name), new WhatIfMeasure(row.Kind, row.Street, Count: row.Count)),
            "call-in" => (street is null ? WholeDistrict : Same(street.Name), new WhatIfMeasure(row.Kind, row.Street.Length == 0 ? null : row.Street)),
            _ => (desk?.Name ?? Same(row.Desk), new WhatIfMeasure(row.Kind, Desk: row.Desk, Count: row.Count)),
        };
        var title = new Name(WhatIfWords.PlanTitle(row.Kind, place.Zh, row.Count).Zh, WhatIfWords.PlanTitle(row.Kind, place.En, row.Count).En);
        return new WhatIfPlan(title, [measure]);
    }

    private static Name Same(string? name) => new(name ?? "", name ?? "");

    private static long NextHour(ClockView clock) => ((clock.NowMs / HourMs) + 1) * HourMs;
}
