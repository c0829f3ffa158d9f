using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>A mean with the half-width of its 99 % interval.</summary>
internal readonly record struct Estimate(double Value, double HalfWidth)
{
    private const double Confidence = 0.99;

    /// <summary>The half-width as a share of the value.</summary>
    public double Precision => HalfWidth / Math.Abs(Value);

    public bool Holds(double truth) => Math.Abs(truth - Value) <= HalfWidth;

    /// <summary>The mean of independent values, by Student's t.</summary>
    public static Estimate OfMean(double[] values) => OfRatio(values, [.. values.Select(_ => 1.0)], []);

    /// <summary>
    /// The ratio of two means from batches, with control variates: each row of <paramref name="controls"/> has mean zero and one value per batch.
    /// The residuals over − ratio·under are regressed on the controls; the intercept corrects the ratio (Lavenberg and Welch 1981).
    /// </summary>
    public static Estimate OfRatio(double[] over, double[] under, double[][] controls)
    {
        var ratio = over.Sum() / under.Sum();
        var residuals = Vector<double>.Build.DenseOfArray([.. over.Zip(under, (y, x) => y - (ratio * x))]);
        double[][] moving = [.. controls.Select(Scaled).OfType<double[]>()];
        double[][] columns = [residuals.Select(_ => 1.0).ToArray(), .. moving];
        var design = Matrix<double>.Build.DenseOfColumnArrays(columns);
        var normal = design.TransposeThisAndMultiply(design).Cholesky();
        var weights = normal.Solve(design.TransposeThisAndMultiply(residuals));
        var freedom = over.Length - columns.Length;
        var left = residuals - (design * weights);
        var variance = left.DotProduct(left) / freedom;
        var first = normal.Solve(Vector<double>.Build.Dense(columns.Length, i => i == 0 ? 1.0 : 0.0))[0];
        var meanUnder = under.Average();
        var quantile = StudentT.InvCDF(0, 1, freedom, 1 - ((1 - Confidence) / 2));
        return new Estimate(ratio + (weights[0] / meanUnder), quantile * Math.Sqrt(variance * first) / meanUnder);
    }

    // In units of its own spread, so that the equations are well-conditioned; nothing where it never moves (constant work, one class).
    private static double[]? Scaled(double[] control)
    {
        var mean = control.Average();
        var spread = Math.Sqrt(control.Average(value => (value - mean) * (value - mean)));
        return spread > 1e-9 * (Math.Abs(mean) + 1) ? [.. control.Select(value => value / spread)] : null;
    }
}
