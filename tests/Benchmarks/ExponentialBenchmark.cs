using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Benchmarks;

/// <summary>What one exponential draw costs by the platform's logarithm and by the one that is the same everywhere.</summary>
internal sealed class ExponentialBenchmark : IBenchmark
{
    private const int Draws = 5_000_000;

    private double _sum;

    public string Name => "exponential";

    public string What => "one exponential draw: Math.Log against Exact.Log";

    public void Run(TextWriter output) => Contest.Run(output, "draws", Draws, 9,
        ("Math.Log", () => Sum((ref ChanceStream c) => -Math.Log(c.UnitAboveZero()))),
        ("Exact.Log", () => Sum((ref ChanceStream c) => c.Exponential())),
        ("no logarithm, the stream alone", () => Sum((ref ChanceStream c) => c.UnitAboveZero())));

    private delegate double Draw(ref ChanceStream chance);

    private void Sum(Draw draw)
    {
        var chance = ChanceStream.For(1, 1, 1);
        for (var i = 0; i < Draws; i++)
        {
            _sum += draw(ref chance);
        }
    }
}
