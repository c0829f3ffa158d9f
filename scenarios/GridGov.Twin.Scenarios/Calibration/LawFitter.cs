using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>A law with the logarithm of its likelihood and Akaike's criterion 2k − 2 ln L: the lowest is chosen.</summary>
public sealed record FittedLaw(LengthLaw Law, double LogLikelihood)
{
    /// <summary>Akaike's criterion.</summary>
    public double Aic => (2 * Law.Parameters) - (2 * LogLikelihood);
}

/// <summary>
/// Fits laws to lengths of which some are still open, by maximum likelihood: a closed one counts by its density, an open one by its chance of
/// lasting longer. Two parameters are sought by the simplex method of Nelder and Mead over their logarithms (μ as it is).
/// </summary>
internal static class LawFitter
{
    private const double Precision = 1e-9;
    private const int MostSteps = 5000;

    /// <summary>All families that can be fitted, the best by Akaike's criterion first; lengths are above 0 and at least two differ.</summary>
    public static FittedLaw[] Fit(IReadOnlyList<(double Length, bool IsClosed)> lengths)
    {
        var sums = new LengthSums(lengths);
        return [.. Enum.GetValues<LawFamily>().Select(family => Fit(family, sums)).OfType<FittedLaw>().OrderBy(law => law.Aic)];
    }

    private static FittedLaw? Fit(LawFamily family, LengthSums sums)
    {
        if (family == LawFamily.Exponential)
        {
            var law = new LengthLaw(family, sums.Total / sums.Closed, 0);
            return new FittedLaw(law, sums.LogLikelihood(law));
        }

        var start = Start(family, sums);
        try
        {
            var goal = ObjectiveFunction.Value(point => -Finite(sums.LogLikelihood(Law(family, point))));
            var found = new NelderMeadSimplex(Precision, MostSteps).FindMinimum(goal, Vector<double>.Build.Dense(start));
            var law = Law(family, found.MinimizingPoint);
            return double.IsFinite(law.Mean) ? new FittedLaw(law, -found.FunctionInfoAtMinimum.Value) : null;
        }
        catch (MaximumIterationsException)
        {
            return null;
        }
    }

    private static LengthLaw Law(LawFamily family, Vector<double> point) =>
        new(family, family == LawFamily.Lognormal ? point[0] : Math.Exp(point[0]), Math.Exp(point[1]));

    private static double[] Start(LawFamily family, LengthSums sums)
    {
        var deviation = Math.Max(0.05, sums.LogDeviation);
        return family switch
        {
            LawFamily.Lognormal => [sums.LogMean, Math.Log(deviation)],
            LawFamily.Weibull => [Math.Log(1.28 / deviation), sums.LogMean + 0.5],
            _ => [Math.Log(Math.Max(0.05, 1 / (deviation * deviation))), Math.Log(Math.Max(1e-6, sums.Total / sums.Closed * deviation * deviation))],
        };
    }

    // Where the simplex strays off, the likelihood is only very small.
    private static double Finite(double value) => double.IsFinite(value) ? value : -1e12;

    /// <summary>The lengths, as sums where sums do, and the first guesses.</summary>
    private sealed class LengthSums
    {
        private readonly double[] _closed;
        private readonly double[] _open;

        public LengthSums(IReadOnlyList<(double Length, bool IsClosed)> lengths)
        {
            _closed = [.. lengths.Where(one => one.IsClosed).Select(one => one.Length)];
            _open = [.. lengths.Where(one => !one.IsClosed).Select(one => one.Length)];
            Total = lengths.Sum(one => one.Length);
            LogMean = _closed.Average(Math.Log);
            LogDeviation = Math.Sqrt(_closed.Average(length => Math.Pow(Math.Log(length) - LogMean, 2)));
        }

        public int Closed => _closed.Length;

        public double Total { get; }

        public double LogMean { get; }

        public double LogDeviation { get; }

        public double LogLikelihood(LengthLaw law) => _closed.Sum(law.LogDensity) + _open.Sum(law.LogSurvives);
    }
}
