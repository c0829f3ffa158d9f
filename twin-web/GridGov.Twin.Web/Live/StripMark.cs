using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;

namespace GridGov.Twin.Web.Live;

/// <summary>A moment of a drill on its timeline.</summary>
/// <param name="AtMs">When, as world time.</param>
/// <param name="Kind">start, inject, or how an expected action came out: met, late or missed.</param>
/// <param name="Title">What happened.</param>
public sealed record StripMark(long AtMs, string Kind, Name Title)
{
    /// <summary>So much world time before a moment its replay begins: enough to see it come.</summary>
    public const long LeadMs = 20_000;

    /// <summary>The moments of a drill, in their order.</summary>
    public static StripMark[] Of(DrillScriptView script) =>
    [
        .. new[] { new StripMark(script.Drill.BeginsMs, "start", ReplayWords.StartEx) }
            .Concat(script.Injects.Where(inject => inject is { State: "delivered", AtMs: not null }).Select(inject => new StripMark(inject.AtMs!.Value, "inject", inject.Title)))
            .Concat(script.Expected.Where(expected => expected.State is "met" or "late" or "missed").Select(OfExpected).OfType<StripMark>())
            .OrderBy(mark => mark.AtMs),
    ];

    /// <summary>From where on the replay of a moment is opened.</summary>
    public static ReplayOrder OrderOf(long atMs, DrillView drill) => new(Math.Max(drill.BeginsMs, atMs - LeadMs));

    // What was missed has its place where it fell due.
    private static StripMark? OfExpected(ExpectedRow row) => (row.AtMs ?? row.DueMs) is { } at ? new StripMark(at, row.State, row.Title) : null;
}
