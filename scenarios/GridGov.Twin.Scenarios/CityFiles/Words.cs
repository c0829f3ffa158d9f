using System.Text.Json;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>The words files use for the members of an enumeration: their names, beginning with a small letter.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly string[] Texts = [.. Values.Select(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()))];

    /// <summary>All words, for messages.</summary>
    public static string All { get; } = "one of " + string.Join(", ", Texts);

    public static string Of(T value) => Texts[Array.IndexOf(Values, value)];

    public static T? Find(string text) => Array.IndexOf(Texts, text) is >= 0 and var i ? Values[i] : null;
}
