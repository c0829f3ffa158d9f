using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// When an experiment has enough replications: a fixed number (<paramref name="Least"/> = <paramref name="Most"/>), or as soon as, after at
/// least <paramref name="Least"/>, every named half-width is reached and the best variant is chosen, where these are asked for; at
/// <paramref name="Most"/> in any case, or when <paramref name="Within"/> of wall time has passed.
/// </summary>
/// <param name="Mark">Where it stands.</param>
/// <param name="Least">The fewest replications, at least 2.</param>
/// <param name="Most">The most replications, up to 10,000.</param>
/// <param name="HalfWidths">Measures and the half-width wanted of each, in every variant.</param>
/// <param name="UntilChosen">Whether to go on until Kim and Nelson's procedure has one variant left.</param>
/// <param name="Within">The wall time after which no further replication counts; null: no limit.</param>
/// <param name="Batches">Above 0: one long replication, whose counted time is cut in so many batches (steady state).</param>
public sealed record StopSection(
    Mark Mark, int Least, int Most, (Marked<string> Measure, double HalfWidth)[] HalfWidths, bool UntilChosen, Duration? Within, int Batches)
{
    internal static readonly MapShape Shape = new("replications", [], ["least", "most", "half-widths", "until-chosen", "within", "batches"]);

    private const int MostReplications = 10_000;

    /// <summary>Whether nothing is looked at before the last replication.</summary>
    public bool IsFixed => Least == Most;

    internal static StopSection Read(YamlValue value)
    {
        if (!value.IsMap)
        {
            var count = value.Whole(2, MostReplications);
            return new StopSection(value.Mark, count, count, [], false, null, 0);
        }

        var fields = value.Fields(Shape);
        if (fields.Has("batches"))
        {
            return ReadBatches(value, fields);
        }

        var least = fields.Has("least") ? fields["least"].Whole(2, MostReplications) : 10;
        var most = fields.Has("most") ? fields["most"].Whole(2, MostReplications) : Math.Max(100, least);
        if (most < least)
        {
            fields["most"].Reject($"at least {least}", "the most replications are fewer than the least");
        }

        return new StopSection(
            value.Mark, least, most,
            [.. fields["half-widths"].Entries().Select(entry => (new Marked<string>(entry.Key, entry.Mark), entry.Value.Real(1e-9, 1e9)))],
            fields.Has("until-chosen") && fields["until-chosen"].YesNo(), fields.Has("within") ? fields["within"].Duration() : null, 0);
    }

    private static StopSection ReadBatches(YamlValue value, YamlFields fields)
    {
        if (Shape.Keys.Where(key => key != "batches").FirstOrDefault(fields.Has) is { } other)
        {
            fields[other].Reject("batches alone", "batches cut one long replication, so nothing else stops it");
        }

        return new StopSection(value.Mark, 1, 1, [], false, null, fields["batches"].Whole(8, 1_000));
    }
}
