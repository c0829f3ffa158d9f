using GridGov.Twin.Engine.Chance;
using Lengths = GridGov.Twin.Engine.Chance.Distribution;

namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>Reads how a length of time varies: a mapping with one key, the kind, such as <c>{exponential: {mean: 6 min}}</c>.</summary>
public static class DistributionReading
{
    internal static readonly MapShape Choice = new(
        "distribution", [], ["constant", "uniform", "exponential", "lognormal", "gamma", "erlang", "triangular", "hyperexponential", "empirical"]);

    internal static readonly MapShape Mean = new("mean", ["mean"], []);
    internal static readonly MapShape MeanCv = new("mean-and-cv", ["mean", "cv"], []);
    internal static readonly MapShape Erlang = new("erlang", ["mean", "phases"], []);
    internal static readonly MapShape Hyperexponential = new("hyperexponential", ["mean", "cv2"], []);
    internal static readonly MapShape Uniform = new("uniform", ["min", "max"], []);
    internal static readonly MapShape Triangular = new("triangular", ["min", "mode", "max"], []);

    /// <summary>Every mapping a distribution is written with.</summary>
    public static IReadOnlyList<MapShape> Shapes => [Choice, Mean, MeanCv, Erlang, Hyperexponential, Uniform, Triangular];

    /// <summary>Whether a mapping looks like a distribution: its one key is the name of a kind.</summary>
    public static bool IsDistribution(YamlMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Entries is [var only] && Choice.Keys.Contains(only.Key);
    }

    /// <summary>The distribution; always nothing after a finding.</summary>
    public static Distribution Distribution(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var fields = value.Fields(Choice);
        string[] kinds = [.. Choice.Keys.Where(fields.Has)];
        if (kinds.Length != 1)
        {
            if (value.IsMap)
            {
                value.Reject($"exactly one of {string.Join(", ", Choice.Keys)}", kinds.Length == 0 ? "no distribution" : "more than one distribution");
            }

            return Lengths.Constant(0);
        }

        var before = value.FindingCount;
        var make = Prepare(kinds[0], fields[kinds[0]]);
        return value.FindingCount == before ? make() : Lengths.Constant(0);
    }

    /// <summary>A distribution, or null for the word <paramref name="never"/>.</summary>
    public static Distribution? DistributionOr(this YamlValue value, string never)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.IsText && !value.Is(never))
        {
            value.Reject($"a distribution, or {never}", "an unknown word");
        }

        return value.IsText ? null : value.Distribution();
    }

    // Everything is read and checked first: a distribution with a wrong parameter cannot be made.
    private static Func<Distribution> Prepare(string kind, YamlValue value)
    {
        switch (kind)
        {
            case "constant":
                var always = value.DurationMs();
                return () => Lengths.Constant(always);
            case "empirical":
                double[] measured = [.. value.Items().Select(item => item.DurationMs())];
                Expect(value, measured.Length > 0, "at least one length", "there is none");
                return () => Lengths.Empirical(measured);
            case "uniform":
                var range = value.Fields(Uniform);
                var (least, most) = (range["min"].DurationMs(), range["max"].DurationMs());
                Expect(range["max"], most >= least, "at least the minimum", "the maximum is below the minimum");
                return () => Lengths.Uniform(least, most);
            case "triangular":
                return PrepareTriangular(value.Fields(Triangular));
            default:
                return PrepareByMean(kind, value);
        }
    }

    private static Func<Distribution> PrepareTriangular(YamlFields fields)
    {
        var (min, mode, max) = (fields["min"].DurationMs(), fields["mode"].DurationMs(), fields["max"].DurationMs());
        Expect(fields["mode"], mode >= min, "at least the minimum", "the likeliest length is below the minimum");
        Expect(fields["max"], max >= mode, "at least the likeliest length", "the maximum is below the likeliest length");
        return () => Lengths.Triangular(min, mode, max);
    }

    private static Func<Distribution> PrepareByMean(string kind, YamlValue value)
    {
        var fields = value.Fields(kind switch { "exponential" => Mean, "erlang" => Erlang, "hyperexponential" => Hyperexponential, _ => MeanCv });
        var before = value.FindingCount;
        var meanMs = fields["mean"].DurationMs();
        Expect(fields["mean"], meanMs > 0 || value.FindingCount > before, "a length above zero", "the mean is zero");
        switch (kind)
        {
            case "exponential":
                return () => Lengths.Exponential(meanMs);
            case "erlang":
                var phases = fields["phases"].Whole(1, 1000);
                return () => Lengths.Erlang(meanMs, phases);
            case "hyperexponential":
                var cv2 = fields["cv2"].Real(1.001, 10_000);
                return () => Lengths.Hyperexponential(meanMs, cv2);
            default:
                var cv = fields["cv"].Real(0.001, 100);
                return kind == "gamma"
                    ? () => Lengths.Gamma(meanMs, cv)
                    : () => Lengths.Lognormal(meanMs, cv);
        }
    }

    private static void Expect(YamlValue value, bool holds, string expected, string message)
    {
        if (!holds && !value.IsMissing)
        {
            value.Reject(expected, message);
        }
    }
}
