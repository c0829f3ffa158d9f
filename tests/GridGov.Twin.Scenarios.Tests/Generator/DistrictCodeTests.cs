using System.Globalization;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Tests.Generator;

public class DistrictCodeTests
{
    public static TheoryData<int> Plans => [.. Enumerable.Range(0, Districts.Several.Length)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Cell_codes_have_fifteen_digits_and_begin_with_their_communitys(int plan)
    {
        var city = Districts.Of(plan);

        city.Cells.Select(cell => cell.Code).ShouldBe(city.Cells.Select(cell => cell.Code).Order(StringComparer.Ordinal).Distinct());
        foreach (var cell in city.Cells)
        {
            city.Cells[cell.Index].ShouldBe(cell);
            cell.Code.Length.ShouldBe(15);
            cell.Code.ShouldStartWith(city.Org[cell.Community].Code);
            city.Org[cell.Community].Level.ShouldBe(Level.Community);
            city.Org[cell.Community].Code.ShouldStartWith(city.Org[city.StreetOf(cell.Community)].Code);
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void In_a_community_codes_run_west_to_east_along_rows_from_north_to_south(int plan)
    {
        var city = Districts.Of(plan);
        foreach (var community in city.Cells.GroupBy(cell => cell.Community))
        {
            var north = community.Max(cell => cell.Centre.NorthM);
            var rows = community.Select(cell => (Row: (int)((north - cell.Centre.NorthM) / 100), cell.Centre.EastM)).ToArray();
            rows.OrderBy(cell => cell.Row).ThenBy(cell => cell.EastM).SequenceEqual(rows).ShouldBeTrue(Districts.Names(Districts.Several[plan]));
            community.Select(cell => int.Parse(cell.Code[12..], CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, rows.Length));
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Communities_and_streets_are_in_one_piece_and_as_many_as_planned(int plan)
    {
        var asked = Districts.Several[plan];
        var city = Districts.Of(plan);

        city.Org.Count(unit => unit.Level == Level.Community).ShouldBe(asked.CommunityCount);
        city.Org.Count(unit => unit.Level == Level.Street).ShouldBe(asked.StreetCount);
        city.Org.Skip(1).ShouldAllBe(unit => unit.Parent >= 0 && unit.Parent < unit.Index);
        city.Org.Select(unit => unit.Name).Distinct().Count().ShouldBe(city.Org.Length);
        foreach (var unit in city.Org)
        {
            Pieces(city, cell => cell.Code.StartsWith(unit.Code, StringComparison.Ordinal)).ShouldBe(1, $"{unit.Code}, {Districts.Names(asked)}");
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Device_codes_have_sixteen_digits_are_unique_and_devices_stand_in_their_cells(int plan)
    {
        var city = Districts.Of(plan);

        city.Devices.Length.ShouldBeGreaterThan(city.Cells.Length);
        city.Devices.Select(device => device.Code).Distinct().Count().ShouldBe(city.Devices.Length);
        foreach (var device in city.Devices)
        {
            city.Devices[device.Index].ShouldBe(device);
            device.Code.Length.ShouldBe(16);
            device.Code.ShouldStartWith("990101");
            Shapes.Of(city.Cells[device.Cell].Outline).Distance(Shapes.Of(device.At)).ShouldBeLessThan(0.05, Districts.Names(Districts.Several[plan]));
        }
    }

    private static int Pieces(CityModel city, Func<CellSite, bool> belongs)
    {
        var ofSide = new Dictionary<(Place, Place), int>();
        var members = city.Cells.Where(belongs).ToArray();
        foreach (var cell in members)
        {
            for (var i = 0; i < cell.Outline.Length; i++)
            {
                ofSide[(cell.Outline[i], cell.Outline[(i + 1) % cell.Outline.Length])] = cell.Index;
            }
        }

        var seen = new HashSet<int>();
        var pieces = 0;
        foreach (var start in members.Where(cell => !seen.Contains(cell.Index)))
        {
            pieces++;
            var open = new Stack<int>([start.Index]);
            while (open.TryPop(out var index))
            {
                if (seen.Add(index))
                {
                    var outline = city.Cells[index].Outline;
                    foreach (var i in Enumerable.Range(0, outline.Length))
                    {
                        if (ofSide.TryGetValue((outline[(i + 1) % outline.Length], outline[i]), out var other))
                        {
                            open.Push(other);
                        }
                    }
                }
            }
        }

        return pieces;
    }
}
