using GridGov.Twin.Domain.Tests.Build;
using Xunit.Abstractions;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>Callers who lose patience: the desk against M/M/c+M (Palm; Erlang A), solved here as a birth and death process.</summary>
[Collection("queues")]
public class RenegingTests(ITestOutputHelper output)
{
    [Fact]
    public void As_many_give_up_as_Erlang_A_says()
    {
        (int People, double Rate, double Patience)[] desks = [(1, 0.9, 1), (1, 1.5, 2), (5, 4.5, 0.5), (5, 6, 2), (20, 20, 1)];
        QueueProof.Check([.. desks.Select(desk =>
        {
            var (givesUp, waiting) = ErlangA(desk.People, desk.Rate, 1 / desk.Patience);
            return new QueueRow(
                new DeskRoom($"Erlang A c={desk.People} λ={desk.Rate}", desk.People, 0, new Callers(desk.Rate, 1, MeanPatience: desk.Patience)),
                Measure.GivesUp(givesUp), Measure.Waiting(waiting));
        })], 45, output);
    }

    [Fact]
    public void What_Erlang_A_gives_with_patience_as_short_as_work_is_Poisson() =>
        // With patience as long as work on average every caller leaves at rate 1, served or not: the number present is that of M/M/∞.
        ErlangA(3, 2, 1).Waiting.ShouldBe(Enumerable.Range(4, 60).Sum(n => (n - 3) * Poisson(2, n)), 1e-12);

    // Work of mean 1; those who wait leave at rate theta each. Gives the share of callers who give up and the mean number waiting.
    private static (double GivesUp, double Waiting) ErlangA(int people, double rate, double theta)
    {
        var (chance, sum, waiting) = (1.0, 1.0, 0.0);
        for (var n = 1; n < 2000; n++)
        {
            chance *= rate / (Math.Min(n, people) + (Math.Max(0, n - people) * theta));
            sum += chance;
            waiting += Math.Max(0, n - people) * chance;
        }

        return (waiting / sum * theta / rate, waiting / sum);
    }

    private static double Poisson(double mean, int n) => Math.Exp(-mean) * Enumerable.Range(1, n).Aggregate(1.0, (product, k) => product * mean / k);
}
