using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>How often kinds occur over time, in any proportions: the builder scales hours, weekdays and months to a mean of 1.</summary>
public sealed record RhythmSection(Marked<string> Id, double[] Hours, double[] Weekdays, double[] Months, double[] Weather)
{
    internal static readonly MapShape Shape = new("rhythm", [], ["hours", "weekdays", "months", "weather"]);
    internal static readonly MapShape WeatherShape = new("weather-factors", [], [.. Words.Weathers.Keys]);

    internal static RhythmSection Read(Marked<string> id, YamlValue value)
    {
        var fields = value.Fields(Shape);
        foreach (var key in Shape.Optional.Where(key => key != "weather" && fields.Has(key) && fields[key].Items().All(item => item.Is("0"))))
        {
            fields[key].Reject("at least one number above 0", "nothing would ever happen");
        }

        var weather = fields.Has("weather") ? fields["weather"].Fields(WeatherShape) : null;
        return new RhythmSection(
            id, fields.Numbers("hours", 24), fields.Numbers("weekdays", 7), fields.Numbers("months", 12),
            [.. Words.Weathers.Keys.Select(word => weather?.Has(word) == true ? weather[word].Real(0, 1e6) : 1)]);
    }
}

/// <summary>The chance of each weather in each month; what is left is fair.</summary>
public sealed record ClimateSection(Climate Climate)
{
    internal static readonly MapShape Shape = new("climate", [], ["rain", "storm", "heat", "snow"]);

    internal static ClimateSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        var (rain, storm) = (fields.Numbers("rain", 12, 0), fields.Numbers("storm", 12, 0));
        var (heat, snow) = (fields.Numbers("heat", 12, 0), fields.Numbers("snow", 12, 0));
        double[][] months = [.. Enumerable.Range(0, 12).Select(month => Month(rain[month], storm[month], heat[month], snow[month]))];
        for (var month = 0; month < 12; month++)
        {
            if (months[month][0] < 0)
            {
                value.Reject("chances that sum to at most 1", FormattableString.Invariant($"the chances of month {month + 1} sum to {1 - months[month][0]:0.###}"));
            }
        }

        return new ClimateSection(new Climate(months));
    }

    private static double[] Month(double rain, double storm, double heat, double snow) => [1 - rain - storm - heat - snow, rain, storm, heat, snow];
}
