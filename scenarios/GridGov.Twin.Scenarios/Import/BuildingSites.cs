using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Scenarios.Households;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>Puts every footprint whose middle lies in the district into the one cell that holds its middle.</summary>
internal static class BuildingSites
{
    /// <summary>The buildings in the order of the file; those outside are noted. Chance is keyed by the building's index.</summary>
    public static BuildingSite[] Place(
        IReadOnlyList<Footprint> footprints, Polygon[] shapes, CellSite[] cells, LocalPlane plane, ulong seed, List<ImportNote> notes)
    {
        var finder = new CellFinder(cells);
        var buildings = new List<BuildingSite>();
        for (var i = 0; i < footprints.Count; i++)
        {
            var outline = Outlines.FromPlane(shapes[i], plane);
            var centre = Outlines.Centre(outline, plane);

            // Of cells that share the edge the middle lies on, the first by code.
            if (finder.Holding(centre) is [var cell, ..])
            {
                buildings.Add(Site(buildings.Count, cell, centre, outline, shapes[i].Area, footprints[i].Facts, seed));
                continue;
            }

            var at = FormattableString.Invariant($"{plane.ToDegrees(centre)}");
            var finding = footprints[i].Feature.Find(at, "a middle inside the boundary", "this building lies outside the boundary, left out");
            notes.Add(new ImportNote(ImportOutcome.OutsideBoundary, finding));
        }

        return [.. buildings];
    }

    private static BuildingSite Site(int index, int cell, Place centre, Place[] outline, double areaM2, BuildingFacts facts, ulong seed)
    {
        var useChance = ChanceStream.For(seed, (ulong)index, ImportPurpose.LandUse);
        var homeChance = ChanceStream.For(seed, (ulong)index, ImportPurpose.Households);
        var (heightM, floors) = BuildingGuess.Size(facts, areaM2);
        var use = facts.Use ?? BuildingGuess.Use(areaM2, heightM, ref useChance);
        var homes = HouseholdRule.For(areaM2, floors, use, ref homeChance);
        return new BuildingSite(index, cell, centre, outline, heightM, floors, use, homes.Households, homes.Residents, homes.Needs, facts.Name);
    }
}
