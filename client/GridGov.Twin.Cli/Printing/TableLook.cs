using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>How every table looks: a line under the head, numbers to the right, one space between columns.</summary>
internal static class TableLook
{
    /// <summary>An empty table with these columns.</summary>
    public static Table Framed(params (string Head, bool IsNumber)[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (head, isNumber) in columns)
        {
            table.AddColumn(new TableColumn(new Text(head))
            {
                NoWrap = isNumber,
                Alignment = isNumber ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, 1, 0),
            });
        }

        return table;
    }
}
