using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Devices;

/// <summary>A device 物联设备: senses incidents, keeps its alarm with hysteresis, breaks down and is repaired.</summary>
public static class DeviceGrain
{
    /// <summary>A reading at or above this switches the alarm on.</summary>
    public const double AlarmOn = 0.8;

    /// <summary>A reading at or below this switches it off; in between it stays as it is.</summary>
    public const double AlarmOff = 0.6;

    /// <summary>The shortest time a device can be ignored.</summary>
    public static readonly Duration ShortestSilence = Duration.Minutes(1);

    /// <summary>The longest time a device can be ignored.</summary>
    public static readonly Duration LongestSilence = Duration.Days(30);

    private const double YearMs = 365.0 * 86_400_000;

    /// <summary>Handles one message.</summary>
    public static void Handle(DeviceState state, in Body message, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        switch (message.Kind)
        {
            case Disturbs.Kind when Listens(facts, turn):
                turn.Send(message.As<Disturbs>().Incident, new Sensed(turn.Self.Number));
                break;
            case ReadingArrives.Kind when message.As<ReadingArrives>().Level is >= 0 and <= 1:
                Read(ref facts, message.As<ReadingArrives>(), turn, setting);
                break;
            case AlarmsFalsely.Kind:
                CryWolf(ref facts, turn, setting);
                ScheduleFalseAlarm(ref facts, turn, setting.Plan.Devices);
                break;
            case Fails.Kind:
                facts.Broken = 1;
                turn.Emit(new DeviceHealthChanged(0));
                turn.SendAfter(setting.Plan.Devices.Repair.Sample(ref facts.Life), turn.Self, new IsRepaired());
                break;
            case IsRepaired.Kind:
                facts.Broken = 0;
                turn.Emit(new DeviceHealthChanged(1));
                ScheduleFailure(ref facts, turn, setting.Plan.Devices);
                break;
            case Silence.Kind:
                BeSilent(ref facts, message.As<Silence>(), turn);
                break;
        }
    }

    /// <summary>Starts the device's own life: its first failure and its first false alarm.</summary>
    public static void Begin(DeviceState state, Turn turn, Setting setting)
    {
        state.Facts.Life = ChanceStream.For(turn.Seed, turn.Self, Purpose.DeviceLife);
        ScheduleFailure(ref state.Facts, turn, setting.Plan.Devices);
        ScheduleFalseAlarm(ref state.Facts, turn, setting.Plan.Devices);
    }

    /// <summary>Draws the next false alarm anew.</summary>
    public static void DrawAnew(DeviceState state, Turn turn, Setting setting) => ScheduleFalseAlarm(ref state.Facts, turn, setting.Plan.Devices);

    private static void BeSilent(ref DeviceFacts facts, Silence order, Turn turn)
    {
        var length = new Duration(order.ForMs);
        if (length != Duration.Zero && (length < ShortestSilence || length > LongestSilence))
        {
            turn.Emit(new SilenceRefused(order.Reference, order.ForMs));
            return;
        }

        facts.SilencedUntil = turn.Now + length;
        turn.Emit(new DeviceSilenced(order.Reference, facts.SilencedUntil));
    }

    private static bool Listens(in DeviceFacts facts, Turn turn) => facts.Broken == 0 && turn.Now >= facts.SilencedUntil;

    private static void Read(ref DeviceFacts facts, ReadingArrives reading, Turn turn, Setting setting)
    {
        facts.Reading = reading.Level;
        if (facts.Alarm == 0 && reading.Level >= AlarmOn && Listens(facts, turn))
        {
            facts.Alarm = 1;
            turn.Emit(new DeviceAlarmChanged(1));
            ReportNothing(ref facts, turn, setting);
        }
        else if (facts.Alarm == 1 && reading.Level <= AlarmOff)
        {
            facts.Alarm = 0;
            turn.Emit(new DeviceAlarmChanged(0));
        }
    }

    private static void CryWolf(ref DeviceFacts facts, Turn turn, Setting setting)
    {
        if (Listens(facts, turn))
        {
            facts.FalseAlarms++;
            ReportNothing(ref facts, turn, setting);
        }
    }

    // A report with no incident behind it: an alarm of telemetry, or a false one. What it is about is drawn among the kinds it can sense.
    private static void ReportNothing(ref DeviceFacts facts, Turn turn, Setting setting)
    {
        var site = setting.Plan.City.Devices[turn.Self.Number];
        var kinds = setting.KindsSensedBy(site.Kind);
        if (kinds.Length == 0)
        {
            return;
        }

        var what = kinds[facts.Life.Below(kinds.Length)];
        turn.Send(Grain.CellOf(site.Cell), new ReportArrives(
            GrainId.None, facts.Life.Bits(), Spot.Of(site.At), ushort.MaxValue, (ushort)site.Cell, (ushort)what, Channel.Device, 0));
    }

    private static void ScheduleFalseAlarm(ref DeviceFacts facts, Turn turn, DeviceRules rules)
    {
        if (rules.FalseAlarmsPerYear > 0)
        {
            var waitMs = -Exact.Log(facts.Life.UnitAboveZero()) * YearMs / rules.FalseAlarmsPerYear;
            turn.SendAfter(new Duration((long)waitMs + 1), turn.Self, new AlarmsFalsely());
        }
    }

    private static void ScheduleFailure(ref DeviceFacts facts, Turn turn, DeviceRules rules)
    {
        if (rules.BetweenFailures is { } between)
        {
            turn.SendAfter(between.Sample(ref facts.Life), turn.Self, new Fails());
        }
    }
}
