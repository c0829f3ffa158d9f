using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Tests.Import;

/// <summary>What must hold of every city.</summary>
internal static class CityLaws
{
    public static void Check(CityModel city)
    {
        CodesAreRight(city);
        SequencesRunWestToEastThenNorthToSouth(city);
        CellsTileTheBoundary(city);
        EveryBuildingIsInOneCell(city);
        CommunitiesHangTogether(city);
        StreetsAreOneNet(city);
        DevicesStandInTheirCells(city);
    }

    private static void CodesAreRight(CityModel city)
    {
        city.Cells.ShouldAllBe(cell => cell.Code.Length == 15 && cell.Code.All(char.IsAsciiDigit));
        city.Cells.ShouldAllBe(cell => cell.Code.StartsWith(city.Org[cell.Community].Code) && city.Org[cell.Community].Level == Level.Community);
        city.Cells.Select(cell => cell.Code).ShouldBe(city.Cells.Select(cell => cell.Code).Distinct().Order(StringComparer.Ordinal));
        city.Cells.Select(cell => cell.Index).ShouldBe(Enumerable.Range(0, city.Cells.Length));
        city.Org.Skip(1).ShouldAllBe(unit => unit.Parent < unit.Index && unit.Code.StartsWith(city.Org[unit.Parent].Code)
            && unit.Level == city.Org[unit.Parent].Level - 1);
        (city.Org[0].Level, city.Org[0].Parent, city.Org[0].Code.Length).ShouldBe((Level.District, -1, 6));
        foreach (var community in city.Cells.GroupBy(cell => cell.Community))
            community.Select(cell => int.Parse(cell.Code[12..])).ShouldBe(Enumerable.Range(1, community.Count()));
    }

    // Within a row of the lattice west to east, and rows from the north: two cells in order are never south-west of north-east by more than a row.
    private static void SequencesRunWestToEastThenNorthToSouth(CityModel city)
    {
        foreach (var (cell, next) in city.Cells.Zip(city.Cells.Skip(1)).Where(pair => pair.First.Community == pair.Second.Community))
        {
            var isEast = next.Centre.EastM > cell.Centre.EastM;
            var northM = next.Centre.NorthM - cell.Centre.NorthM;
            (isEast ? Math.Abs(northM) < 200 || northM < 0 : northM < 0).ShouldBeTrue($"{cell.Code} before {next.Code}");
        }
    }

    private static void CellsTileTheBoundary(CityModel city)
    {
        var boundaryM2 = Outlines.AreaM2(city.Boundary);
        city.Cells.ShouldAllBe(cell => cell.AreaM2 == Outlines.AreaM2(cell.Outline) && cell.AreaM2 > 0);
        city.Cells.ShouldAllBe(cell => Outlines.ToPolygon(cell.Outline).IsValid);
        // The boundary has no holes, so equal sums mean neither gaps nor overlaps.
        city.Cells.Sum(cell => cell.AreaM2).ShouldBe(boundaryM2, 0.001 * boundaryM2);
        Outlines.ToPolygon(city.Boundary).IsValid.ShouldBeTrue();
    }

    private static void EveryBuildingIsInOneCell(CityModel city)
    {
        var shapes = city.Cells.Select(cell => Outlines.ToPolygon(cell.Outline)).ToArray();
        foreach (var building in city.Buildings)
        {
            Outlines.Holds(shapes[building.Cell], building.Centre).ShouldBeTrue($"building {building.Index}");
            building.Outline.Length.ShouldBeGreaterThanOrEqualTo(3);
            (building.HeightM > 0 && building.Floors > 0 && building.Residents >= building.Households).ShouldBeTrue($"building {building.Index}");
        }

        city.Buildings.Select(building => building.Index).ShouldBe(Enumerable.Range(0, city.Buildings.Length));
    }

    private static void CommunitiesHangTogether(CityModel city)
    {
        foreach (var community in city.Cells.GroupBy(cell => cell.Community))
        {
            var left = community.ToList();
            var open = new Queue<CellSite>([left[0]]);
            left.RemoveAt(0);
            while (open.TryDequeue(out var cell))
            {
                var shape = Outlines.ToPolygon(cell.Outline);
                var beside = left.Where(other => cell.Centre.MetresTo(other.Centre) < 400 && Outlines.ToPolygon(other.Outline).Distance(shape) < 0.05).ToList();
                beside.ForEach(other => left.Remove(other));
                beside.ForEach(open.Enqueue);
            }

            left.ShouldBeEmpty($"community {city.Org[community.Key].Code} is torn");
        }
    }

    private static void StreetsAreOneNet(CityModel city)
    {
        var beside = city.Streets.Edges.SelectMany(edge => new[] { (edge.From, edge.To), (From: edge.To, To: edge.From) }).ToLookup(e => e.From, e => e.To);
        var reached = new HashSet<int> { 0 };
        var open = new Stack<int>(reached);
        while (open.TryPop(out var node))
        {
            foreach (var next in beside[node].Where(reached.Add))
                open.Push(next);
        }

        reached.Count.ShouldBe(city.Streets.Nodes.Length);
        city.Streets.Edges.ShouldAllBe(edge => edge.LengthM >= 1 && edge.From != edge.To);
        city.Cells.ShouldAllBe(cell => cell.Node >= 0 && cell.Node < city.Streets.Nodes.Length);
    }

    private static void DevicesStandInTheirCells(CityModel city)
    {
        city.Devices.Select(device => device.Code).ShouldBeUnique();
        city.Devices.ShouldAllBe(device => device.Code.Length == 16 && device.Code.StartsWith(city.Org[0].Code));
        var shapes = city.Cells.Select(cell => Outlines.ToPolygon(cell.Outline)).ToArray();
        city.Devices.ShouldAllBe(device => Outlines.Holds(shapes[device.Cell], device.At));
    }
}
