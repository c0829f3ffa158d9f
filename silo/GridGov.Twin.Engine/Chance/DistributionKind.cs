namespace GridGov.Twin.Engine.Chance;

/// <summary>The shapes a <see cref="Distribution"/> can have.</summary>
public enum DistributionKind
{
    /// <summary>Always the same.</summary>
    Constant,

    /// <summary>Anything between two bounds alike.</summary>
    Uniform,

    /// <summary>Without memory.</summary>
    Exponential,

    /// <summary>The logarithm is normal: mostly short, sometimes very long.</summary>
    Lognormal,

    /// <summary>Any mean and spread; without memory at a coefficient of variation of 1.</summary>
    Gamma,

    /// <summary>Some exponential phases one after the other.</summary>
    Erlang,

    /// <summary>Least, likeliest and most, as people estimate.</summary>
    Triangular,

    /// <summary>One of two exponentials: more spread than one alone.</summary>
    Hyperexponential,

    /// <summary>Between measured values, as often as they were measured.</summary>
    Sampled,

    /// <summary>One of given values, in proportion to given weights.</summary>
    Weighted,
}
