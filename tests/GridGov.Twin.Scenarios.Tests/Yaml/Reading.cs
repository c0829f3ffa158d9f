using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Tests.Yaml;

/// <summary>Reads a few lines of YAML and gives back what was found wrong.</summary>
internal static class Reading
{
    public const string File = "f.yaml";

    public static YamlNode Parse(params string[] lines) => YamlFile.Parse(File, string.Join('\n', lines) + "\n");

    public static string[] Rejected(params string[] lines) => Rejected(() => Parse(lines));

    public static string[] Rejected(Action read) => [.. Should.Throw<InputRejectedException>(read).Findings.Select(finding => finding.ToString())];

    /// <summary>Reads the value of the key <c>it</c>; gives the value and the findings.</summary>
    public static (T Value, string[] Findings) It<T>(string written, Func<YamlValue, T> read)
    {
        var findings = new List<Finding>();
        var it = new YamlValue(Parse("", $"it: {written}"), findings).Fields(new MapShape("test", ["it"], []))["it"];
        return (read(it), [.. findings.Select(finding => finding.ToString())]);
    }
}
