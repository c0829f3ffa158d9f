using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>Reads who is on duty when: <c>- {hours: "08:00-20:00", days: every, people: 6}</c>.</summary>
internal static class ShiftReading
{
    public static readonly MapShape Shape = new("shift", ["hours", "people"], ["days", "name"]);

    /// <summary>The shifts of a desk, at least one.</summary>
    public static Shift[] Read(YamlValue list) => Checked(list, [.. list.Items().Select(ReadOne)]);

    /// <summary>The days a shift is worked; every day unless said.</summary>
    public static DutyDays Days(YamlFields fields) => fields.Has("days") ? fields["days"].Word(Words.DutyDays) : DutyDays.Every;

    /// <summary>The same shifts, after finding that there is none.</summary>
    public static Shift[] Checked(YamlValue list, Shift[] shifts)
    {
        if (shifts.Length == 0 && list.IsList)
        {
            list.Reject("at least one shift", "nobody would ever be on duty");
        }

        return shifts;
    }

    private static Shift ReadOne(YamlValue value)
    {
        var fields = value.Fields(Shape);
        var window = fields["hours"].DayWindow();
        return new Shift(
            fields.Has("name") ? fields["name"].Text() : fields["hours"].Text(), window.FromMs, window.ToMs, Days(fields),
            fields["people"].Whole(1, 100_000));
    }
}
