using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// One target as it is written: a measure that must be at least or at most a value. Lengths of time carry their unit.
/// </summary>
/// <param name="Measure">The measure's machine name.</param>
/// <param name="IsAtLeast">Whether the measure must be at least the value; else at most.</param>
/// <param name="Number">The value where it is a plain number.</param>
/// <param name="Time">The value where it is a length of time; else null.</param>
/// <param name="Value">The value as it is written, and where.</param>
public sealed record TargetSection(Marked<string> Measure, bool IsAtLeast, double Number, Duration? Time, Marked<string> Value)
{
    internal static readonly MapShape Shape = new("target", [], ["at-least", "at-most"]);

    internal static TargetSection[] ReadAll(YamlValue value)
    {
        TargetSection[] targets = [.. value.Entries().Select(entry => Read(new Marked<string>(entry.Key, entry.Mark), entry.Value))];
        if (targets.Length == 0 && value.IsMap)
        {
            value.Reject("at least one target", "there is nothing to reach");
        }

        return targets;
    }

    private static TargetSection Read(Marked<string> measure, YamlValue value)
    {
        var fields = value.Fields(Shape);
        var isAtLeast = fields.Has("at-least");
        if (isAtLeast == fields.Has("at-most"))
        {
            value.Reject("either at-least or at-most", "a target has one bound");
        }

        var bound = isAtLeast ? fields["at-least"] : fields["at-most"];
        Duration? time = bound.IsText && !Quantity.TryNumber(bound.Written, out _) ? bound.Duration() : null;
        return new TargetSection(measure, isAtLeast, time is null ? bound.Real(0, 1e9) : 0, time, new Marked<string>(bound.Written, bound.Mark));
    }
}
