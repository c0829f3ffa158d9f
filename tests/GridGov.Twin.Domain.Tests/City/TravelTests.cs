using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Domain.Tests.City;

public class TravelTests
{
    [Fact]
    public void Every_distance_on_random_nets_equals_floyd_and_warshall()
    {
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var net = RandomNet(seed, nodes: 4 + (int)(seed % 40));
            var expected = AllPairs(net);
            var travel = new Travel(net, [.. Enumerable.Range(0, net.Nodes.Length).Where(node => node % 3 != 0)]);
            for (var from = 0; from < net.Nodes.Length; from++)
            {
                for (var to = 0; to < net.Nodes.Length; to++)
                {
                    travel.Metres(from, to).ShouldBe(expected[from, to], $"seed {seed}, {from} to {to}");
                }
            }
        }
    }

    [Fact]
    public void A_path_is_made_of_edges_and_is_as_long_as_the_distance()
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            var net = RandomNet(seed, nodes: 30);
            var travel = new Travel(net, [0, 1, 2]);
            for (var to = 0; to < net.Nodes.Length; to++)
            {
                var path = travel.Path(7, to);
                path[0].ShouldBe(7);
                path[^1].ShouldBe(to);
                path.Zip(path.Skip(1), (a, b) => ShortestEdge(net, a, b)).Sum()
                    .ShouldBe(travel.Metres(7, to), $"seed {seed}, 7 to {to}");
            }
        }
    }

    [Fact]
    public void Of_two_equal_ways_the_same_one_is_always_taken()
    {
        Place[] square = [new(0, 0), new(100, 0), new(100, 100), new(0, 100)];
        StreetEdge[] edges = [Edge(0, 1, 100), Edge(1, 2, 100), Edge(2, 3, 100), Edge(3, 0, 100)];
        var forward = new Travel(new StreetNet(square, edges), [0, 2]);
        var turned = new Travel(new StreetNet(square, [.. edges.Reverse()]), [2, 0]);

        forward.Path(0, 2).ShouldBe([0, 1, 2]);
        turned.Path(0, 2).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void In_a_district_too_large_for_all_pairs_near_and_far_distances_are_both_right()
    {
        const int Side = 50;
        var net = Chessboard(Side);
        var travel = new Travel(net, [.. Enumerable.Range(0, Side * Side)]);

        travel.Metres(0, 1).ShouldBe(100);
        travel.Metres(0, (Side * Side) - 1).ShouldBe(2 * (Side - 1) * 100);
        travel.Metres((Side * Side) - 1, 0).ShouldBe(2 * (Side - 1) * 100);
        travel.Metres(Side + 1, (3 * Side) + 4).ShouldBe(500);
    }

    [Fact]
    public void A_net_in_two_parts_is_refused_by_naming_a_lost_node() =>
        Should.Throw<ArgumentException>(() => new Travel(new StreetNet([new(0, 0), new(1, 0), new(2, 0)], [Edge(0, 1, 1)]), [0]))
            .Message.ShouldContain("street node 2");

    [Fact]
    public void An_edge_to_nowhere_is_refused_by_its_number() =>
        Should.Throw<ArgumentException>(() => new Travel(new StreetNet([new(0, 0), new(1, 0)], [Edge(0, 1, 1), Edge(1, 9, 5)]), [0]))
            .Message.ShouldContain("street edge 1");

    private static StreetEdge Edge(int from, int to, int lengthM) => new(from, to, lengthM, StreetClass.Street);

    // A random tree keeps the net connected; lengths may be shorter than the plane distance, as imported ones are.
    private static StreetNet RandomNet(ulong seed, int nodes)
    {
        var chance = ChanceStream.For(seed, 0UL, 1);
        var places = new Place[nodes];
        for (var i = 0; i < nodes; i++)
        {
            places[i] = new Place(chance.Below(1_000), chance.Below(1_000));
        }

        var edges = new List<StreetEdge>();
        for (var i = 1; i < nodes; i++)
        {
            edges.Add(RandomEdge(ref chance, places, i, chance.Below(i)));
        }

        for (var i = 0; i < nodes; i++)
        {
            edges.Add(RandomEdge(ref chance, places, chance.Below(nodes), chance.Below(nodes)));
        }

        return new StreetNet(places, [.. edges]);
    }

    private static StreetEdge RandomEdge(ref ChanceStream chance, Place[] places, int from, int to) =>
        Edge(from, to, 1 + (int)(places[from].MetresTo(places[to]) * (0.7 + chance.Unit())));

    private static StreetNet Chessboard(int side)
    {
        var places = Enumerable.Range(0, side * side).Select(i => new Place(i % side * 100, i / side * 100)).ToArray();
        var edges = new List<StreetEdge>();
        for (var i = 0; i < places.Length; i++)
        {
            if (i % side < side - 1)
            {
                edges.Add(Edge(i, i + 1, 100));
            }

            if (i / side < side - 1)
            {
                edges.Add(Edge(i, i + side, 100));
            }
        }

        return new StreetNet(places, [.. edges]);
    }

    private static int[,] AllPairs(StreetNet net)
    {
        var count = net.Nodes.Length;
        var metres = new int[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                metres[i, j] = i == j ? 0 : ShortestEdge(net, i, j);
            }
        }

        for (var via = 0; via < count; via++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < count; j++)
                {
                    metres[i, j] = Math.Min(metres[i, j], metres[i, via] + metres[via, j]);
                }
            }
        }

        return metres;
    }

    private static int ShortestEdge(StreetNet net, int a, int b) =>
        net.Edges.Where(edge => (edge.From, edge.To) == (a, b) || (edge.From, edge.To) == (b, a))
            .Select(edge => edge.LengthM).DefaultIfEmpty(1_000_000).Min();
}
