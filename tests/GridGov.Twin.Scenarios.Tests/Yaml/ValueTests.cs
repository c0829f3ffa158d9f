using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Tests.Yaml;

public class ValueTests
{
    private static readonly MapShape Shape = new("officers", ["count", "policy"], ["shifts"]);

    [Theory]
    [InlineData("15 min", 900_000)]
    [InlineData("30 s", 30_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("2 d", 172_800_000)]
    [InlineData("250 ms", 250)]
    [InlineData("0 s", 0)]
    public void A_length_of_time_is_read_with_its_unit(string written, long ms)
    {
        var (value, findings) = Reading.It(written, value => value.Duration());
        findings.ShouldBeEmpty();
        value.ShouldBe(new Duration(ms));
    }

    [Theory]
    [InlineData("15")]
    [InlineData("15 minutes")]
    [InlineData("min")]
    [InlineData("-3 h")]
    [InlineData("1e9 d")]
    [InlineData("NaN h")]
    [InlineData("1,5 h")]
    public void A_length_of_time_without_a_right_unit_is_found(string written)
    {
        var (_, findings) = Reading.It(written, value => value.Duration());
        findings.ShouldBe([$"f.yaml:2: it: the value cannot be read (found '{written}', expected a length of time with its unit: ms, s, min, h or d, such as 15 min)"]);
    }

    [Theory]
    [InlineData("12 per hour", 12)]
    [InlineData("1200 per day", 50)]
    [InlineData("2 per minute", 120)]
    [InlineData("0.5 per second", 1800)]
    [InlineData("0 per day", 0)]
    public void A_rate_is_read_per_hour(string written, double perHour) =>
        Reading.It(written, value => value.PerHour()).Value.ShouldBe(perHour, 1e-9);

    [Theory]
    [InlineData("-1 per hour")]
    [InlineData("12 per week")]
    [InlineData("12")]
    public void A_negative_rate_or_an_unknown_unit_is_found(string written) =>
        Reading.It(written, value => value.PerHour()).Findings.ShouldHaveSingleItem().ShouldContain("not negative");

    [Theory]
    [InlineData("4.5 km/h", 1.25)]
    [InlineData("1.2 m/s", 1.2)]
    public void A_speed_is_read_in_metres_per_second(string written, double mps) =>
        Reading.It(written, value => value.MetresPerSecond()).Value.ShouldBe(mps, 1e-12);

    [Theory]
    [InlineData("\"08:00-20:00\"", 8, 20)]
    [InlineData("\"20:00-08:00\"", 20, 32)]
    [InlineData("00:00-24:00", 0, 24)]
    [InlineData("16:00-00:00", 16, 24)]
    public void A_night_passes_midnight(string written, long from, long to) =>
        Reading.It(written, value => value.DayWindow()).Value.ShouldBe(new DayWindow(from * 3_600_000, to * 3_600_000));

    [Theory]
    [InlineData("08:00-08:00")]
    [InlineData("8:00-20:00")]
    [InlineData("24:00-08:00")]
    [InlineData("08:60-20:00")]
    public void A_window_that_is_none_is_found(string written) =>
        Reading.It(written, value => value.DayWindow()).Findings.Length.ShouldBe(1);

    [Theory]
    [InlineData("2uh", 2, LimitUnit.UrgentHour)]
    [InlineData("15wm", 15, LimitUnit.WorkingMinute)]
    [InlineData("10wd", 10, LimitUnit.WorkingDay)]
    public void A_limit_is_a_count_and_a_unit(string written, int count, LimitUnit unit) =>
        Reading.It(written, value => value.Limit()).Value.ShouldBe(new Limit(count, unit));

    [Theory]
    [InlineData("0uh")]
    [InlineData("2xx")]
    [InlineData("uh")]
    public void A_limit_with_a_wrong_unit_is_found(string written) =>
        Reading.It(written, value => value.Limit()).Findings.ShouldHaveSingleItem().ShouldContain("um, uh, ud, wm, wh, wd, nd");

    [Fact]
    public void Numbers_keep_their_bounds()
    {
        Reading.It("7", value => value.Whole(1, 10)).ShouldSatisfyAllConditions(it => it.Value.ShouldBe(7), it => it.Findings.ShouldBeEmpty());
        Reading.It("-7", value => value.Whole(0, 10)).Findings.ShouldBe(["f.yaml:2: it: the number must not be negative (found '-7', expected a whole number from 0 to 10)"]);
        Reading.It("1.2", value => value.Share()).Findings.ShouldBe(["f.yaml:2: it: the number is out of range (found '1.2', expected a number from 0 to 1)"]);
        Reading.It("many", value => value.Real(0, double.PositiveInfinity)).Findings.ShouldBe(["f.yaml:2: it: the value cannot be read (found 'many', expected a number of at least 0)"]);
        Reading.It("2025-02-30", value => value.Date()).Findings.Length.ShouldBe(1);
        Reading.It("yes", value => value.YesNo()).Findings.ShouldHaveSingleItem().ShouldContain("true or false");
    }

    [Fact]
    public void Every_mistake_in_a_mapping_is_found_in_one_reading()
    {
        var findings = new List<Finding>();
        var fields = new YamlValue(Reading.Parse("cuont: 3", "policy: nearest", "colour: red"), findings).Fields(Shape);
        fields["policy"].Word(new Dictionary<string, int> { ["own-cell"] = 1, ["nearest-free"] = 2 });
        fields["count"].Whole(0, 10).ShouldBe(0);
        findings.Select(finding => finding.ToString()).ShouldBe(
        [
            "f.yaml:1: unknown key (found 'cuont', expected perhaps count)",
            "f.yaml:3: unknown key (found 'colour', expected one of count, policy, shifts)",
            "f.yaml:1: the key count is missing (expected the key count)",
            "f.yaml:2: policy: an unknown word (found 'nearest', expected perhaps nearest-free)",
        ]);
    }

    [Fact]
    public void A_value_of_the_wrong_form_is_found()
    {
        Reading.It("[1, 2]", value => value.Text()).Findings.ShouldBe(["f.yaml:2: it: a single value is expected here (expected text)"]);
        Reading.It("text", value => value.Items().ToArray()).Findings.ShouldBe(["f.yaml:2: it: a list is expected here (found 'text', expected a list)"]);
        Reading.It("[1]", value => value.Fields(Shape)).Findings.ShouldHaveSingleItem().ShouldContain("a mapping is expected here");
        Reading.It("[1, ~]", value => value.Items().ToArray()).Findings.ShouldHaveSingleItem().ShouldContain("it[2]: the item is empty");
    }

    [Fact]
    public void A_reader_cannot_ask_for_a_key_its_shape_does_not_have() =>
        Should.Throw<InvalidOperationException>(() => new YamlValue(Reading.Parse("count: 1", "policy: x"), []).Fields(Shape)["colour"]);
}
