using System.Globalization;
using GridGov.Twin.Domain.Tests.Build;
using Xunit.Abstractions;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>
/// The desk against the rows of <c>queue_oracle_octave.csv</c>: M/M/m, M/M/m/K and M/G/1 in a real world with a real desk and stream of calls.
/// Each row is run until the half-width of the 99 % interval of every measure is under 1 % of it: R, Q, U and X for every row, the chance of
/// having to wait or of being refused where it is 5 % or more (below that R, Q and X say it better). The eleven rows with a load of 0.99 and
/// no limit to the line take four times as long as all others together: they run where <c>GRIDGOV_ALL_QUEUES</c> is 1.
/// </summary>
[Collection("queues")]
public class QueueOracleTests(ITestOutputHelper output)
{
    private const double LeastChance = 0.05;

    [Theory]
    [InlineData("M/M/m", 56)]
    [InlineData("M/M/m/K", 168)]
    [InlineData("M/G/1", 32)]
    public void A_desk_behaves_as_the_closed_forms_say(string model, int rowsInFile)
    {
        if (OracleFile.Rows("queue_oracle_octave.csv") is not { } file)
        {
            output.WriteLine("not run: ../shared/data is absent");
            return;
        }

        var rows = file.Where(row => row["model"].Split(' ')[0] == model).ToArray();
        rows.Length.ShouldBe(rowsInFile);
        QueueProof.Check([.. rows.Where(IsRun).Select(ToRow)], seed: 20_250_602, output);
    }

    private static bool IsRun(Dictionary<string, string> row) =>
        row["K"].Length > 0 || row.Number("lambda") < 0.985 * row.Number("m") || Environment.GetEnvironmentVariable("GRIDGOV_ALL_QUEUES") == "1";

    private static QueueRow ToRow(Dictionary<string, string> row)
    {
        var people = (int)row.Number("m");
        var capacity = row["K"].Length > 0 ? (int)row.Number("K") : 0;
        var cs2 = row["model"].Split('=') is [_, var written] ? double.Parse(written, CultureInfo.InvariantCulture) : 1;
        var name = $"{row["model"]} λ={row["lambda"]} m={row["m"]} K={row["K"]}";
        List<Measure> measures =
        [
            Measure.Response(row.Number("R")), Measure.Present(row.Number("Q")),
            Measure.Utilisation(people, row.Number("U")), Measure.Throughput(row.Number("X")),
        ];
        if (row["pBlockOrWait"].Length > 0 && row.Number("pBlockOrWait") >= LeastChance)
        {
            measures.Add(capacity > 0 ? Measure.Blocking(row.Number("pBlockOrWait")) : Measure.MustWait(row.Number("pBlockOrWait")));
        }

        return new QueueRow(new DeskRoom(name, people, capacity, new Callers(row.Number("lambda"), 1 / row.Number("mu"), cs2)), [.. measures]);
    }
}
