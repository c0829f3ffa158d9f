using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Silo.Stream;

namespace GridGov.Twin.Silo.Tests.Stream;

public class MapStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_viewer_who_misses_frames_moves_about_and_asks_again_ends_up_seeing_what_a_newcomer_sees(int seed)
    {
        var chance = new Random(seed);
        var town = new StreamedTown((ulong)seed);
        var (screen, view) = (new Screen(), town.View(0, 0, 1));
        var viewer = town.Stream.Join(view);
        for (var tick = 0; tick < 240; tick++)
        {
            town.Run(minutes: 5);
            town.Stream.Tick(isBeat: tick % 5 == 0);
            if (chance.Next(10) == 0)
            {
                town.Stream.Look(viewer, view = town.View(chance.NextDouble() - 0.5, chance.NextDouble() - 0.5, 0.2 + chance.NextDouble()));
            }

            // Now and then he does not read for a while.
            while (chance.Next(4) > 0 && viewer.Frames.TryRead(out var frame))
            {
                screen.Apply(frame);
                if (!screen.IsInStep)
                {
                    viewer.AskForKey();
                }
            }
        }

        town.Settle(viewer, screen);
        var newcomer = new Screen();
        town.Settle(town.Stream.Join(view), newcomer);
        screen.Text().ShouldBe(newcomer.Text(), $"seed {seed}");
        newcomer.Text().ShouldBe(Truth.Of(town, viewer.Area.Rect), $"seed {seed}");
        newcomer.Text().Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void What_the_map_shows_is_what_the_grains_are()
    {
        var town = new StreamedTown(7);
        town.Run(minutes: 15 * 60);
        var (model, plan) = (town.World.Model, town.Plan);
        var states = plan.Workflow.Workflow.States;
        var open = model.Cases.InOrder.Where(pair => !states[pair.State.Facts.State].IsFinal).ToArray();
        town.Map.Cases.Keys.Order().ShouldBe(open.Select(pair => pair.Number));
        foreach (var (number, state) in open)
        {
            var pin = town.Map.Cases[number].Value;
            pin.Stage.ShouldBe((byte)states[state.Facts.State].Stage);
            (pin.Marks & 3).ShouldBe(state.Facts.Weight);
            ((pin.Marks & 4) != 0).ShouldBe(state.Facts.Urged == 1);
        }

        foreach (var officer in plan.Officers)
        {
            town.Map.Officers[officer.Index].Value.Leg.Doing.ShouldBe((byte)model.Officers[officer.Index].Facts.Doing, officer.Name);
        }

        for (var cell = 0; cell < plan.City.Cells.Length; cell++)
        {
            town.Map.Cells[cell].Value.Open.ShouldBe(model.Cells[cell].Open.Count);
        }

        town.Map.Cells.Sum(cell => cell.Value.Overdue).ShouldBe(open.Count(pair => pair.State.WholeClock.Due(plan.Calendar) < town.World.Now));
        town.Map.Cells.Sum(cell => cell.Value.Officers).ShouldBe(town.Map.Officers.Count(officer => officer.Value.Leg.Doing != 0));
    }

    [Fact]
    public void Viewers_of_about_the_same_place_share_every_frame()
    {
        var town = new StreamedTown(7);
        town.Run(minutes: 9 * 60);
        var viewers = Enumerable.Range(0, 50).Select(i => town.Stream.Join(town.View(i * 1e-4, 0, 0.5))).ToArray();
        town.Stream.Areas.ShouldBe(1);
        town.Stream.Tick(isBeat: true);
        var before = town.Stream.Packed;
        Array.ForEach(viewers, viewer => viewer.Frames.TryRead(out _));
        for (var tick = 0; tick < 20; tick++)
        {
            town.Run(minutes: 1);
            town.Stream.Tick(isBeat: true);
            Array.ForEach(viewers, viewer => viewer.Frames.TryRead(out _).ShouldBeTrue());
        }

        (town.Stream.Packed - before).ShouldBe(20);
    }

    [Fact]
    public void One_who_never_reads_holds_one_frame_and_holds_nobody_up()
    {
        var town = new StreamedTown(7);
        town.Run(minutes: 9 * 60);
        var (stuck, awake, screen) = (town.Stream.Join(town.View(0, 0, 1)), town.Stream.Join(town.View(0, 0, 1)), new Screen());
        var before = town.Stream.Packed;
        for (var tick = 0; tick < 100; tick++)
        {
            town.Run(minutes: 1);
            town.Stream.Tick(isBeat: true);
            awake.Frames.TryRead(out var frame).ShouldBeTrue();
            screen.Apply(frame!);
            screen.IsInStep.ShouldBeTrue();
        }

        stuck.Frames.Count.ShouldBe(1);
        (town.Stream.Packed - before).ShouldBe(100, "a key frame and 99 deltas, none for him who does not read");
        screen.WasToldOfLag.ShouldBeFalse();
        var late = new Screen();
        town.Settle(stuck, late);
        late.WasToldOfLag.ShouldBeTrue();
        late.Text().ShouldBe(screen.Text());
    }

    [Fact]
    public void Areas_nobody_looks_at_are_dropped()
    {
        var town = new StreamedTown(7);
        var viewer = town.Stream.Join(town.View(0, 0, 1));
        town.Stream.Look(viewer, town.View(0.3, 0.3, 0.1));
        town.Stream.Areas.ShouldBe(1);
        town.Stream.Part(viewer);
        town.Stream.Part(viewer);
        (town.Stream.Areas, town.Stream.Viewers).ShouldBe((0, 0));
        viewer.Frames.Completion.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void A_silence_that_ran_out_is_no_longer_shown()
    {
        var town = new StreamedTown(7);
        town.Run(minutes: 60);
        town.World.Post(Grain.DeviceOf(5), new Silence(1, 60 * 60_000), town.World.Now);
        town.Run(minutes: 59);
        (town.Map.Devices[5].Value & 4).ShouldBe(4);
        town.Run(minutes: 2);
        (town.Map.Devices[5].Value & 4).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0.1, -0.1, 0.3)]
    [InlineData(-0.2, 0.15, 0.1)]
    public void A_viewer_sees_everything_that_touches_his_rectangle_and_nothing_else(double east, double north, double size)
    {
        var town = new StreamedTown(11);
        town.Run(minutes: 10 * 60);
        var (screen, viewer) = (new Screen(), town.Stream.Join(town.View(east, north, size)));
        town.Settle(viewer, screen);
        screen.Text().ShouldBe(Truth.Of(town, viewer.Area.Rect));
    }

    [Fact]
    public void From_too_high_above_a_large_district_only_cells_are_shown()
    {
        var district = new StreamedDistrict("dongcheng");
        var (near, far) = (district.Stream.Join(district.View(0.1)), district.Stream.Join(district.View(1)));
        district.Stream.Tick(isBeat: true);
        district.Alarm(5);
        near.Frames.TryRead(out var nearKey).ShouldBeTrue();
        far.Frames.TryRead(out var farKey).ShouldBeTrue();
        FramePacker.Unpack(nearKey!).Officers.ShouldNotBeEmpty();
        var (key, cells) = (FramePacker.Unpack(farKey!), district.Plan.City.Cells.Length);
        (key.Head.Flags & ~FrameFlags.Deflated).ShouldBe(FrameFlags.Key | FrameFlags.Aggregate | FrameFlags.Clock);
        (key.Cells.Count, key.Officers.Count).ShouldBe((cells, 0));

        district.Stream.Tick(isBeat: false);
        far.Frames.TryRead(out var delta).ShouldBeTrue();
        var change = FramePacker.Unpack(delta!);
        change.CellsAlarms.ShouldHaveSingleItem().ShouldBe(new CellCount(district.Plan.City.Devices[5].Cell, 1));
        change.Devices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(double.NaN, 36, 120.5, 36.5)]
    [InlineData(120.6, 36, 120.5, 36.5)]
    [InlineData(120.4, 37, 120.5, 36.5)]
    [InlineData(-181, 36, 120.5, 36.5)]
    [InlineData(120.4, 36, double.PositiveInfinity, 36.5)]
    public void A_rectangle_that_is_none_is_told_so(double west, double south, double east, double north) =>
        new ViewRect(west, south, east, north, 500).Problem.ShouldNotBeNull();
}
