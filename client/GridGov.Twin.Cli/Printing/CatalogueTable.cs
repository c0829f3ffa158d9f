using System.Globalization;
using GridGov.Twin.Domain.Catalogue;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints filing conditions under their classes: key, sub-class and handling limit.</summary>
internal sealed class CatalogueTable(IAnsiConsole console, Language language)
{
    /// <summary>Prints the conditions.</summary>
    public void Print(FilingCondition[] conditions)
    {
        foreach (var group in conditions.GroupBy(condition => (condition.Class, condition.BigCode)))
        {
            var first = group.First();
            var letter = first.Class == CaseClass.Component ? "C" : "E";
            var table = TableLook.Framed(
                ($"{letter}{first.BigCode}", false), (language.Pick(first.BigZh, first.BigEn), false),
                (language.Pick("处置时限", "limit"), true), (language.Pick("地方", "local"), false));
            foreach (var condition in group)
            {
                table.AddRow(
                    new Text(condition.Key), new Text(language.Pick(condition.SmallZh, condition.SmallEn)), new Text(Limit(condition.Limit)),
                    new Text(condition.IsLocal ? language.Pick("是", "yes") : ""));
            }

            console.Write(table);
        }

        console.WriteLine(language.Pick($"立案条件 {conditions.Length} 条", string.Create(CultureInfo.InvariantCulture, $"{conditions.Length} filing conditions")));
    }

    private string Limit(Limit limit)
    {
        var (zh, en) = limit.Unit switch
        {
            LimitUnit.UrgentHour => ("紧急工作时", "urgent hours"),
            LimitUnit.UrgentDay => ("紧急工作日", "urgent days"),
            LimitUnit.WorkingHour => ("工作时", "working hours"),
            LimitUnit.WorkingDay => ("工作日", "working days"),
            LimitUnit.NaturalDay => ("自然日", "natural days"),
            LimitUnit.UrgentMinute => ("紧急工作分", "urgent minutes"),
            _ => ("工作分", "working minutes"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{limit.Count} {language.Pick(zh, limit.Count == 1 ? en[..^1] : en)}");
    }
}
