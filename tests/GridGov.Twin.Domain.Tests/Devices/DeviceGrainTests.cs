using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Devices;

public class DeviceGrainTests
{
    private static readonly GrainId Incident = new(Grain.Incident, 5);

    [Fact]
    public void It_tells_an_incident_it_notices() =>
        Device().When(new Disturbs(Incident)).SendsTo<Sensed>().Single().To.ShouldBe(Incident);

    [Fact]
    public void Broken_it_notices_nothing_until_it_is_repaired()
    {
        var device = Device().When(new Fails());
        device.Says<DeviceHealthChanged>().Single().Working.ShouldBe(0);
        device.SendsTo<IsRepaired>().Single().AfterMinutes.ShouldBe(60);
        device.When(new Disturbs(Incident)).Effects.ShouldBe(0);
        device.When(new IsRepaired()).Says<DeviceHealthChanged>().Single().Working.ShouldBe(1);
        device.When(new Disturbs(Incident)).Sends<Sensed>().Length.ShouldBe(1);
    }

    [Fact]
    public void Silenced_it_notices_nothing_for_that_long()
    {
        var device = Device().When(new Silence(7, 600_000));
        device.Minutes = 9.9;
        device.When(new Disturbs(Incident)).Effects.ShouldBe(0);
        device.Minutes = 10;
        device.When(new Disturbs(Incident)).Sends<Sensed>().Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60_000)]
    [InlineData(30L * 86_400_000)]
    public void A_silence_is_told_with_its_end(long forMs)
    {
        var device = Device();
        device.Minutes = 5;
        device.When(new Silence(7, forMs)).Says<DeviceSilenced>().ShouldBe([new DeviceSilenced(7, device.Now + new Duration(forMs))]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(59_999)]
    [InlineData((30L * 86_400_000) + 1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_silence_too_short_or_too_long_is_refused(long forMs)
    {
        var device = Device().When(new Silence(7, 600_000)).When(new Silence(8, forMs));
        device.Says<SilenceRefused>().ShouldBe([new SilenceRefused(8, forMs)]);
        device.Says<DeviceSilenced>().ShouldBeEmpty();
        device.Model.Devices[0].Facts.SilencedUntil.ShouldBe(Instant.Start + Duration.Minutes(10));
    }

    [Fact]
    public void A_silence_of_nothing_ends_the_one_before() =>
        Device().When(new Silence(7, 600_000)).When(new Silence(8, 0)).When(new Disturbs(Incident)).Sends<Sensed>().Length.ShouldBe(1);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    public void A_reading_that_is_none_is_ignored(double level)
    {
        var device = Device().When(new ReadingArrives(0.9)).When(new ReadingArrives(level));
        device.Effects.ShouldBe(0);
        device.Model.Devices[0].Facts.Reading.ShouldBe(0.9);
    }

    [Fact]
    public void Its_alarm_goes_on_at_four_fifths_stays_on_in_between_and_goes_off_at_three_fifths()
    {
        var device = Device();
        (double Level, int Changes, int Reports)[] readings =
            [(0.79, 0, 0), (0.8, 1, 1), (0.7, 0, 0), (0.95, 0, 0), (0.61, 0, 0), (0.6, 1, 0), (0.7, 0, 0), (0.81, 1, 1)];
        foreach (var (level, changes, reports) in readings)
        {
            device.When(new ReadingArrives(level));
            device.Says<DeviceAlarmChanged>().Length.ShouldBe(changes, $"at {level}");
            device.Sends<ReportArrives>().Length.ShouldBe(reports, $"at {level}");
        }
    }

    [Fact]
    public void A_false_alarm_is_a_report_with_no_truth_behind_it()
    {
        var device = Device().When(new AlarmsFalsely());
        var report = device.Sends<ReportArrives>().Single();
        report.Incident.IsNone.ShouldBeTrue();
        report.What.ShouldBe((ushort)Rules.BurstMain, "the one kind a pressure gauge senses here");
        report.Channel.ShouldBe(Channel.Device);
        device.Sends<AlarmsFalsely>().Length.ShouldBe(1, "and it will cry wolf again");
    }

    private static OneGrain Device() => new(
        new Town(1, 1, (DeviceKind.Pressure, 0))
            .Kind(Rules.BurstMain, kind => kind with { Sensors = 1 << (int)DeviceKind.Pressure })
            .Change(plan => plan with { Devices = new DeviceRules(1, Distribution.Constant(0), 2, null, Distribution.Constant(Rules.HourMs)) }),
        Grain.DeviceOf(0));
}
