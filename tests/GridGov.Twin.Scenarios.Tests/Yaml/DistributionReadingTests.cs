using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Tests.Yaml;

public class DistributionReadingTests
{
    [Theory]
    [InlineData("{constant: 5 min}", DistributionKind.Constant, 5, 0)]
    [InlineData("{uniform: {min: 2 min, max: 8 min}}", DistributionKind.Uniform, 5, 3)]
    [InlineData("{exponential: {mean: 6 min}}", DistributionKind.Exponential, 6, 36)]
    [InlineData("{lognormal: {mean: 2 h, cv: 1}}", DistributionKind.Lognormal, 120, 14400)]
    [InlineData("{gamma: {mean: 10 min, cv: 0.5}}", DistributionKind.Gamma, 10, 25)]
    [InlineData("{erlang: {mean: 10 min, phases: 4}}", DistributionKind.Erlang, 10, 25)]
    [InlineData("{triangular: {min: 0 s, mode: 3 min, max: 6 min}}", DistributionKind.Triangular, 3, 1.5)]
    [InlineData("{hyperexponential: {mean: 1 min, cv2: 4}}", DistributionKind.Hyperexponential, 1, 4)]
    [InlineData("{empirical: [4 min, 6 min]}", DistributionKind.Sampled, 5, 0.33333333333333331)]
    public void A_distribution_has_the_written_mean_and_spread(string written, DistributionKind kind, double meanMin, double varianceMin2)
    {
        var (value, findings) = Reading.It(written, value => value.Distribution());
        findings.ShouldBeEmpty();
        value.Kind.ShouldBe(kind);
        (value.MeanMs / 60_000).ShouldBe(meanMin, 1e-9);
        (value.VarianceMs2 / 3.6e9).ShouldBe(varianceMin2, 1e-9);
    }

    [Theory]
    [InlineData("{exponential: {mean: 0 s}}", "it.exponential.mean: the mean is zero (found '0 s', expected a length above zero)")]
    [InlineData("{exponential: {mean: -3 min}}", "it.exponential.mean: the value cannot be read (found '-3 min', expected a length of time with its unit")]
    [InlineData("{exponential: {men: 3 min}}", "it.exponential: unknown key (found 'men', expected perhaps mean)")]
    [InlineData("{exponentail: {mean: 3 min}}", "it: unknown key (found 'exponentail', expected perhaps exponential)")]
    [InlineData("{uniform: {min: 8 min, max: 2 min}}", "it.uniform.max: the maximum is below the minimum (found '2 min', expected at least the minimum)")]
    [InlineData("{triangular: {min: 1 s, mode: 9 s, max: 5 s}}", "it.triangular.max: the maximum is below the likeliest length (found '5 s'")]
    [InlineData("{hyperexponential: {mean: 1 s, cv2: 1}}", "it.hyperexponential.cv2: the number is out of range (found '1', expected a number from 1.001 to 10000)")]
    [InlineData("{erlang: {mean: 1 s, phases: 0}}", "it.erlang.phases: the number is out of range (found '0', expected a whole number from 1 to 1000)")]
    [InlineData("{empirical: []}", "it.empirical: there is none (expected at least one length)")]
    [InlineData("{constant: 1 s, exponential: {mean: 1 s}}", "it: more than one distribution (expected exactly one of ")]
    [InlineData("{}", "it: no distribution (expected exactly one of ")]
    [InlineData("5 min", "it: a mapping is expected here (found '5 min', expected keys and values (constant,")]
    public void A_wrong_distribution_is_found_and_never_made(string written, string finding) =>
        Reading.It(written, value => value.Distribution()).Findings[0].ShouldStartWith($"f.yaml:2: {finding}");
}
