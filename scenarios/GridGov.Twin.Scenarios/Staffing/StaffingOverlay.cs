using System.Globalization;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>Writes levels as what has to be laid over a scenario to have them.</summary>
internal static class StaffingOverlay
{
    /// <summary>The overlay: the officers' count and shares, and the staff of every pool with a post.</summary>
    public static YamlMap Of(YamlNode scenario, OfficersSection? officers, IReadOnlyList<Post> posts, StaffLevels levels)
    {
        var overlay = new YamlMap(scenario.Mark, []);
        foreach (var pool in posts.GroupBy(post => post.Pool))
        {
            var part = pool.Key.Kind == PoolKind.Officers ? Officers(scenario.Mark, officers!, [.. pool], levels) : Staff(scenario, pool.Key, [.. pool], levels);
            overlay = (YamlMap)YamlMerge.Over(overlay, part, _ => false);
        }

        return overlay;
    }

    /// <summary>The keys that lead to a pool's list of shifts.</summary>
    public static string[] PlaceOf(PoolKind kind, string pool) => kind switch
    {
        PoolKind.Department => ["departments", pool, "staff"],
        PoolKind.StreetDepartment => ["departments", pool, "staff-per-street"],
        _ => pool == "hotline" ? ["hotline", "staff"] : ["desks", pool, "staff"],
    };

    /// <summary>How many officers of each group a scenario has.</summary>
    public static int[] GroupSizes(OfficersSection officers) =>
        Building.Apportioning.Divide(officers.Count, [.. officers.Groups.Select(group => group.Share)]);

    private static YamlMap Officers(Mark mark, OfficersSection section, Post[] posts, StaffLevels levels)
    {
        var sizes = GroupSizes(section);
        for (var g = 0; g < sizes.Length; g++)
        {
            sizes[g] = Array.Find(posts, post => post.Section.Pool.Value == section.Groups[g].Name.Value) is { } post ? levels[post] : sizes[g];
        }

        var count = sizes.Sum();
        var groups = section.Groups.Select((group, g) =>
            new YamlEntry(mark, group.Name.Value, Map(mark, "share", Text(mark, count == 0 ? 0 : (double)sizes[g] / count))));
        return Map(mark, "officers", new YamlMap(mark,
        [
            new YamlEntry(mark, "count", Text(mark, count)), new YamlEntry(mark, "groups", new YamlMap(mark, [.. groups])),
        ]));
    }

    private static YamlNode Staff(YamlNode scenario, StaffPool pool, Post[] posts, StaffLevels levels)
    {
        var place = PlaceOf(pool.Kind, pool.Id);
        var list = (YamlList)place.Aggregate(scenario, (node, key) => ((YamlMap)node).Entries.First(entry => entry.Key == key).Value);
        var people = ShiftReading.Read(new YamlValue(list, []))
            .Select(shift => Array.Find(posts, post => post.Shifts[0].Name == shift.Name) is { } post ? levels[post] : shift.People);
        YamlNode[] items = [.. list.Items.Zip(people).Where(item => item.Second > 0).Select(item => (YamlNode)YamlMerge.Over(
            item.First, Map(item.First.Mark, "people", Text(item.First.Mark, item.Second)), _ => false))];
        return place.Reverse().Aggregate((YamlNode)new YamlList(list.Mark, items), (node, key) => Map(list.Mark, key, node));
    }

    private static YamlMap Map(Mark mark, string key, YamlNode value) => new(mark, [new YamlEntry(mark, key, value)]);

    private static YamlText Text(Mark mark, double number) => new(mark, number.ToString("R", CultureInfo.InvariantCulture), false);
}
