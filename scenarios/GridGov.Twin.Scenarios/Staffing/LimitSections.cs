using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// The limits of rest: how long a shift may be, how much rest lies between two shifts of a person at least, and on how many days of a week a person
/// works. A person keeps to one shift; the days decide how many people must be employed to fill a post every day.
/// </summary>
/// <param name="LongestShift">The longest shift; 12 h unless said.</param>
/// <param name="Between">The least rest between two shifts; 11 h unless said.</param>
/// <param name="DaysPerWeek">Days of work in a week, 1 to 7; 5 unless said.</param>
public sealed record RestSection(Duration LongestShift, Duration Between, double DaysPerWeek)
{
    internal static readonly MapShape Shape = new("rest", [], ["longest-shift", "between", "days-per-week"]);

    internal static RestSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new RestSection(
            fields.Has("longest-shift") ? fields["longest-shift"].Duration() : Duration.Hours(12),
            fields.Has("between") ? fields["between"].Duration() : Duration.Hours(11),
            fields.Has("days-per-week") ? fields["days-per-week"].Real(1, 7) : 5);
    }
}

/// <summary>
/// The limits of fairness, each a target of its own: how busy any pool that may change may be, and how far the streets may lie apart.
/// </summary>
/// <param name="Utilisation">The highest utilisation of each pool; null: no limit.</param>
/// <param name="Teams">How much busier the busiest team of officers may be than the idlest; null: no limit.</param>
/// <param name="Streets">How much higher the on-time closing rate of the best street may be than that of the worst; null: no limit.</param>
public sealed record FairnessSection(Marked<double>? Utilisation, Marked<double>? Teams, Marked<double>? Streets)
{
    internal static readonly MapShape Shape = new("fairness", [], ["utilisation", "teams", "streets"]);

    internal static FairnessSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new FairnessSection(
            fields.Said("utilisation", limit => limit.Share()), fields.Said("teams", limit => limit.Share()), fields.Said("streets", limit => limit.Share()));
    }
}
