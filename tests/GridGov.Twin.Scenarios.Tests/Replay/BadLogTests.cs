using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Replay;
using GridGov.Twin.Scenarios.Tests.Geo;

namespace GridGov.Twin.Scenarios.Tests.Replay;

public class BadLogTests
{
    [Fact]
    public void A_row_without_end_is_refused_by_its_line_before_it_fills_the_memory()
    {
        var log = $"{LogSketch.Head}\n1,2024-05-06 10:00,,hole,1,2,\n{new string('x', 3_000_000)}";
        var said = LogSketch.Rejected(log, LogSketch.Mapping).ShouldHaveSingleItem();
        said.ShouldStartWith("log.csv:3: the row is too long");
        said.ShouldContain("1048576 characters");
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_refused_by_the_line_it_begins_on()
    {
        var rows = string.Concat(Enumerable.Repeat("1,2024-05-06 10:00,,hole,1,2,\n", 60_000));
        LogSketch.Rejected($"{LogSketch.Head}\n1,\"2024\n{rows}", LogSketch.Mapping).ShouldHaveSingleItem().ShouldStartWith("log.csv:2: the row is too long");
    }

    [Fact]
    public void An_empty_log_and_a_log_of_a_head_alone()
    {
        LogSketch.Rejected("", LogSketch.Mapping).ShouldHaveSingleItem().ShouldContain("the file is empty");
        LogSketch.Replay(LogSketch.Mapping).Counts.Rows.ShouldBe(0);
    }

    [Fact]
    public void A_broken_gzip_file_is_refused()
    {
        using var folder = new TempFolder();
        var log = folder.Pack("log.csv.gz", string.Concat(Enumerable.Repeat("some text that packs, more or less ", 90_000)) + LogSketch.Head);
        var bytes = File.ReadAllBytes(log);
        bytes.AsSpan(bytes.Length / 2).Fill(0x5A);
        File.WriteAllBytes(log, bytes);
        Should.Throw<InputRejectedException>(() => LogSketch.Load(folder, log, LogSketch.Mapping)).Findings.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("latitude: lat, ", "", "both latitude and longitude")]
    [InlineData("opened: opened", "opened: open", "perhaps opened")]
    [InlineData("[id]", "[idd]", "perhaps id")]
    [InlineData("is: E0113.1", "is: E0113", "a kind of the catalogue")]
    [InlineData("is: E0113.1", "is: E01*", "a row is of one kind")]
    [InlineData("is: app", "is: patrol", "one of device, hotline, app, video")]
    [InlineData("yyyy-MM-dd HH:mm", "%", "a time format")]
    [InlineData("place: as-is", "place: there", "as-is")]
    [InlineData("place: as-is", "place: as-is, box: {west: 1, south: 1, east: 2, north: 2}", "place: fit")]
    [InlineData("place: as-is", "place: fit, box: {west: 2, south: 1, east: 1, north: 2}", "west below east")]
    [InlineData("place: as-is", "plac: as-is", "perhaps place")]
    [InlineData("title: {zh: 试, en: sketch}", "", "the key title is missing")]
    public void A_mistake_in_a_mapping_is_told_with_its_line(string right, string wrong, string expected)
    {
        LogSketch.Mapping.ShouldContain(right);
        var findings = LogSketch.Rejected($"{LogSketch.Head}\n", LogSketch.Mapping.Replace(right, wrong, StringComparison.Ordinal));
        findings.ShouldContain(finding => finding.Contains(expected));
        findings.ShouldAllBe(finding => finding.StartsWith("mapping.yaml:"));
    }

    [Fact]
    public void A_log_without_a_head_has_its_columns_named_by_the_mapping()
    {
        using var folder = new TempFolder();
        var mapping = LogSketch.Mapping.Replace("columns: {id: id", $"columns: {{header: [{LogSketch.Head}], id: id", StringComparison.Ordinal);
        var rows = LogSketch.Load(folder, folder.Write("log.csv", "1,2024-05-06 10:00,,hole,1,2,\n"), mapping).Rows;
        rows.ShouldHaveSingleItem().Fault.ShouldBe(RowFault.OutsideDistrict);
    }
}
