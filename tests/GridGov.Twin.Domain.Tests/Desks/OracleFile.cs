using System.Globalization;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>The answers that stand beside the repository in <c>../shared/data</c>, or nothing where that is absent.</summary>
internal static class OracleFile
{
    /// <summary>The rows of a file by column name; null where the file is absent.</summary>
    public static List<Dictionary<string, string>>? Rows(string name)
    {
        if (Tree.RealData(name) is not { } path)
        {
            return null;
        }

        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    public static double Number(this Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
