using System.Globalization;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Chance;

/// <summary>How a length of time varies: a kind with its parameters, checked when made. Immutable; all lengths in milliseconds.</summary>
public sealed partial class Distribution
{
    // Ten thousand years: a world's instants stay far from overflowing whatever is drawn.
    private const double LongestMs = 3.2e14;

    // The meaning of the parameters is the kind's; see each factory.
    private readonly double _a;
    private readonly double _b;
    private readonly double _c;
    private readonly double[] _points = [];
    private readonly AliasTable? _weights;

    private Distribution(DistributionKind kind, double meanMs, double variance, double a = 0, double b = 0, double c = 0)
    {
        (Kind, MeanMs, VarianceMs2) = (kind, meanMs, variance);
        (_a, _b, _c) = (a, b, c);
    }

    private Distribution(DistributionKind kind, double meanMs, double variance, double[] points, AliasTable? weights)
        : this(kind, meanMs, variance) => (_points, _weights) = (points, weights);

    /// <summary>The shape.</summary>
    public DistributionKind Kind { get; }

    /// <summary>The mean in milliseconds, in closed form.</summary>
    public double MeanMs { get; }

    /// <summary>The variance in square milliseconds, in closed form.</summary>
    public double VarianceMs2 { get; }

    /// <summary>One length, rounded to the nearest millisecond; never negative and never above ten thousand years.</summary>
    public Duration Sample(ref ChanceStream chance) => new((long)(Math.Min(SampleMs(ref chance), LongestMs) + 0.5));

    /// <summary>One length in milliseconds, not rounded.</summary>
    public double SampleMs(ref ChanceStream chance) => Kind switch
    {
        DistributionKind.Constant => _a,
        DistributionKind.Uniform => _a + (_b * chance.Unit()),
        DistributionKind.Exponential => _a * chance.Exponential(),
        DistributionKind.Lognormal => Exact.Exp(_a + (_b * chance.Normal())),
        DistributionKind.Gamma => _b * chance.Gamma(_a),
        DistributionKind.Erlang => Phases(ref chance),
        DistributionKind.Triangular => chance.Triangular(_a, _b, _c),
        DistributionKind.Hyperexponential => (chance.Happens(_a) ? _b : _c) * chance.Exponential(),
        DistributionKind.Sampled => Between(chance.Unit() * (_points.Length - 1)),
        _ => _points[_weights!.Draw(ref chance)],
    };

    /// <summary>Kind, mean and standard deviation, for messages.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{Kind} with mean {MeanMs:0.###} ms, standard deviation {Math.Sqrt(VarianceMs2):0.###} ms");

    private double Phases(ref ChanceStream chance)
    {
        // One logarithm does for all phases; the product of 16 numbers above 2^−53 cannot come near zero.
        const int together = 16;
        var sum = 0.0;
        for (var left = (int)_b; left > 0; left -= together)
        {
            var product = 1.0;
            for (var i = Math.Min(left, together); i > 0; i--)
            {
                product *= chance.UnitAboveZero();
            }

            sum -= Exact.Log(product);
        }

        return _a * sum;
    }

    private double Between(double place)
    {
        var below = (int)place;
        var above = Math.Min(below + 1, _points.Length - 1);
        return _points[below] + ((place - below) * (_points[above] - _points[below]));
    }
}
