using System.Globalization;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// What a person asks of the district generator. The same plan gives the same district, byte for byte; another seed gives another.
/// </summary>
public sealed record DistrictPlan
{
    /// <summary>The fewest cells a district may have.</summary>
    public const int FewestCells = 20;

    /// <summary>The most cells a district may have.</summary>
    public const int MostCells = 16_000;

    /// <summary>The district's name, as shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>The six digits of the division code 行政区划代码 every code in the district begins with.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>The seed all of the district's chance comes from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many cells of about 10,000 m², 20 to 16,000.</summary>
    public required int Cells { get; init; }

    /// <summary>How many streets 街道 (sub-centres), 1 to 199; 0 means one per 90 cells, at most 90.</summary>
    public int Streets { get; init; }

    /// <summary>How many communities 社区 in the whole district, at least one per street; 0 means one per 9 cells.</summary>
    public int Communities { get; init; }

    /// <summary>How the cells are shared among the six kinds.</summary>
    public LandShares Shares { get; init; } = LandShares.Usual;

    /// <summary>Whether a river winds through.</summary>
    public bool River { get; init; } = true;

    /// <summary>How densely land is built, 0.5 to 1.5; 1 is usual.</summary>
    public double Density { get; init; } = 1;

    /// <summary>True: villages lie along the district's edge. False: they are pockets inside the town 城中村.</summary>
    public bool VillageEdge { get; init; } = true;

    /// <summary>Where the middle of the district touches the globe, in WGS 84 degrees.</summary>
    public Anchor Anchor { get; init; } = new(116.42, 39.92);

    /// <summary>The number of streets to lay, with the default put in.</summary>
    public int StreetCount => Streets > 0 ? Streets : Math.Clamp(Cells / 90, 1, 90);

    /// <summary>The number of communities to lay, with the default put in.</summary>
    public int CommunityCount => Communities > 0 ? Communities : Math.Max(StreetCount, Cells / 9);

    /// <summary>Everything wrong with the plan, one sentence each naming the value and what was expected; empty when it can be built.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Expect(faults, !string.IsNullOrWhiteSpace(Name), "name", Name, "a name");
        Expect(faults, DivisionCode is { Length: 6 } && DivisionCode.All(char.IsAsciiDigit), "divisionCode", DivisionCode, "six digits");
        Expect(faults, Cells is >= FewestCells and <= MostCells, "cells", Cells, $"a number from {FewestCells} to {MostCells}");
        Expect(faults, Streets is >= 0 and <= 199, "streets", Streets, "1 to 199, or 0 for one per 90 cells");
        Expect(faults, CommunityCount >= StreetCount, "communities", Communities, $"at least one for each of the {StreetCount} streets");
        Expect(faults, CommunityCount <= Cells, "communities", Communities, $"at most one for each of the {Cells} cells");
        Expect(faults, Density is >= 0.5 and <= 1.5, "density", Density, "0.5 to 1.5");
        Expect(faults, Math.Abs(Anchor.LongitudeDeg) <= 180, "anchor longitude", Anchor.LongitudeDeg, "−180 to 180 degrees");
        Expect(faults, Math.Abs(Anchor.LatitudeDeg) <= 85, "anchor latitude", Anchor.LatitudeDeg, "−85 to 85 degrees");
        foreach (var (kind, share) in Shares.Each())
        {
            Expect(faults, share is >= 0 and <= 1, $"share of {kind}", share, "0 to 1");
        }

        var sum = Shares.Each().Sum(item => item.Share);
        Expect(faults, Math.Abs(sum - 1) < 1e-6, "sum of shares", sum, "1");
        return faults;
    }

    private static void Expect(List<string> faults, bool holds, string what, object? value, string expected)
    {
        if (!holds)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"district {what} is {value ?? "missing"}; expected {expected}"));
        }
    }
}
