using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>
/// An inject 情况注入 as it is written. It falls due <c>at</c> a time after StartEx, <c>after</c> some time <c>unless</c> an expected action was done
/// (a contingency), or <c>once</c> one was done; with none of these, controllers deliver it by hand.
/// </summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What it is.</param>
/// <param name="Trigger">What makes it due.</param>
/// <param name="Watched">The expected action it waits for; null where it waits for none.</param>
/// <param name="After">How long after its trigger.</param>
/// <param name="Brings">What begins in the district.</param>
/// <param name="Says">What players are told; null for nothing.</param>
/// <param name="From">Who tells it; null where nobody is named.</param>
/// <param name="To">The players who are told; empty: all.</param>
/// <param name="Guide">What controllers should know; null for nothing.</param>
public sealed record InjectSection(
    Marked<string> Id, Title Title, InjectTrigger Trigger, Marked<string>? Watched, Duration After, BroughtSection[] Brings, Title? Says, Title? From,
    Marked<string>[] To, Title? Guide)
{
    internal static readonly MapShape Shape = new("inject", ["title"], ["at", "unless", "once", "after", "brings", "says", "from", "to", "guide"]);

    private static readonly string[] Triggers = ["at", "unless", "once"];

    internal static InjectSection Read(Marked<string> id, YamlValue value)
    {
        var fields = value.Fields(Shape);
        if (Triggers.Count(fields.Has) > 1)
        {
            value.Reject("one of at, unless and once, or none", "an inject has one trigger");
        }

        if (fields.Has("after") && !fields.Has("unless") && !fields.Has("once"))
        {
            fields["after"].Reject("after together with unless or once", "there is nothing it comes after");
        }

        if (!fields.Has("brings") && !fields.Has("says") && value.IsMap)
        {
            value.Reject("brings, says or both", "an inject that does nothing");
        }

        var trigger = fields.Has("at") ? InjectTrigger.AtTime : fields.Has("unless") ? InjectTrigger.IfMissed
            : fields.Has("once") ? InjectTrigger.OnceMet : InjectTrigger.ByHand;
        return new InjectSection(
            id, Title.Read(fields["title"]), trigger, fields.Said("unless", one => one.Text()) ?? fields.Said("once", one => one.Text()),
            fields.Has("at") ? fields["at"].Duration() : fields.Has("after") ? fields["after"].Duration() : Duration.Zero,
            [.. fields["brings"].Items().Select(BroughtSection.Read)], Optional(fields, "says"), Optional(fields, "from"), fields["to"].MarkedTexts(),
            Optional(fields, "guide"));
    }

    internal static Title? Optional(YamlFields fields, string key) => fields.Has(key) ? Title.Read(fields[key]) : null;
}

/// <summary>
/// What an inject brings: one incident of a kind in each cell of <paramref name="Where"/>, reported at once by <paramref name="By"/>, or (null) to
/// be found; of an imagined one residents call, but nothing is there.
/// </summary>
public sealed record BroughtSection(Mark Mark, Marked<string> Kind, WhereSection Where, Channel? By, bool IsImagined)
{
    internal static readonly MapShape Shape = new("brought", ["kind", "where"], ["by", "imagined"]);

    private static readonly Dictionary<string, Channel> Channels = Enum.GetValues<Channel>().Where(channel => channel != Channel.Patrol)
        .ToDictionary(Words.Of, StringComparer.Ordinal);

    internal static BroughtSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        var isImagined = fields.Has("imagined") && fields["imagined"].YesNo();
        if (isImagined && fields.Has("by"))
        {
            fields["by"].Reject("no by", "of what is imagined residents call the hotline");
        }

        return new BroughtSection(
            value.Mark, fields["kind"].MarkedText(), WhereSection.Read(fields["where"]),
            fields.Has("by") ? fields["by"].Word(Channels) : null, isImagined);
    }
}
