using System.Globalization;
using CsvHelper;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Reports;
using GridGov.Twin.Scenarios.Tests.Experiments;

namespace GridGov.Twin.Scenarios.Tests.Reports;

public sealed class ReportOutputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;

    [Fact]
    public void The_observations_add_up_to_the_means()
    {
        using var sketch = new ExperimentSketch();
        Write(sketch.Result());
        var observed = Table("observations.csv").Where(row => row["value"].Length > 0).GroupBy(row => (row["variant"], row["measure"]))
            .ToDictionary(rows => rows.Key, rows => rows.Average(row => Number(row["value"])));
        var measures = Table("measures.csv");
        measures.Length.ShouldBe(observed.Count);
        measures.ShouldContain(row => row["variant"] == "more" && row["measure"] == "discovery-rate");
        foreach (var row in measures)
        {
            var mean = Number(row["mean"]);
            mean.ShouldBe(observed[(row["variant"], row["measure"])], 1e-9 * Math.Max(1, Math.Abs(mean)), row["measure"]);
            Number(row["low"]).ShouldBeLessThanOrEqualTo(mean);
            Number(row["high"]).ShouldBeGreaterThanOrEqualTo(mean);
        }
    }

    [Fact]
    public void Differences_are_those_of_the_means_and_cells_those_of_the_city()
    {
        using var sketch = new ExperimentSketch();
        Write(sketch.Result());
        var means = Table("measures.csv").ToDictionary(row => (row["variant"], row["measure"]), row => Number(row["mean"]));
        var differences = Table("differences.csv").Where(row => row["n"] == "4").ToArray();
        differences.Length.ShouldBeGreaterThan(20);
        foreach (var row in differences)
        {
            Number(row["mean"]).ShouldBe(means[("more", row["measure"])] - means[("few", row["measure"])], 1e-6, row["measure"]);
        }

        var cells = Table("cells.csv");
        cells.Length.ShouldBe(2 * 20);
        cells.Sum(row => Number(row["closed"])).ShouldBeGreaterThan(0);
        cells.ShouldAllBe(row => Number(row["on_time"]) <= Number(row["closed"]));
        Table("curves.csv").Length.ShouldBe(2 * HourCurves.Count * 24);
        Table("runs.csv").Select(row => row["seed"]).ShouldBe(["1", "2", "3", "4", "1", "2", "3", "4"]);
    }

    [Fact]
    public void A_report_that_is_not_complete_is_not_there()
    {
        var path = Path.Combine(_folder, "never");
        using (ReportOutput.Open(path, force: false))
        {
            Directory.Exists(path).ShouldBeFalse();
        }

        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void An_earlier_report_is_replaced_and_anything_else_is_left_alone()
    {
        using var sketch = new ExperimentSketch();
        var result = sketch.Result();
        Write(result);
        Write(result);
        File.WriteAllText(Path.Combine(_folder, "report", "thesis.txt"), "ten years of work");
        Should.Throw<Scenarios.Findings.InputRejectedException>(() => ReportOutput.Open(Path.Combine(_folder, "report"), force: false)).Message.ShouldContain("thesis.txt");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(ExperimentResult result)
    {
        using var output = ReportOutput.Open(Path.Combine(_folder, "report"), force: false);
        output.Complete(result);
    }

    private Dictionary<string, string>[] Table(string name)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(_folder, "report", name)), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(field => field.Key, field => (string)field.Value))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
