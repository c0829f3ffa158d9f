using System.Globalization;
using System.Text;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>
/// The staff of the shipped defaults, which suits a town of <see cref="DefaultCells"/> cells, in proportion to another size, as sections of a
/// scenario file. Streets of the same size need the same staff, so <c>staff-per-street</c> stays.
/// </summary>
internal static class RosterScaling
{
    /// <summary>The cells the defaults are staffed for.</summary>
    public const int DefaultCells = 240;

    private const string Staff = "staff";

    /// <summary>
    /// The sections <c>desks</c>, <c>departments</c> (unless they are staffed otherwise) and <c>hotline</c> with their staff for that many cells; at
    /// least one person each.
    /// </summary>
    public static string Of(int cells, bool withDepartments = true)
    {
        var defaults = (YamlMap)ShippedFile.Read("", "defaults");
        var text = new StringBuilder();
        foreach (var section in (string[])(withDepartments ? ["desks", "departments"] : ["desks"]))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{section}:\n");
            foreach (var desk in Map(defaults, section).Entries)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {desk.Key}: {{{Staff}: {Scaled((YamlMap)desk.Value, cells)}}}\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\nhotline: {{{Staff}: {Scaled(Map(defaults, "hotline"), cells)}}}\n");
        return text.ToString();
    }

    private static string Scaled(YamlMap desk, int cells)
    {
        var shifts = (YamlList)desk.Entries.Single(entry => entry.Key == Staff).Value;
        return $"[{string.Join(", ", shifts.Items.Select(shift => Scaled((YamlMap)shift, (double)cells / DefaultCells)))}]";
    }

    private static string Scaled(YamlMap shift, double factor)
    {
        var fields = shift.Entries.Select(entry => (entry.Key, ((YamlText)entry.Value).Text));
        return $"{{{string.Join(", ", fields.Select(field => field.Key == "people" ? $"people: {People(field.Text, factor)}" : $"{field.Key}: \"{field.Text}\""))}}}";
    }

    private static string People(string usual, double factor) =>
        Math.Max(1, (int)Math.Ceiling(int.Parse(usual, CultureInfo.InvariantCulture) * factor)).ToString(CultureInfo.InvariantCulture);

    private static YamlMap Map(YamlMap root, string key) => (YamlMap)root.Entries.Single(entry => entry.Key == key).Value;
}
