using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>
/// How a scenario is run. The world's first day is <paramref name="Starts"/>, from 00:00; day numbers in files count it as day 1.
/// </summary>
/// <param name="Starts">The date of the world's first day.</param>
/// <param name="Days">How many days the world runs, 1 to 36,600.</param>
/// <param name="Seed">The seed of the world's chance.</param>
/// <param name="Pace">How fast world time passes against the wall clock.</param>
/// <param name="WarmUp">The first part of the run, which key figures leave out; shorter than the run.</param>
public sealed record RunSettings(DateOnly Starts, int Days, ulong Seed, Pace Pace, Duration WarmUp)
{
    private const string FastestWord = "max";

    /// <summary>How long the world runs.</summary>
    public Duration Length => Duration.Days(Days);

    internal static RunSettings Read(YamlFields fields)
    {
        var (pace, warmUp) = (fields["pace"], fields.Has("warm-up") ? fields["warm-up"].Duration() : Duration.Zero);
        var run = new RunSettings(
            fields["starts"].Date(), fields["days"].Whole(1, 36_600), (ulong)fields["seed"].Whole(0, long.MaxValue),
            pace.IsMissing ? Pace.Max : ReadPace(pace), warmUp);
        if (warmUp >= run.Length)
        {
            fields["warm-up"].Reject("less than the days of the run", "the run ends before anything is counted");
        }

        return run;
    }

    /// <summary>A pace: <c>max</c>, or how many times faster than the wall clock; as fast as possible after a finding.</summary>
    internal static Pace ReadPace(YamlValue value) => value.Is(FastestWord) ? Pace.Max :
        value.Scalar($"{FastestWord}, or a number from 0.001 to 1000000", static (string text, out Pace pace) =>
        {
            var isPace = Quantity.TryNumber(text, out var factor) && factor is >= 0.001 and <= 1_000_000;
            pace = isPace ? Pace.Of(factor) : Pace.Max;
            return isPace;
        });
}
