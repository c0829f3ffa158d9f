using GridGov.Twin.Silo.Stream;
using GridGov.Twin.Silo.Tests.Views;

namespace GridGov.Twin.Silo.Tests.Stream;

public class AreaIndexTests
{
    private static readonly PlaneRect District = new(-3_000, -1_000, 5_000, 2_000);

    [Fact]
    public void Exactly_the_areas_that_a_rectangle_touches_are_told_and_each_of_them_once()
    {
        var (chance, told) = (new Random(5), new List<Area>());
        var areas = Enumerable.Range(0, 60).Select(_ => Of(Rect(chance))).ToList();
        var index = new AreaIndex(District);
        areas.ForEach(index.Add);
        for (var round = 0; round < 500; round++)
        {
            var around = Rect(chance);
            told.Clear();
            index.Tell(around, told, static (area, told) => told.Add(area));
            told.ShouldBe(areas.Where(area => area.Rect.Touches(around)), ignoreOrder: true);
            if (round % 10 == 0)
            {
                index.Remove(areas[0]);
                areas.RemoveAt(0);
            }
        }
    }

    // Also such as lie partly or wholly outside the district, and such without any width.
    private static PlaneRect Rect(Random chance)
    {
        var (west, south) = (-5_000 + (chance.NextDouble() * 12_000), -3_000 + (chance.NextDouble() * 7_000));
        var size = chance.Next(3) == 0 ? 0 : chance.NextDouble() * 3_000;
        return new PlaneRect(west, south, west + size, south + (size / 2));
    }

    private static Area Of(PlaneRect rect) => new(new AreaKey(rect, IsAggregate: false), Map, null!);

    private static MapProjection Map { get; } = new(new FollowedWorld(7).Plan);
}
