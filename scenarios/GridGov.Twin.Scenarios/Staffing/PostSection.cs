using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>Whose people a post counts.</summary>
public enum PoolKind
{
    /// <summary>A group of officers.</summary>
    Officers,

    /// <summary>The desk of a workflow's role, or the hotline.</summary>
    Desk,

    /// <summary>A department's crews for the district.</summary>
    Department,

    /// <summary>A department's staff in each street.</summary>
    StreetDepartment,
}

/// <summary>One post whose number of people may change, as it is written: a group of officers, or one shift of a desk or department.</summary>
/// <param name="Kind">Whose people.</param>
/// <param name="Pool">The group's, role's or department's machine name, or <c>hotline</c>.</param>
/// <param name="Shift">The shift's name or hours; for officers the group's name.</param>
/// <param name="Min">The fewest people.</param>
/// <param name="Max">The most people.</param>
/// <param name="Cost">What one person costs in one shift.</param>
public sealed record PostSection(PoolKind Kind, Marked<string> Pool, Marked<string> Shift, Marked<int> Min, int Max, double Cost)
{
    internal static readonly MapShape PoolsShape = new("posts", [], ["officers", "desks", "departments", "street-departments"]);
    internal static readonly MapShape Shape = new("post", ["min", "max", "cost"], []);

    private const int MostPeople = 100_000;

    internal static PostSection[] ReadAll(YamlValue value)
    {
        var fields = value.Fields(PoolsShape);
        PostSection[] posts =
        [
            .. fields["officers"].Entries().Select(group => ReadOne(PoolKind.Officers, new(group.Key, group.Mark), new(group.Key, group.Mark), group.Value)),
            .. Shifts(fields["desks"], PoolKind.Desk),
            .. Shifts(fields["departments"], PoolKind.Department),
            .. Shifts(fields["street-departments"], PoolKind.StreetDepartment),
        ];
        if (posts.Length == 0 && value.IsMap)
        {
            value.Reject("at least one post", "nothing may change");
        }

        return posts;
    }

    private static IEnumerable<PostSection> Shifts(YamlValue pools, PoolKind kind) =>
        from pool in pools.Entries()
        from shift in pool.Value.Entries()
        select ReadOne(kind, new(pool.Key, pool.Mark), new(shift.Key, shift.Mark), shift.Value);

    private static PostSection ReadOne(PoolKind kind, Marked<string> pool, Marked<string> shift, YamlValue value)
    {
        var fields = value.Fields(Shape);
        var (min, max) = (fields["min"].Whole(0, MostPeople), fields["max"].Whole(0, MostPeople));
        if (max < min)
        {
            fields["max"].Reject(FormattableString.Invariant($"at least the min of {min}"), "the most people are fewer than the fewest");
        }

        return new PostSection(kind, pool, shift, new(min, fields["min"].Mark), max, fields["cost"].Real(0, 1e9));
    }
}
