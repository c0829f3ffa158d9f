using GridGov.Twin.Scenarios.Calibration;
using GridGov.Twin.Scenarios.Replay;
using MathNet.Numerics.Distributions;

namespace GridGov.Twin.Scenarios.Tests.Calibration;

public class LengthFitTests
{
    private const int Seed = 7;
    private const int Many = 4000;

    public static TheoryData<LawFamily, double, double> Laws() => new()
    {
        { LawFamily.Exponential, 5, 0 },
        { LawFamily.Lognormal, 1.5, 1.2 },
        { LawFamily.Weibull, 0.6, 10 },
        { LawFamily.Gamma, 2.5, 4 },
    };

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_law_is_found_again_though_a_part_is_still_open(LawFamily family, double a, double b)
    {
        var (law, chance) = (new LengthLaw(family, a, b), new Random(Seed));
        var limit = law.Quantile(0.8);
        (double, bool)[] lengths = [.. Enumerable.Range(0, Many).Select(_ => law.Quantile(ContinuousUniform.Sample(chance, 1e-9, 1))).Select(hours => (Math.Min(hours, limit), hours < limit))];
        var fitted = LawFitter.Fit(lengths);
        var same = fitted.Single(one => one.Law.Family == family).Law;
        same.Quantile(0.5).ShouldBe(law.Quantile(0.5), law.Quantile(0.5) * 0.06, $"seed {Seed}");
        same.Mean.ShouldBe(law.Mean, law.Mean * 0.12, $"seed {Seed}");
        if (family != LawFamily.Exponential)
        {
            fitted[0].Law.Family.ShouldBe(family, $"seed {Seed}");
        }

        SurvivalCurve.Of(lengths).Distance(same.Cumulated).ShouldBeLessThan(0.03, $"seed {Seed}");
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_laws_quantile_is_the_inverse_of_its_distribution_and_its_mean_that_of_its_quantiles(LawFamily family, double a, double b)
    {
        var law = new LengthLaw(family, a, b);
        law.Cumulated(law.Quantile(0.3)).ShouldBe(0.3, 1e-6);
        law.Survives(law.Quantile(0.9)).ShouldBe(Math.Exp(law.LogSurvives(law.Quantile(0.9))), 1e-9);
        Enumerable.Range(0, 20_000).Average(i => law.Quantile((i + 0.5) / 20_000)).ShouldBe(law.Mean, law.Mean * 0.02);
        var at = law.Quantile(0.4);
        Math.Exp(law.LogDensity(at)).ShouldBe((law.Cumulated(at * 1.0001) - law.Cumulated(at * 0.9999)) / (at * 0.0002), Math.Exp(law.LogDensity(at)) * 1e-3);
    }

    [Fact]
    public void The_survival_curve_counts_open_cases_as_lasting_longer()
    {
        // Worked by hand: at 1 one of 4 ends, at 3 one of 2.
        var curve = SurvivalCurve.Of([(1, true), (2, false), (3, true), (4, false)]);
        curve.Quantile(0.25).ShouldBe(1);
        curve.Quantile(0.6).ShouldBe(3);
        curve.Quantile(0.9).ShouldBeNull();
        curve.Known.ShouldBe(0.625, 1e-12);
        (curve.Closed, curve.Open).ShouldBe((2, 2));
    }

    [Fact]
    public void What_closed_after_the_cut_was_still_open_at_the_cut()
    {
        var span = SyntheticLog.Days(10, 5);
        var start = RowClock.StartOf(span.First);
        const long Hour = 3_600_000;
        Observation Row(int day, long hours) => new(0, day, 0, -1, start + (day * 24 * Hour), start + (((day * 24) + hours) * Hour), start + (day * 24 * Hour) - Hour);
        var fitter = new LengthFitter([Row(0, 2), Row(4, 48), Row(7, 5)], span);
        var fit = fitter.Handling().ShouldHaveSingleItem();
        (fit.Curve.Closed, fit.Curve.Open).ShouldBe((1, 1));
        fit.HeldOut.Quantile(1).ShouldBe(5);
        fit.Law.ShouldBeNull();
        fitter.Delays().ShouldBeEmpty();
    }
}
