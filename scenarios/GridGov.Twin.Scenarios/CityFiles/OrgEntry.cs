using System.Text.Json;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>One unit of the org tree as it stands in <c>city.json</c>, and the line it is on.</summary>
internal sealed record OrgEntry(string Code, string Name, Level Level, string? Parent, int Line)
{
    private const string Unit = "an object with code, name, level and, below the district, parent";

    public static List<OrgEntry> ReadAll(ref JsonCursor cursor, string file)
    {
        var entries = new List<OrgEntry>();
        for (cursor.EnterArray("an array of units"); cursor.Type != JsonTokenType.EndArray; cursor.Next())
            entries.Add(Read(ref cursor));
        return entries.Count > 0
            ? entries
            : throw new InputRejectedException(new Finding(file, cursor.Line, "", "a district, its streets and their communities", "the org tree is empty"));
    }

    /// <summary>The units in the order of the file, once codes, levels and parents fit together.</summary>
    public static OrgUnit[] Tree(List<OrgEntry> entries, string division, string file)
    {
        var findings = new List<Finding>();
        var indexOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            if (!indexOf.TryAdd(entries[i].Code, i))
                findings.Add(new Finding(file, entries[i].Line, entries[i].Code, "each code once", "this code is used by an earlier unit"));
        }

        foreach (var entry in entries)
        {
            if (Mistake(entry, entries, indexOf, division) is { } mistake)
                findings.Add(new Finding(file, entry.Line, mistake.Value, mistake.Expected, mistake.Message));
        }

        return findings.Count > 0
            ? throw new InputRejectedException(findings)
            : [.. entries.Select((entry, i) => new OrgUnit(i, entry.Code, entry.Name, entry.Level, entry.Parent is { } parent ? indexOf[parent] : -1))];
    }

    private static (string Value, string Expected, string Message)? Mistake(
        OrgEntry entry, List<OrgEntry> entries, Dictionary<string, int> indexOf, string division)
    {
        if (entry.Parent is null)
        {
            if (entry.Level != Level.District || entry != entries[0])
                return (entry.Code, "one district, as the first unit; a parent for every other", "this unit has no parent");
            return entry.Code == division ? null : (entry.Code, $"the division {division}", "the district's code is wrong");
        }

        if (!indexOf.TryGetValue(entry.Parent, out var parent))
            return (entry.Parent, "the code of a unit", $"the parent of {entry.Code} is unknown");
        if (IsCyclic(entry, entries, indexOf))
            return (entry.Parent, "a chain of parents up to the district", $"{entry.Code} is among its own parents: the org tree is cyclic");
        if (entries[parent].Level != entry.Level + 1)
            return (Words<Level>.Of(entry.Level), "street below district, community below street", $"{entry.Code} is at the wrong level below {entry.Parent}");
        if (parent >= indexOf[entry.Code])
            return (entry.Parent, "parents first", $"the parent of {entry.Code} comes after it");
        return IsBelow(entry) ? null : (entry.Code, $"{entry.Parent} and 3 digits", "the code does not match its parent's");
    }

    private static bool IsBelow(OrgEntry entry) =>
        entry.Code.Length == entry.Parent!.Length + 3 && entry.Code.StartsWith(entry.Parent, StringComparison.Ordinal) && entry.Code.All(char.IsAsciiDigit);

    private static bool IsCyclic(OrgEntry entry, List<OrgEntry> entries, Dictionary<string, int> indexOf)
    {
        var above = entry;
        for (var steps = 0; steps <= entries.Count; steps++)
        {
            if (above.Parent is not { } code || !indexOf.TryGetValue(code, out var parent))
                return false;
            above = entries[parent];
        }

        return true;
    }

    private static OrgEntry Read(ref JsonCursor cursor)
    {
        var start = cursor;
        var entry = new OrgEntry("", "", Level.Grid, null, cursor.Line);
        for (cursor.Enter(Unit); cursor.Type == JsonTokenType.PropertyName; cursor.Next())
        {
            switch (cursor.Member())
            {
                case "code":
                    entry = entry with { Code = cursor.Text("a code"), Line = cursor.Line };
                    break;
                case "name":
                    entry = entry with { Name = cursor.Text("a name") };
                    break;
                case "level":
                    entry = entry with { Level = Words<Level>.Find(cursor.Text("a level")) ?? throw cursor.Wrong(Words<Level>.All, "the level is unknown") };
                    break;
                case "parent":
                    entry = entry with { Parent = cursor.Type == JsonTokenType.Null ? null : cursor.Text("the parent's code") };
                    break;
                default:
                    cursor.Skip();
                    break;
            }
        }

        return entry is { Code.Length: > 0, Name.Length: > 0, Level: not Level.Grid } ? entry : throw start.Wrong(entry.Code, Unit, "the unit is not whole");
    }
}
