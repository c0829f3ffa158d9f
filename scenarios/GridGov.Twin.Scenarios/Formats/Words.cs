using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>The words files use for the domain's choices: lower case, hyphens between parts.</summary>
public static class Words
{
    /// <summary>Who performs a role.</summary>
    public static IReadOnlyDictionary<string, Performer> Performers { get; } = Of<Performer>();

    /// <summary>Levels of governance.</summary>
    public static IReadOnlyDictionary<string, Level> Levels { get; } = Of<Level>();

    /// <summary>Stages of the closed loop.</summary>
    public static IReadOnlyDictionary<string, Stage> Stages { get; } = Of<Stage>();

    /// <summary>What can be done to a case.</summary>
    public static IReadOnlyDictionary<string, CaseAction> Actions { get; } = Of<CaseAction>();

    /// <summary>What a state does to the whole-case clock.</summary>
    public static IReadOnlyDictionary<string, CaseClockRule> CaseClocks { get; } = Of<CaseClockRule>();

    /// <summary>How heavy a case is.</summary>
    public static IReadOnlyDictionary<string, Weight> Weights { get; } = Of<Weight>();

    /// <summary>Kinds of cell.</summary>
    public static IReadOnlyDictionary<string, CellKind> CellKinds { get; } = Of<CellKind>();

    /// <summary>What devices watch.</summary>
    public static IReadOnlyDictionary<string, DeviceKind> Devices { get; } = Of<DeviceKind>();

    /// <summary>The weather of a day.</summary>
    public static IReadOnlyDictionary<string, Weather> Weathers { get; } = Of<Weather>();

    /// <summary>How officers are chosen for a task.</summary>
    public static IReadOnlyDictionary<string, DispatchPolicy> Policies { get; } = Of<DispatchPolicy>();

    /// <summary>On which days a shift is worked.</summary>
    public static IReadOnlyDictionary<string, DutyDays> DutyDays { get; } = Of<DutyDays>();

    /// <summary>Days of the week.</summary>
    public static IReadOnlyDictionary<string, DayOfWeek> Weekdays { get; } = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal)
    {
        ["mon"] = DayOfWeek.Monday,
        ["tue"] = DayOfWeek.Tuesday,
        ["wed"] = DayOfWeek.Wednesday,
        ["thu"] = DayOfWeek.Thursday,
        ["fri"] = DayOfWeek.Friday,
        ["sat"] = DayOfWeek.Saturday,
        ["sun"] = DayOfWeek.Sunday,
    };

    /// <summary>The word files use for one value: <c>OwnCell</c> is written <c>own-cell</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static Dictionary<string, T> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(Of, StringComparer.Ordinal);
}
