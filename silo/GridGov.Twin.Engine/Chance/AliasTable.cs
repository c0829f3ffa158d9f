namespace GridGov.Twin.Engine.Chance;

/// <summary>
/// Draws an index in proportion to given weights, in constant time with one number of the stream: Walker's alias method,
/// tables as by Vose (IEEE TSE 17 (1991) 972).
/// </summary>
public sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _alias;

    /// <summary>Prepares the table.</summary>
    /// <exception cref="ArgumentException">There is no weight, or their sum is zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        var total = SumOf(weights);
        _keep = new double[weights.Length];
        _alias = new int[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            _keep[i] = weights[i] * weights.Length / total;
            _alias[i] = i;
        }

        Fill();
    }

    /// <summary>How many weights there are.</summary>
    public int Count => _keep.Length;

    /// <summary>An index from 0 to <see cref="Count"/> − 1.</summary>
    public int Draw(ref ChanceStream chance)
    {
        var place = chance.Unit() * _keep.Length;
        var index = (int)place;
        return place - index < _keep[index] ? index : _alias[index];
    }

    private static double SumOf(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weights[i], $"weight {i} must be 0 or more");
            }

            total += weights[i];
        }

        return total > 0 && double.IsFinite(total)
            ? total
            : throw new ArgumentException(
                $"at least one weight must be above 0 and their sum finite; there are {weights.Length} with sum {total}", nameof(weights));
    }

    // Gives what a column lacks to a column that has too much, until all are level.
    private void Fill()
    {
        var (small, large) = (new Stack<int>(), new Stack<int>());
        for (var i = 0; i < _keep.Length; i++)
        {
            (_keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var (lacks, gives) = (small.Pop(), large.Pop());
            _alias[lacks] = gives;
            _keep[gives] -= 1 - _keep[lacks];
            (_keep[gives] < 1 ? small : large).Push(gives);
        }

        // What is left differs from 1 by rounding only.
        foreach (var level in small.Concat(large))
        {
            _keep[level] = 1;
        }
    }
}
