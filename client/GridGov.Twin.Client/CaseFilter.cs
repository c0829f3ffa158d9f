using System.Globalization;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Client;

/// <summary>A <see cref="CaseQuery"/> as the query part of an address.</summary>
internal static class CaseFilter
{
    public static string Text(CaseQuery query)
    {
        (string Name, string? Value)[] fields =
        [
            ("text", query.Text),
            ("open", query.Open is { } open ? (open ? "true" : "false") : null),
            ("stage", query.Stage),
            ("urgency", query.Urgency),
            ("cell", query.Cell),
            ("sort", query.Sort),
            ("skip", query.Skip.ToString(CultureInfo.InvariantCulture)),
            ("take", query.Take.ToString(CultureInfo.InvariantCulture)),
        ];
        var given = fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}");
        return "?" + string.Join('&', given);
    }
}
