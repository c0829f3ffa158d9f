using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Api;

/// <summary>What is wrong with a body of JSON: where, and what was expected there.</summary>
internal static partial class JsonFault
{
    /// <summary>In words of both languages.</summary>
    /// <param name="wrong">What the reader found.</param>
    /// <param name="expected">What was to be read; null: any JSON.</param>
    public static Name Words(JsonException wrong, Type? expected)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{wrong.Path ?? "$"}, line {(wrong.LineNumber ?? 0) + 1}, byte {(wrong.BytePositionInLine ?? 0) + 1}");
        var (zh, en) = Why(wrong, expected);
        return new Name($"JSON 有误（{place}）{zh}", $"the JSON is wrong at {place}{en}");
    }

    private static (string Zh, string En) Why(JsonException wrong, Type? expected)
    {
        if (Missing().Match(wrong.Message) is { Success: true } missing)
        {
            return ($"：缺少 {missing.Groups["names"].Value}", $": {missing.Groups["names"].Value} must be given");
        }

        if (expected is null || wrong.Path is null)
        {
            return ("", "");
        }

        if (Unknown().IsMatch(wrong.Message))
        {
            var known = string.Join(", ", MembersAt(wrong.Path[..wrong.Path.LastIndexOf('.')], expected));
            return ($"：未知的键，应为 {known} 之一", $": there is no such member; expected one of {known}");
        }

        return OtherKind().IsMatch(wrong.Message) && TypeAt(wrong.Path, expected) is { } type
            ? ($"：应为{Kind(type).Zh}", $": expected {Kind(type).En}")
            : ("", "");
    }

    private static IEnumerable<string> MembersAt(string path, Type root) =>
        TypeAt(path, root) is { } type ? WireJson.Strict.GetTypeInfo(type).Properties.Select(member => member.Name) : [];

    // What is to be read at a place such as $.plans[2].title; null where the place is not known.
    private static Type? TypeAt(string path, Type root)
    {
        Type? type = root;
        foreach (Match step in Step().Matches(path))
        {
            var info = type is null ? null : WireJson.Strict.GetTypeInfo(type);
            type = step.Groups["member"] is { Success: true } member
                ? info?.Properties.FirstOrDefault(each => each.Name == member.Value)?.PropertyType
                : info?.ElementType;
        }

        return type;
    }

    private static Name Kind(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return WireJson.Strict.GetTypeInfo(bare).Kind switch
        {
            JsonTypeInfoKind.Enumerable => new("列表", "a list"),
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => new("对象", "an object"),
            _ when bare == typeof(string) => new("文本", "a text"),
            _ when bare == typeof(bool) => new(" true 或 false", "true or false"),
            _ when bare == typeof(double) => new("数字", "a number"),
            _ => new("整数", "a whole number"),
        };
    }

    [GeneratedRegex("missing required properties including: (?<names>.+)\\.$")]
    private static partial Regex Missing();

    [GeneratedRegex("could not be mapped to any \\.NET member")]
    private static partial Regex Unknown();

    [GeneratedRegex("could not be converted|doesn't allow null values")]
    private static partial Regex OtherKind();

    [GeneratedRegex("\\.(?<member>[^.\\[]+)|\\[(?<index>[0-9]+)\\]")]
    private static partial Regex Step();
}
