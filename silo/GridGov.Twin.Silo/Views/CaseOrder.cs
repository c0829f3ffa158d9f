using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Silo.Views;

/// <summary>The orders a list of cases can have; equals by number, the newest first.</summary>
internal static class CaseOrder
{
    /// <summary>The words for an order; with a leading minus it is turned around.</summary>
    public static IReadOnlyList<string> Known { get; } = ["opened", "due", "stage", "kind", "code"];

    public static IEnumerable<CaseRow> By(IEnumerable<CaseRow> rows, string? sort)
    {
        var isBackwards = sort?.StartsWith('-') == true;
        return (sort ?? "-opened").TrimStart('-') switch
        {
            // What never falls due comes last either way.
            "due" when isBackwards => rows.OrderByDescending(row => row.DueMs ?? long.MinValue).ThenByDescending(row => row.Number),
            "due" => rows.OrderBy(row => row.DueMs ?? long.MaxValue).ThenByDescending(row => row.Number),
            "stage" => Order(rows, row => (int)Words.Stages[row.Stage], isBackwards),
            "kind" => Order(rows, row => row.Kind, isBackwards),
            "code" => Order(rows, row => row.Code, isBackwards),
            _ => Order(rows, row => row.OpenedMs, isBackwards),
        };
    }

    private static IOrderedEnumerable<CaseRow> Order<TKey>(IEnumerable<CaseRow> rows, Func<CaseRow, TKey> key, bool isBackwards) =>
        (isBackwards ? rows.OrderByDescending(key) : rows.OrderBy(key)).ThenByDescending(row => row.Number);
}
