using Microsoft.AspNetCore.Components;

namespace GridGov.Twin.Web.Live;

/// <summary>
/// What a live page shows, as its address says it: everything a link must bring back. Null and empty fields are left out of the address.
/// Sel is what is selected (<c>case/123</c>, <c>cell/CODE</c>, <c>building/45</c>, <c>device/CODE</c>, <c>officer/7</c>), Tab the list shown
/// (drill, cases, alarms, officers, desks), View the camera, Open yes, no or all, Hide the map layers switched off, with commas.
/// </summary>
public sealed record ScreenAddress(
    string? Sel = null, string? Tab = null, string? View = null, string? Q = null, string? Stage = null, string? Urgency = null,
    string? Open = null, string? Sort = null, string? Hide = null)
{
    /// <summary>The tab, where none is named.</summary>
    public const string FirstTab = "cases";

    /// <summary>The tab of a drill; only worlds that play one have it.</summary>
    public const string DrillTab = "drill";

    /// <summary>The order of cases, where none is named.</summary>
    public const string FirstSort = "-opened";

    /// <summary>The tab to show.</summary>
    public string TabOrFirst => Tab is "alarms" or "officers" or "desks" or DrillTab ? Tab : FirstTab;

    /// <summary>What is selected, as kind and id; nulls where nothing or nonsense is.</summary>
    public (string? Kind, string? Id) Selected =>
        Sel is not null && Sel.Split('/', 2) is [{ Length: > 0 } kind, { Length: > 0 } id] ? (kind, id) : (null, null);

    /// <summary>The layers that are switched off.</summary>
    public string[] Hidden => Hide?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The present address with these fields in place of its own; other fields of the address stay.</summary>
    public string On(NavigationManager navigation) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["sel"] = Or(Sel),
        ["tab"] = Or(Tab),
        ["view"] = Or(View),
        ["q"] = Or(Q),
        ["stage"] = Or(Stage),
        ["urgency"] = Or(Urgency),
        ["open"] = Or(Open),
        ["sort"] = Or(Sort),
        ["hide"] = Or(Hide),
    });

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
