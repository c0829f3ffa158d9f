namespace GridGov.Twin.Benchmarks;

/// <summary>One question about speed, answered in one run as ratios between ways of doing the same work.</summary>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one sentence.</summary>
    string What { get; }

    /// <summary>Measures and prints.</summary>
    void Run(TextWriter output);
}
