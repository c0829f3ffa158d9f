namespace GridGov.Twin.House.Tests;

/// <summary>Nothing so large that a newcomer gets lost in it.</summary>
public class SizeTests
{
    private const int MostLines = 300;
    private const int WidestLine = 180;
    // A row of a test's table says its whole case on one line.
    private const int WidestTableRow = 260;
    private const int LargestFileBytes = 1_000_000;

    [Fact]
    public void No_code_file_is_longer_than_300_lines()
    {
        var long_ = House.Code.Select(file => (file, lines: House.Read(file).Count(c => c == '\n'))).Where(f => f.lines > MostLines);
        long_.Select(f => $"{f.file}: {f.lines} lines").ShouldBeEmpty();
    }

    [Fact]
    public void No_line_of_code_is_wider_than_180_characters()
    {
        var wide = House.Code.SelectMany(file => House.Read(file).Split('\n').Select((line, i) => (file, number: i + 1, line.Length)));
        wide.Where(line => line.Length > (line.file.StartsWith("tests/", StringComparison.Ordinal) ? WidestTableRow : WidestLine)).Select(line => $"{line.file}:{line.number}: {line.Length}").ShouldBeEmpty();
    }

    [Fact]
    public void No_file_is_larger_than_a_megabyte() =>
        House.Files.Where(file => new FileInfo(Path.Combine(Tree.Root, file)).Length > LargestFileBytes).ShouldBeEmpty();
}
