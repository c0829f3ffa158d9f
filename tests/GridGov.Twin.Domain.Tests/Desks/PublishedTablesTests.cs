using GridGov.Twin.Domain.Tests.Build;
using Xunit.Abstractions;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>The desk against the tables of the project's field notes, sections 4.1 to 4.4: Erlang, Gross and Harris, Cobham.</summary>
[Collection("queues")]
public class PublishedTablesTests(ITestOutputHelper output)
{
    [Fact]
    public void Calls_lost_at_a_desk_without_a_line_are_those_of_Erlang_B()
    {
        (int People, double Offered, double Lost)[] table =
            [(1, 0.5, 0.333333), (2, 1, 0.2), (5, 3, 0.110054), (10, 8, 0.121661), (20, 15, 0.045593), (50, 40, 0.018691)];
        QueueProof.Check([.. table.Select(row => new QueueRow(
            new DeskRoom($"Erlang B c={row.People}", row.People, row.People, new Callers(row.Offered, 1)), Measure.Blocking(row.Lost)))], 41, output);
    }

    [Fact]
    public void Calls_that_wait_and_how_long_are_those_of_Erlang_C()
    {
        (int People, double Rate, double Service, double MustWait, double Waiting, double Wait)[] table =
        [
            (1, 0.8, 1, 0.8, 3.2, 4.0), (3, 6, 3, 0.444444, 0.888889, 0.148148), (5, 4, 1, 0.554113, 2.216450, 0.554113),
            (10, 8, 1, 0.409180, 1.636721, 0.204590), (20, 16, 1, 0.256078, 1.024311, 0.064019), (100, 95, 1, 0.506457, 9.622680, 0.101291),
        ];
        QueueProof.Check([.. table.Select(row => new QueueRow(
            new DeskRoom($"Erlang C c={row.People}", row.People, 0, new Callers(row.Rate, 1 / row.Service)),
            Measure.MustWait(row.MustWait), Measure.Waiting(row.Waiting), Measure.Wait(row.Wait)))], 42, output);
    }

    [Fact]
    public void In_a_hospital_the_urgent_wait_as_published()
    {
        Callers[] classes = [new(0.2, 1.0 / 3), new(0.6, 1.0 / 3), new(1.2, 1.0 / 3)];
        QueueProof.Check(
        [
            new QueueRow(new DeskRoom("one doctor", 1, 0, classes),
                Measure.WaitOf(0, 0.238095), Measure.WaitOf(1, 0.324675), Measure.WaitOf(2, 0.909091), Measure.Wait(0.666667)),
            new QueueRow(new DeskRoom("two doctors", 2, 0, classes),
                Measure.WaitOf(0, 0.028736), Measure.WaitOf(1, 0.033156), Measure.WaitOf(2, 0.048077), Measure.Wait(0.041667)),
        ], 43, output);
    }

    [Fact]
    public void Before_one_person_with_two_kinds_of_work_callers_wait_as_Cobham_says()
    {
        var (varied, constant) = (new Callers(2, 0.25), new Callers(1, 0.25, Cs2: 0));
        QueueProof.Check(
        [
            new QueueRow(new DeskRoom("varied first", 1, 0, varied, constant), Measure.WaitOf(0, 0.3125), Measure.WaitOf(1, 1.25), Measure.Wait(0.625)),
            new QueueRow(new DeskRoom("constant first", 1, 0, constant, varied), Measure.WaitOf(0, 0.208333), Measure.WaitOf(1, 0.833333)),
        ], 44, output);
    }
}
