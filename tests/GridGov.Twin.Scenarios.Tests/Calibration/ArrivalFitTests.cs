using GridGov.Twin.Scenarios.Calibration;

namespace GridGov.Twin.Scenarios.Tests.Calibration;

public class ArrivalFitTests
{
    private const int Seed = 20_240_101;
    private static readonly double[] Week = [1.2, 1.2, 1.2, 1.2, 1.2, 0.5, 0.5];
    private static readonly double[] Day = [.. Enumerable.Range(0, 24).Select(hour => hour is >= 8 and < 20 ? 1.75 : 0.25)];

    private static readonly LogSpan Span = SyntheticLog.Days(280, 210);

    private static Observation[] Rows(int seed, double perDay = 40) =>
        [.. SyntheticLog.Draw(new Random(seed), Span, 3, perDay, Week, Day, [3, 1, 1, 1]), .. SyntheticLog.Draw(new Random(seed + 1), Span, 8, 2, Week, Day, [3, 1, 1, 1])];

    [Fact]
    public void Known_rates_weekdays_hours_and_cells_are_found_again()
    {
        var fit = ArrivalFitter.Fit(Rows(Seed), Span, 4);
        var kind = fit.Kinds[0];
        kind.Kind.ShouldBe(3);
        kind.PerDay.ShouldBe(40, 1.5, $"seed {Seed}");
        kind.Low.ShouldBeLessThan(40);
        kind.High.ShouldBeGreaterThan(40);
        for (var day = 0; day < 7; day++)
        {
            kind.Weekdays[day].ShouldBe(Week[day], 0.1, $"weekday {day}, seed {Seed}");
        }

        for (var hour = 0; hour < 24; hour++)
        {
            kind.Hours[hour].ShouldBe(Day[hour], 0.2, $"hour {hour}, seed {Seed}");
        }

        fit.Cells!.Factors[0].ShouldBe(2, 0.1, $"seed {Seed}");
        fit.Cells.Factors.Average().ShouldBe(1, 1e-9);
        kind.HourTest!.P.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Held_out_rows_change_nothing_that_is_fitted()
    {
        var rows = Rows(Seed);
        var without = ArrivalFitter.Fit([.. rows.Where(row => row.Day < Span.FitDays)], Span, 4);
        var with = ArrivalFitter.Fit(rows, Span, 4);
        with.Kinds[0].PerDay.ShouldBe(without.Kinds[0].PerDay);
        with.Kinds[0].Hours.ShouldBe(without.Kinds[0].Hours);
        with.Cells!.Factors.ShouldBe(without.Cells!.Factors);
    }

    [Fact]
    public void Poisson_days_are_not_over_dispersed_and_bursts_are()
    {
        var flat = SyntheticLog.Draw(new Random(Seed), Span, 3, 30, SyntheticLog.Ones(7), SyntheticLog.Ones(24), [1]).ToArray();
        var calm = ArrivalFitter.Fit(flat, Span, 1).Total.Dispersion;
        calm.Pearson.ShouldBe(1, 0.35, $"seed {Seed}");
        calm.PoissonP.ShouldBeGreaterThan(0.001, $"seed {Seed}");
        Observation[] bursts = [.. flat, .. flat.Where(row => row.Day % 20 == 0).SelectMany(row => Enumerable.Repeat(row, 4))];
        var wild = ArrivalFitter.Fit(bursts, Span, 1).Total.Dispersion;
        wild.Index.ShouldBeGreaterThan(10);
        wild.PoissonP.ShouldBeLessThan(1e-6);
        wild.Size.ShouldBeLessThan(20);
    }

    [Fact]
    public void An_empty_cell_keeps_some_rate_and_a_thin_kind_borrows_the_hours_of_all()
    {
        double[] counts = [12, 0, 3, 30, 1, 8, 0, 2];
        double[] expected = [.. Enumerable.Repeat(7.0, 8)];
        var factors = Shrinkage.Factors(counts, expected, Shrinkage.Strength([(counts, expected)], [1]));
        factors[1].ShouldBeInRange(0.001, 0.5);
        factors[3].ShouldBeInRange(2, 30.0 / 7);
        var thin = ArrivalFitter.Fit([.. Rows(Seed), new Observation(5, 10, 3, 0, 0, null, null)], Span, 4).Kinds.Single(kind => kind.Kind == 5);
        thin.Hours[12].ShouldBeGreaterThan(thin.Hours[3] / 2);
        thin.Hours[12].ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Counts_that_differ_only_by_chance_are_shrunk_to_alike()
    {
        double[] counts = [7, 6, 8, 7];
        Shrinkage.Factors(counts, [7, 7, 7, 7], Shrinkage.Strength([(counts, [7.0, 7, 7, 7])], [1])).ShouldAllBe(factor => factor == 1);
    }

    [Fact]
    public void Daily_intervals_cover_what_they_promise_and_the_fit_beats_one_rate()
    {
        var rows = Rows(Seed);
        var test = BackTester.Test(ArrivalFitter.Fit(rows, Span, 4), rows, Span);
        test.KindDaysInside.ShouldBeInRange(0.91, 1, $"seed {Seed}");
        test.Total.IsInside.ShouldBeTrue($"seed {Seed}");
        test.Scores.ShouldAllBe(score => score.Skill > 0, $"seed {Seed}");
        test.Find(BackTest.OneRate)!.Skill.ShouldBeGreaterThan(0.5, $"seed {Seed}");
    }

    [Fact]
    public void A_world_that_changed_after_the_cut_is_seen_to_have_changed()
    {
        Observation[] rows = [.. Rows(Seed).Where(row => row.Day < Span.FitDays || row.OpenedMs % 2 == 0 && row.Hour < 8)];
        BackTester.Test(ArrivalFitter.Fit(rows, Span, 4), rows, Span).Total.IsInside.ShouldBeFalse();
    }

    [Theory]
    [InlineData(4, 4, 1, 8)]
    [InlineData(0.01, 0.01, 0, 0)]
    [InlineData(100, 100, 81, 120)]
    public void A_count_of_no_extra_spread_has_the_poisson_interval(double mean, double variance, long low, long high) =>
        CountInterval.Of(mean, variance).ShouldBe((low, high));

    [Fact]
    public void A_count_of_more_spread_has_a_wider_interval_of_the_negative_binomial()
    {
        // Geometric with mean 9: P(N ≤ k) = 1 − 0.9^(k + 1).
        CountInterval.Quantile(9, 90, 0.975).ShouldBe((long)Math.Ceiling(Math.Log(0.025) / Math.Log(0.9)) - 1);
        CountInterval.Quantile(9, 90, 0.5).ShouldBe(6);
    }
}
