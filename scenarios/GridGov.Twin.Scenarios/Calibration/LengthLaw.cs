using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>The families a length is fitted by.</summary>
public enum LawFamily
{
    /// <summary>Without memory; one parameter.</summary>
    Exponential,

    /// <summary>The logarithm is normal.</summary>
    Lognormal,

    /// <summary>A power of an exponential.</summary>
    Weibull,

    /// <summary>Gamma.</summary>
    Gamma,
}

/// <summary>
/// A fitted law of a length in hours. <paramref name="A"/> and <paramref name="B"/> are: exponential mean; lognormal μ and σ; Weibull shape and
/// scale; gamma shape and scale.
/// </summary>
public sealed record LengthLaw(LawFamily Family, double A, double B)
{
    /// <summary>How many parameters were fitted.</summary>
    public int Parameters => Family == LawFamily.Exponential ? 1 : 2;

    /// <summary>The mean in hours.</summary>
    public double Mean => Family switch
    {
        LawFamily.Exponential => A,
        LawFamily.Lognormal => Math.Exp(A + (B * B / 2)),
        LawFamily.Weibull => B * SpecialFunctions.Gamma(1 + (1 / A)),
        _ => A * B,
    };

    /// <summary>Standard deviation over mean.</summary>
    public double Variation => Family switch
    {
        LawFamily.Exponential => 1,
        LawFamily.Lognormal => Math.Sqrt(Math.Exp(B * B) - 1),
        LawFamily.Weibull => Math.Sqrt((SpecialFunctions.Gamma(1 + (2 / A)) / Math.Pow(SpecialFunctions.Gamma(1 + (1 / A)), 2)) - 1),
        _ => 1 / Math.Sqrt(A),
    };

    /// <summary>The chance of at most that many hours.</summary>
    public double Cumulated(double hours) => 1 - Survives(hours);

    /// <summary>The chance of more than that many hours.</summary>
    public double Survives(double hours) => hours <= 0 ? 1 : Family switch
    {
        LawFamily.Exponential => Math.Exp(-hours / A),
        LawFamily.Lognormal => SpecialFunctions.Erfc((Math.Log(hours) - A) / (B * Constants.Sqrt2)) / 2,
        LawFamily.Weibull => Math.Exp(-Math.Pow(hours / B, A)),
        _ => SpecialFunctions.GammaUpperRegularized(A, hours / B),
    };

    /// <summary>The logarithm of that chance, exact where the chance itself is too small for a number.</summary>
    public double LogSurvives(double hours) => Family switch
    {
        LawFamily.Exponential => -hours / A,
        LawFamily.Weibull => -Math.Pow(hours / B, A),
        _ => Math.Log(Survives(hours)),
    };

    /// <summary>The logarithm of the density at a length above 0.</summary>
    public double LogDensity(double hours) => Family switch
    {
        LawFamily.Exponential => -Math.Log(A) - (hours / A),
        LawFamily.Lognormal => -Math.Log(hours * B * Constants.Sqrt2Pi) - (Math.Pow((Math.Log(hours) - A) / B, 2) / 2),
        LawFamily.Weibull => Math.Log(A / B) + ((A - 1) * Math.Log(hours / B)) - Math.Pow(hours / B, A),
        _ => ((A - 1) * Math.Log(hours)) - (hours / B) - SpecialFunctions.GammaLn(A) - (A * Math.Log(B)),
    };

    /// <summary>The length within which a share ends.</summary>
    public double Quantile(double share) => Family switch
    {
        LawFamily.Exponential => -A * Math.Log(1 - share),
        LawFamily.Lognormal => LogNormal.InvCDF(A, B, share),
        LawFamily.Weibull => B * Math.Pow(-Math.Log(1 - share), 1 / A),
        _ => Gamma.InvCDF(A, 1 / B, share),
    };
}
