using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>What makes the cells of one kind differ in demand.</summary>
public enum CellDifference
{
    /// <summary>Nothing: all cells of a kind are alike.</summary>
    Nothing,

    /// <summary>In proportion to their areas.</summary>
    Area,

    /// <summary>Half alike, half in proportion to the people who live there.</summary>
    Residents,
}

/// <summary>
/// How much happens: incidents a day in the whole district, averaged over the year in fair weather, and which share of them each line of
/// the mix has. <paramref name="FalseReports"/> of the residents' calls concern nothing. <paramref name="CellFactors"/> is the path of a CSV file with a factor for
/// each cell by its code, instead of what <paramref name="CellsDifferBy"/> says.
/// </summary>
public sealed record DemandSection(
    Mark Mark, double IncidentsPerDay, Mark MixMark, (Marked<string> Pattern, double Share)[] Mix, double FalseReports, CellDifference CellsDifferBy,
    Marked<string>? CellFactors)
{
    internal static readonly MapShape Shape = new("demand", ["incidents-per-day", "mix"], ["false-reports", "cells-differ-by", "cell-factors"]);

    private static readonly Dictionary<string, CellDifference> Differences =
        Enum.GetValues<CellDifference>().ToDictionary(Words.Of, StringComparer.Ordinal);

    internal static DemandSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new DemandSection(
            value.Mark, fields["incidents-per-day"].Real(0, 1e7), fields["mix"].Mark,
            [.. fields["mix"].Entries().Select(entry => (new Marked<string>(entry.Key, entry.Mark), entry.Value.Share()))],
            fields.Has("false-reports") ? fields["false-reports"].Share() : 0,
            fields.Has("cells-differ-by") ? fields["cells-differ-by"].Word(Differences) : CellDifference.Nothing,
            fields.Said("cell-factors", item => ShippedFile.PathFrom(item.Mark.File, item.Text())));
    }
}
