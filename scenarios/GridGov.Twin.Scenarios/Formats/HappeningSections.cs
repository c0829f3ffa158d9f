using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>
/// Where something happens: named cells, or the cells of a street (by name, code, or its number from 1) and of a kind; of those the
/// <paramref name="Share"/> nearest their common middle. All that is left out means everywhere.
/// </summary>
public sealed record WhereSection(Mark Mark, Marked<string>[] Cells, Marked<string>? Street, CellKind? Kind, double Share)
{
    internal static readonly MapShape Shape = new("where", [], ["cells", "street", "cell-kind", "share"]);

    internal static WhereSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        if (fields.Has("cells") && (fields.Has("street") || fields.Has("cell-kind") || fields.Has("share")))
        {
            value.Reject("cells alone, or street, cell-kind and share", "named cells need no area");
        }

        return new WhereSection(
            value.Mark, fields["cells"].MarkedTexts(), fields.Said("street", value => value.Text()),
            fields.Has("cell-kind") ? fields["cell-kind"].Word(Words.CellKinds) : null,
            fields.Has("share") ? fields["share"].Real(0.0001, 1) : 1);
    }
}

/// <summary>A time in which kinds happen more (or less) often, and the weather it brings.</summary>
public sealed record SurgeSection(
    Mark Mark, string Name, Instant From, Duration Lasts, Marked<string>[] Kinds, WhereSection? Where, double Factor, Weather? Weather)
{
    internal static readonly MapShape Shape = new("surge", ["name", "day", "from", "lasts"], ["kinds", "where", "factor", "weather"]);

    internal static SurgeSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        if (!fields.Has("factor") && !fields.Has("weather") && value.IsMap)
        {
            value.Reject("a factor, a weather or both", "a surge that changes nothing");
        }

        return new SurgeSection(
            value.Mark, fields["name"].Text(), WhenReading.Read(fields, "from"), fields["lasts"].Duration(),
            fields["kinds"].MarkedTexts(), fields.Has("where") ? WhereSection.Read(fields["where"]) : null,
            fields.Has("factor") ? fields["factor"].Real(0, 1e6) : 1, fields.Has("weather") ? fields["weather"].Word(Words.Weathers) : null);
    }
}

/// <summary>Incidents that happen at a set time whatever the seed: <paramref name="Count"/> in each cell of <paramref name="Where"/>.</summary>
public sealed record ScriptSection(Mark Mark, Instant At, Marked<string> Kind, int Count, WhereSection Where)
{
    internal static readonly MapShape Shape = new("scripted", ["day", "at", "kind", "where"], ["count"]);

    internal static ScriptSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new ScriptSection(
            value.Mark, WhenReading.Read(fields, "at"), fields["kind"].MarkedText(),
            fields.Has("count") ? fields["count"].Whole(1, 10_000) : 1, WhereSection.Read(fields["where"]));
    }
}

/// <summary>Reads a day of the run, counted from 1, and a time of that day.</summary>
internal static class WhenReading
{
    private const long DayMs = 86_400_000;

    public static Instant Read(YamlFields fields, string clock) =>
        new(((fields["day"].Whole(1, 36_600) - 1) * DayMs) + fields[clock].ClockMs());
}
