using GridGov.Twin.Scenarios.Staffing;

namespace GridGov.Twin.Scenarios.Tests.Staffing;

/// <summary>Against published and recomputed tables: Erlang's loss and delay formulas and square-root staffing (Tijms, Table 5.3.2).</summary>
public class ErlangTests
{
    [Theory]
    [InlineData(1, 0.5, 0.333333)]
    [InlineData(2, 1, 0.200000)]
    [InlineData(5, 3, 0.110054)]
    [InlineData(10, 8, 0.121661)]
    [InlineData(20, 15, 0.045593)]
    [InlineData(50, 40, 0.018691)]
    public void The_loss_formula_gives_the_table(int servers, double load, double lost) => Erlang.Lost(servers, load).ShouldBe(lost, 6e-7);

    [Theory]
    [InlineData(1, 0.0101, 0.0204, 0.0526, 0.1111)]
    [InlineData(2, 0.1526, 0.2235, 0.3813, 0.5954)]
    [InlineData(5, 1.3608, 1.6571, 2.2185, 2.8811)]
    [InlineData(10, 4.4612, 5.0840, 6.2157, 7.5106)]
    [InlineData(20, 12.0306, 13.1815, 15.2493, 17.6132)]
    [InlineData(50, 37.9014, 40.2551, 44.5331, 49.5621)]
    public void The_most_load_at_a_loss_is_the_traffic_engineers_table(int servers, double at1, double at2, double at5, double at10)
    {
        double[] loads = [.. new[] { 0.01, 0.02, 0.05, 0.1 }.Select(share => Erlang.MostLoad(servers, share))];
        loads.Zip([at1, at2, at5, at10], (found, table) => Math.Abs(found - table)).ShouldAllBe(gap => gap < 6e-5);
    }

    [Theory]
    [InlineData(15, 8.1080)]
    [InlineData(100, 84.0642)]
    public void The_most_load_at_one_per_cent_is_as_published(int servers, double load) => Erlang.MostLoad(servers, 0.01).ShouldBe(load, 6e-5);

    [Theory]
    [InlineData(1, 0.8, 1, 0.8, 3.2, 4.0, 5.0)]
    [InlineData(3, 6, 3, 0.444444, 0.888889, 0.148148, 0.4814815)]
    [InlineData(5, 4, 1, 0.554113, 2.216450, 0.554113, 1.554113)]
    [InlineData(10, 8, 1, 0.409180, 1.636721, 0.204590, 1.204590)]
    [InlineData(20, 16, 1, 0.256078, 1.024311, 0.064019, 1.064019)]
    [InlineData(100, 95, 1, 0.506457, 9.622680, 0.101291, 1.101291)]
    public void The_delay_formula_gives_the_table(int servers, double lambda, double mu, double waits, double waiting, double wait, double stay)
    {
        var load = lambda / mu;
        Erlang.Waits(servers, load).ShouldBe(waits, 6e-7);
        Erlang.MeanWaiting(servers, load).ShouldBe(waiting, 6e-6);
        (Erlang.MeanWait(servers, load) / mu).ShouldBe(wait, 6e-7);
        ((1 + Erlang.MeanWait(servers, load)) / mu).ShouldBe(stay, 6e-7);
    }

    [Fact]
    public void Too_much_load_makes_everybody_wait_for_ever()
    {
        Erlang.Waits(3, 3).ShouldBe(1);
        Erlang.MeanWait(3, 3.5).ShouldBe(double.PositiveInfinity);
        Erlang.WaitsLonger(3, 4, 100).ShouldBe(1);
    }

    [Fact]
    public void Nobody_is_needed_for_no_load() => Erlang.LeastForWaiting(0, 0.2).ShouldBe(0);

    [Fact]
    public void The_least_for_a_service_level_is_the_first_that_reaches_it()
    {
        // 8 erlang: 80 % within a tenth of a service time. P(W > t) = C e^−(c−a)t.
        var least = Erlang.LeastForServiceLevel(8, 0.8, 0.1);
        (1 - Erlang.WaitsLonger(least, 8, 0.1)).ShouldBeGreaterThanOrEqualTo(0.8);
        (1 - Erlang.WaitsLonger(least - 1, 8, 0.1)).ShouldBeLessThan(0.8);
        Erlang.WaitsLonger(10, 8, 0.5).ShouldBe(0.409180 * Math.Exp(-1), 1e-6);
    }

    [Fact]
    public void The_least_for_a_mean_wait_is_the_first_that_reaches_it()
    {
        Erlang.LeastForMeanWait(8, 0.2046).ShouldBe(10);
        Erlang.LeastForMeanWait(8, 0.2045).ShouldBe(11);
    }

    [Theory]
    [InlineData(0.1, 0.8803)]
    [InlineData(0.2, 0.7714)]
    [InlineData(0.5, 0.5045)]
    [InlineData(1.0, 0.2234)]
    [InlineData(1.5, 0.0847)]
    [InlineData(2.0, 0.0269)]
    public void The_share_that_waits_follows_from_the_safety(double beta, double alpha) => SquareRoot.Waits(beta).ShouldBe(alpha, 6e-5);

    [Theory]
    [InlineData(0.5, 0.5061)]
    [InlineData(0.2, 1.0615)]
    [InlineData(0.1, 1.4202)]
    [InlineData(0.05, 1.7398)]
    [InlineData(0.01, 2.3749)]
    public void The_safety_follows_from_the_share_that_waits(double alpha, double beta) => SquareRoot.Safety(alpha).ShouldBe(beta, 6e-5);

    [Theory]
    [InlineData(1, new[] { 2, 3, 3, 4 }, new[] { 2, 3, 3, 3 })]
    [InlineData(10, new[] { 12, 14, 16, 17 }, new[] { 12, 14, 15, 16 })]
    [InlineData(50, new[] { 54, 58, 61, 64 }, new[] { 54, 58, 61, 63 })]
    [InlineData(100, new[] { 106, 111, 115, 119 }, new[] { 106, 111, 115, 118 })]
    public void The_least_people_by_Erlang_and_by_square_root_are_Tijms_table(double load, int[] exact, int[] formula)
    {
        double[] shares = [0.5, 0.2, 0.1, 0.05];
        shares.Select(share => Erlang.LeastForWaiting(load, share)).ShouldBe(exact);
        shares.Select(share => SquareRoot.People(load, share)).ShouldBe(formula);
    }
}
