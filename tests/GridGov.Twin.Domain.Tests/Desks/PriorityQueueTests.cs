using GridGov.Twin.Domain.Tests.Build;
using Xunit.Abstractions;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>
/// The desk's line by priority against the 76 rows of <c>queue_priority_formula.csv</c>: three classes before one to ten people (Kella and
/// Yechiali) or one person with any work (Cobham), nobody broken off. The mean wait of every class and of all, each to 1 %. Rows at a load of
/// 0.95 and rows before ten people at a load of 0.5, where hardly anybody waits, take long: they run where <c>GRIDGOV_ALL_QUEUES</c> is 1.
/// </summary>
[Collection("queues")]
public class PriorityQueueTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("M/M/c", 60)]
    [InlineData("M/G/1", 16)]
    public void The_more_urgent_wait_as_much_less_as_the_closed_forms_say(string model, int rowsInFile)
    {
        if (OracleFile.Rows("queue_priority_formula.csv") is not { } file)
        {
            output.WriteLine("not run: ../shared/data is absent");
            return;
        }

        var rows = file.Where(row => row["model"].Split(' ')[0] == model).Select(ToRow).ToArray();
        rows.Length.ShouldBe(rowsInFile);
        QueueProof.Check([.. rows.Where(IsRun)], seed: 411, output);
    }

    private static bool IsRun(QueueRow row) =>
        row.Room.Load < 0.94 && (row.Room.People < 10 || row.Room.Load > 0.6) || Environment.GetEnvironmentVariable("GRIDGOV_ALL_QUEUES") == "1";

    private static QueueRow ToRow(Dictionary<string, string> row)
    {
        var (people, work, cs2) = ((int)row.Number("servers"), 1 / row.Number("mu"), row.Number("cs2"));
        Callers[] classes = [.. Enumerable.Range(1, 3).Select(k => new Callers(row.Number($"lambda{k}"), work, cs2))];
        var name = $"{row["model"]} c={people} λ={row["lambda1"]}, {row["lambda2"]}, {row["lambda3"]} cs2={cs2}";
        return new QueueRow(new DeskRoom(name, people, 0, classes),
            Measure.WaitOf(0, row.Number("Wq1")), Measure.WaitOf(1, row.Number("Wq2")), Measure.WaitOf(2, row.Number("Wq3")),
            Measure.Wait(row.Number("Wq_all")));
    }
}
