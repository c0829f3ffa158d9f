using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Generator;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>Where the district comes from: made by the generator (<paramref name="Generate"/>) or read from a folder (<paramref name="Folder"/>).</summary>
public sealed record CitySection(Mark Mark, DistrictPlan? Generate, string? Folder)
{
    internal static readonly MapShape Shape = new("city", [], ["generate", "folder"]);

    internal static CitySection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        var (made, read) = (fields.Has("generate"), fields.Has("folder"));
        if (made == read && value.IsMap)
        {
            value.Reject("either generate or folder", made ? "a city cannot be both generated and read" : "the city comes from nowhere");
        }

        return new CitySection(
            value.Mark,
            made ? GenerateSection.Read(fields["generate"]) : null,
            read ? ShippedFile.PathFrom(fields["folder"].Mark.File, fields["folder"].Text()) : null);
    }
}

/// <summary>Reads what is asked of the district generator.</summary>
internal static class GenerateSection
{
    private static readonly MapShape Shape = new(
        "generate", ["name", "division-code", "cells"],
        ["seed", "streets", "communities", "land", "river", "density", "villages", "longitude", "latitude"]);

    private static readonly Dictionary<string, bool> VillagePlaces = new(StringComparer.Ordinal) { ["at-the-edge"] = true, ["in-the-town"] = false };

    public static MapShape[] Shapes => [Shape, CellFactors.LandShape];

    public static DistrictPlan Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        var usual = new DistrictPlan { Name = "", DivisionCode = "", Seed = 1, Cells = DistrictPlan.FewestCells };
        var before = value.FindingCount;
        var plan = usual with
        {
            Name = fields["name"].Text(),
            DivisionCode = fields["division-code"].Text(),
            Seed = fields.Has("seed") ? (ulong)fields["seed"].Whole(0, long.MaxValue) : usual.Seed,
            Cells = fields["cells"].Whole(DistrictPlan.FewestCells, DistrictPlan.MostCells),
            Streets = fields.Has("streets") ? fields["streets"].Whole(1, 199) : usual.Streets,
            Communities = fields.Has("communities") ? fields["communities"].Whole(1, DistrictPlan.MostCells) : usual.Communities,
            Shares = fields.Has("land") ? ReadLand(fields["land"]) : usual.Shares,
            River = fields.Has("river") ? fields["river"].YesNo() : usual.River,
            Density = fields.Has("density") ? fields["density"].Real(0.5, 1.5) : usual.Density,
            VillageEdge = fields.Has("villages") ? fields["villages"].Word(VillagePlaces) : usual.VillageEdge,
            Anchor = new Anchor(
                fields.Has("longitude") ? fields["longitude"].Real(-180, 180) : usual.Anchor.LongitudeDeg,
                fields.Has("latitude") ? fields["latitude"].Real(-85, 85) : usual.Anchor.LatitudeDeg),
        };

        foreach (var fault in value.FindingCount == before ? plan.Faults() : [])
        {
            value.Reject("", fault);
        }

        return plan;
    }

    private static LandShares ReadLand(YamlValue value)
    {
        var shares = CellFactors.ReadLand(value);
        var sum = shares.Sum();
        if (Math.Abs(sum - 1) > 1e-6 && value.IsMap)
        {
            value.Reject("shares that sum to 1", FormattableString.Invariant($"the shares of land sum to {sum:0.######}"));
        }

        return new LandShares(shares[0], shares[1], shares[2], shares[3], shares[4], shares[5]);
    }
}
