using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Silo.Stream;

namespace GridGov.Twin.Silo.Tests.Stream;

/// <summary>When an area speaks, and when it tells the clock.</summary>
public class SpeakingTests
{
    private readonly StreamedDistrict _district = new("first-day");
    private readonly Viewer _viewer;
    private FrameHead _last;

    public SpeakingTests()
    {
        _viewer = _district.Stream.Join(_district.View(1));
        Tick()!.Head.Flags.HasFlag(FrameFlags.Key).ShouldBeTrue();
    }

    [Fact]
    public void After_silence_a_change_is_told_at_once_and_the_few_after_it_wait_a_tick_and_come_as_one()
    {
        _district.Alarm(5);
        Tick()!.Devices.ShouldBe([new StateMark(5, 1)]);
        _district.Alarm(9);
        _district.Alarm(6);
        Tick().ShouldBeNull();
        _district.Alarm(7);
        _district.Alarm(6, isOn: false);
        Tick()!.Devices.ShouldBe([new StateMark(6, 0), new StateMark(7, 1), new StateMark(9, 1)]);
        Tick().ShouldBeNull();
        _district.Alarm(8);
        Tick()!.Devices.ShouldBe([new StateMark(8, 1)]);
    }

    [Fact]
    public void Many_changes_wait_for_nothing()
    {
        for (var tick = 0; tick < 4; tick++)
        {
            for (var device = 0; device < 20; device++)
            {
                _district.Alarm(device, isOn: tick % 2 == 0);
            }

            Tick()!.Devices.Count.ShouldBe(20);
        }
    }

    [Fact]
    public void Who_comes_while_a_change_waits_learns_of_it_and_can_follow_from_there()
    {
        _district.Alarm(5);
        Tick().ShouldNotBeNull();
        _district.Alarm(6);
        var newcomer = _district.Stream.Join(_district.View(1));
        Tick().ShouldBeNull();
        newcomer.Frames.TryRead(out var key).ShouldBeTrue();
        var first = FramePacker.Unpack(key!);
        first.Devices.Select(mark => mark.Index).ShouldBe([5, 6]);
        _district.Alarm(6, isOn: false);
        Tick()!.Head.Flags.HasFlag(FrameFlags.Clock).ShouldBeTrue("the two know different clocks");
        newcomer.Frames.TryRead(out var bytes).ShouldBeTrue();
        var next = FramePacker.Unpack(bytes!, first.Head);
        next.Head.Sequence.ShouldBe((byte)(first.Head.Sequence + 1));
        next.Devices.ShouldBe([new StateMark(6, 0)]);
        next.CellsAlarms.ShouldBe([new CellCount(_district.Plan.City.Devices[6].Cell, AlarmsWithout6())], "he was shown one alarm more");
    }

    [Fact]
    public void The_clock_is_told_where_it_does_not_run_on_as_it_was_told()
    {
        IsClockToldAt(nowMs: 60_000, speed: 60, wallMs: 1_000).ShouldBeTrue("nobody was told yet");
        IsClockToldAt(nowMs: 72_000, speed: 60, wallMs: 1_200).ShouldBeFalse("it runs as it was told");
        IsClockToldAt(nowMs: 84_000 - 5_900, speed: 60, wallMs: 1_400).ShouldBeFalse("less than a tenth of a second behind");
        _last.NowMs.ShouldBe(60_000);
        IsClockToldAt(nowMs: 96_000 - 6_100, speed: 60, wallMs: 1_600).ShouldBeTrue("more than that");
        _last.NowMs.ShouldBe(89_900);
        IsClockToldAt(nowMs: 101_900, speed: 600, wallMs: 1_800).ShouldBeTrue("another speed");
        IsClockToldAt(nowMs: 101_900, speed: 0, wallMs: 2_000).ShouldBeTrue("it stands");
        IsClockToldAt(nowMs: 101_900, speed: 0, wallMs: 9_000).ShouldBeFalse("it still stands");
        IsClockToldAt(nowMs: 90_000, speed: 0, wallMs: 9_200).ShouldBeTrue("it was set back");
        IsClockToldAt(nowMs: 95_000, speed: double.PositiveInfinity, wallMs: 9_600).ShouldBeTrue("as fast as possible");
        IsClockToldAt(nowMs: 99_000, speed: double.PositiveInfinity, wallMs: 9_800).ShouldBeTrue("nobody can tell how far that will be");
    }

    // Device 5 alone gave alarm else.
    private byte AlarmsWithout6() => (byte)(_district.Plan.City.Devices[5].Cell == _district.Plan.City.Devices[6].Cell ? 1 : 0);

    [Fact]
    public void A_clock_that_runs_on_as_it_was_told_is_told_again_with_every_fourth_sign_of_life()
    {
        var told = new List<bool>();
        for (var beat = 0; beat < 10; beat++)
        {
            told.Add(Tick(isBeat: true)!.Head.Flags.HasFlag(FrameFlags.Clock));
        }

        told.ShouldBe([true, false, false, false, true, false, false, false, true, false]);
    }

    private bool IsClockToldAt(long nowMs, double speed, long wallMs)
    {
        // A silent tick before it, so that the change is told at once.
        Tick().ShouldBeNull();
        _district.Reach(nowMs, speed, wallMs);
        _district.Flip(5);
        return Tick()!.Head.Flags.HasFlag(FrameFlags.Clock);
    }

    private MapFrame? Tick(bool isBeat = false)
    {
        _district.Stream.Tick(isBeat);
        if (!_viewer.Frames.TryRead(out var bytes))
        {
            return null;
        }

        var frame = FramePacker.Unpack(bytes, _last);
        _last = frame.Head;
        return frame;
    }
}
