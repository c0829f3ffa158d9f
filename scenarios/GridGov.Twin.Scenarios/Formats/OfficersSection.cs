using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>
/// The officers: how many, in teams per street or one for the district, how tasks find them, how fast they go, how long they look at a
/// cell, and the groups they work in. Each group walks the whole district, cut into one beat per officer.
/// </summary>
public sealed record OfficersSection(
    Mark Mark, int Count, bool TeamPerStreet, DispatchPolicy Policy, double PatrolMps, double TaskMps, Distribution Look, OfficerGroup[] Groups)
{
    internal static readonly MapShape Shape = new(
        "officers", ["count", "teams", "policy", "patrol-speed", "task-speed", "look", "groups"], []);

    private static readonly Dictionary<string, bool> Teams = new(StringComparer.Ordinal) { ["street"] = true, ["district"] = false };

    internal static OfficersSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        OfficerGroup[] groups = [.. fields["groups"].Entries().Select(entry => OfficerGroup.Read(new Marked<string>(entry.Key, entry.Mark), entry.Value))];
        var sum = groups.Sum(group => group.Share);
        if (Math.Abs(sum - 1) > 1e-6 && fields["groups"].IsMap)
        {
            fields["groups"].Reject("shares that sum to 1", FormattableString.Invariant($"the groups' shares sum to {sum:0.######}"));
        }

        return new OfficersSection(
            value.Mark, fields["count"].Whole(0, 100_000), fields["teams"].Word(Teams), fields["policy"].Word(Words.Policies),
            fields["patrol-speed"].MetresPerSecond(), fields["task-speed"].MetresPerSecond(), fields["look"].Distribution(), groups);
    }
}

/// <summary>A group of officers with the same shifts: which share of all officers, and whether they walk beats between tasks.</summary>
public sealed record OfficerGroup(Marked<string> Name, double Share, bool Patrols, Shift[] Shifts)
{
    internal static readonly MapShape Shape = new("officer-group", ["share", "shifts"], ["patrols"]);
    internal static readonly MapShape DutyShape = new("duty", ["hours"], ["days"]);

    internal static OfficerGroup Read(Marked<string> name, YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new OfficerGroup(
            name, fields["share"].Share(), !fields.Has("patrols") || fields["patrols"].YesNo(),
            ShiftReading.Checked(fields["shifts"], [.. fields["shifts"].Items().Select(item => ReadDuty(name.Value, item))]));
    }

    private static Shift ReadDuty(string name, YamlValue value)
    {
        var fields = value.Fields(DutyShape);
        var window = fields["hours"].DayWindow();
        return new Shift(name, window.FromMs, window.ToMs, ShiftReading.Days(fields), 1);
    }
}
