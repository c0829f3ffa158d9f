using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>What became of something in an input file that could not be taken as it stands.</summary>
public enum ImportOutcome
{
    /// <summary>A broken polygon was mended and is in the city.</summary>
    Repaired,

    /// <summary>A broken polygon could not be mended safely and is not in the city.</summary>
    LeftOut,

    /// <summary>A footprint equal to an earlier one was not taken a second time.</summary>
    Duplicate,

    /// <summary>A building whose middle lies outside the boundary is not in the city.</summary>
    OutsideBoundary,

    /// <summary>A feature without a geometry of the wanted type was passed over.</summary>
    Skipped,

    /// <summary>A property could not be used, so a default took its place.</summary>
    DefaultUsed,

    /// <summary>The district's shape or its streets were joined into one piece.</summary>
    Joined,

    /// <summary>Roads that lead nowhere in this district were left out.</summary>
    RoadDropped,
}

/// <summary>One thing that was not taken as it stands: what became of it, and where it is.</summary>
public sealed record ImportNote(ImportOutcome Outcome, Finding Finding)
{
    /// <summary>Outcome and finding, for a list people read.</summary>
    public override string ToString() => $"{Outcome}: {Finding}";
}

/// <summary>
/// The account of an import. Polygons read = buildings + left out + duplicates + outside the boundary; repaired ones are among the buildings.
/// </summary>
/// <param name="PolygonsRead">Footprint polygons in the file, each part of a MultiPolygon counted.</param>
/// <param name="Buildings">Buildings in the city.</param>
/// <param name="HeightsGiven">Footprints whose height or number of floors came from the file.</param>
/// <param name="Notes">Everything that was not taken as it stands, in the order it was met.</param>
public sealed record ImportFindings(int PolygonsRead, int Buildings, int HeightsGiven, IReadOnlyList<ImportNote> Notes)
{
    /// <summary>How many notes have an outcome.</summary>
    public int Count(ImportOutcome outcome) => Notes.Count(note => note.Outcome == outcome);
}
