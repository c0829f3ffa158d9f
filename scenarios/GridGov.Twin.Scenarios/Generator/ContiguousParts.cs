using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// A piece of land to be grouped: where it is, how much it counts, the pieces it touches, and what it costs to reach (rivers divide).
/// </summary>
internal readonly record struct Piece(Place Centre, int Weight, int[] Touches, double BarrierM);

/// <summary>Groups pieces of land into compact parts, each in one piece: parts grow from well spread seeds, nearest land first.</summary>
internal static class ContiguousParts
{
    private const int Rounds = 4;

    /// <summary>
    /// The part, 0 to <paramref name="count"/> − 1, of every piece. The pieces must hang together and be at least as many as the parts.
    /// </summary>
    public static int[] Of(Piece[] pieces, int count)
    {
        var seeds = SpreadSeeds(pieces, count);
        var parts = Grow(pieces, seeds);
        for (var round = 0; round < Rounds; round++)
        {
            seeds = Middles(pieces, parts, seeds);
            parts = Grow(pieces, seeds);
        }

        return parts;
    }

    private static int[] SpreadSeeds(Piece[] pieces, int count)
    {
        var nearest = new double[pieces.Length];
        Array.Fill(nearest, double.MaxValue);
        var seeds = new int[count];
        for (var i = 0; i < count; i++)
        {
            for (var piece = 0; i > 0 && piece < pieces.Length; piece++)
            {
                nearest[piece] = Math.Min(nearest[piece], pieces[piece].Centre.MetresTo(pieces[seeds[i - 1]].Centre) + 1e-6);
            }

            if (i > 0)
            {
                nearest[seeds[i - 1]] = -1;
                seeds[i] = Array.IndexOf(nearest, nearest.Max());
            }
        }

        return seeds;
    }

    private static int[] Grow(Piece[] pieces, int[] seeds)
    {
        var part = new int[pieces.Length];
        Array.Fill(part, -1);
        var open = new PriorityQueue<(int Piece, int Part), (double Cost, int Piece, int Part)>();
        for (var i = 0; i < seeds.Length; i++)
        {
            open.Enqueue((seeds[i], i), (-1, seeds[i], i));
        }

        while (open.TryDequeue(out var next, out _))
        {
            if (part[next.Piece] >= 0)
            {
                continue;
            }

            part[next.Piece] = next.Part;
            foreach (var other in pieces[next.Piece].Touches)
            {
                if (part[other] < 0)
                {
                    var cost = pieces[other].Centre.MetresTo(pieces[seeds[next.Part]].Centre) + pieces[other].BarrierM;
                    open.Enqueue((other, next.Part), (cost, other, next.Part));
                }
            }
        }

        return part;
    }

    // The piece nearest each part's centre of weight.
    private static int[] Middles(Piece[] pieces, int[] parts, int[] seeds)
    {
        var (east, north, weight) = (new double[seeds.Length], new double[seeds.Length], new double[seeds.Length]);
        for (var i = 0; i < pieces.Length; i++)
        {
            east[parts[i]] += pieces[i].Centre.EastM * pieces[i].Weight;
            north[parts[i]] += pieces[i].Centre.NorthM * pieces[i].Weight;
            weight[parts[i]] += pieces[i].Weight;
        }

        var best = new double[seeds.Length];
        Array.Fill(best, double.MaxValue);
        var middles = seeds.ToArray();
        for (var i = 0; i < pieces.Length; i++)
        {
            var part = parts[i];
            var distance = pieces[i].Centre.MetresTo(new Place(east[part] / weight[part], north[part] / weight[part])) + pieces[i].BarrierM;
            if (distance < best[part])
            {
                (best[part], middles[part]) = (distance, i);
            }
        }

        return middles;
    }
}
