using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>
/// What one line says about the kinds its pattern names; null: the line says nothing about it. Later lines are laid over earlier ones.
/// The meaning of each is that of <see cref="Domain.Plans.KindProfile"/> and <see cref="Domain.Plans.KindDemand"/>.
/// </summary>
/// <param name="Pattern">Which kinds.</param>
/// <param name="Weight">Small, big or serious.</param>
/// <param name="Frequency">How often each condition occurs, relative to the others of its line of the demand's mix.</param>
/// <param name="Rhythm">The name of its rhythm.</param>
/// <param name="In">Factors for the six kinds of cell.</param>
/// <param name="SeenByPatrol">The chance that one patrol pass notices it.</param>
/// <param name="CallsPerHour">Residents' calls per hour.</param>
/// <param name="Sensors">Which kinds of device notice it, one bit each.</param>
/// <param name="Lasts">How long it lasts if nobody acts; a null distribution: until it is handled.</param>
/// <param name="Worsens">After how long it becomes heavier; a null distribution: never.</param>
/// <param name="OnTheSpot">The chance that the finder can settle it.</param>
/// <param name="Handling">Hands-on time.</param>
/// <param name="MergeWithinM">Distance within which reports are one case, in metres.</param>
/// <param name="MergeFor">Time within which reports are one case.</param>
public sealed record KindSettings(
    Marked<string> Pattern, Weight? Weight, double? Frequency, Marked<string>? Rhythm, double[]? In, double? SeenByPatrol, double? CallsPerHour,
    int? Sensors, Marked<Distribution?>? Lasts, Marked<Distribution?>? Worsens, double? OnTheSpot, Distribution? Handling, double? MergeWithinM,
    Duration? MergeFor)
{
    internal static readonly MapShape Shape = new(
        "kind-settings", [],
        ["weight", "frequency", "rhythm", "in", "seen-by-patrol", "calls", "sensors", "lasts", "worsens", "on-the-spot", "handling",
            "merge-within", "merge-for"]);

    /// <summary>The word for "until it is handled".</summary>
    internal const string UntilHandled = "until-handled";

    /// <summary>The word for "never".</summary>
    internal const string Never = "never";

    /// <summary>What this line says, and where it says nothing, what <paramref name="below"/> says.</summary>
    public KindSettings Over(KindSettings below)
    {
        ArgumentNullException.ThrowIfNull(below);
        return new KindSettings(
            Pattern, Weight ?? below.Weight, Frequency ?? below.Frequency, Rhythm ?? below.Rhythm, In ?? below.In,
            SeenByPatrol ?? below.SeenByPatrol, CallsPerHour ?? below.CallsPerHour, Sensors ?? below.Sensors, Lasts ?? below.Lasts,
            Worsens ?? below.Worsens, OnTheSpot ?? below.OnTheSpot, Handling ?? below.Handling, MergeWithinM ?? below.MergeWithinM,
            MergeFor ?? below.MergeFor);
    }

    internal static KindSettings Read(Marked<string> pattern, YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new KindSettings(
            pattern,
            fields.Has("weight") ? fields["weight"].Word(Words.Weights) : null,
            fields.Has("frequency") ? fields["frequency"].Real(0, 1e6) : null,
            fields.Said("rhythm", value => value.Text()),
            fields.Has("in") ? CellFactors.Read(fields["in"]) : null,
            fields.Has("seen-by-patrol") ? fields["seen-by-patrol"].Share() : null,
            fields.Has("calls") ? fields["calls"].PerHour() : null,
            fields.Has("sensors") ? fields["sensors"].Items().Aggregate(0, static (bits, item) => bits | (1 << (int)item.Word(Words.Devices))) : null,
            fields.Said("lasts", value => value.DistributionOr(UntilHandled)),
            fields.Said("worsens", value => value.DistributionOr(Never)),
            fields.Has("on-the-spot") ? fields["on-the-spot"].Share() : null,
            fields.Has("handling") ? fields["handling"].Distribution() : null,
            fields.Has("merge-within") ? fields["merge-within"].Metres() : null,
            fields.Has("merge-for") ? fields["merge-for"].Duration() : null);
    }
}
