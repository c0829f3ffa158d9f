using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Scenarios.Replay;
using GridGov.Twin.Scenarios.Tests.Building;
using GridGov.Twin.Scenarios.Tests.Geo;

namespace GridGov.Twin.Scenarios.Tests.Replay;

public class ReplayRunTests
{
    // The middle of the small scenario's first cell, in degrees.
    private static readonly (double Longitude, double Latitude) Here = Middle();
    private static readonly string At = FormattableString.Invariant($"{Here.Latitude:0.0000000},{Here.Longitude:0.0000000}");

    public static TheoryData<string, string, RowFault> BadRows() => new()
    {
        { "1,2024-05-06 07:08,,hole", "", RowFault.WrongColumnCount },
        { "1,2024-05-06 07:08,,hole,1,2,web,more", "", RowFault.WrongColumnCount },
        { "1,2024-05-06 07:08,,ho\"le,1,2,web", "", RowFault.BrokenQuotes },
        { "1,,,hole,1,2,web", "", RowFault.NoDate },
        { "1,06.05.2024,,hole,1,2,web", "", RowFault.UnreadableDate },
        { "1,1024-05-06 07:08,,hole,1,2,web", "", RowFault.UnreadableDate },
        { "1,2024-02-30 07:08,,hole,1,2,web", "", RowFault.UnreadableDate },
        { "1,2024-05-06 07:08,late,hole,1,2,web", "", RowFault.UnreadableDate },
        { "1,2024-05-06 07:08,2024-05-06 07:07,hole,1,2,web", "", RowFault.ClosesBeforeOpens },
        { "1,2024-05-06 07:08,,cat,1,2,web", "", RowFault.KindNotMapped },
        { "1,2024-05-06 07:08,,gossip,1,2,web", "", RowFault.KindNotMapped },
        { "1,2024-05-06 07:08,,hole,,2,web", "", RowFault.NoPosition },
        { "1,2024-05-06 07:08,,hole,here,2,web", "", RowFault.UnreadablePosition },
        { "1,2024-05-06 07:08,,hole,NaN,2,web", "", RowFault.UnreadablePosition },
        { "1,2024-05-06 07:08,,hole,91,2,web", "", RowFault.PositionOutOfRange },
        { "1,2024-05-06 07:08,,hole,1,-181,web", "", RowFault.PositionOutOfRange },
        { "1,2024-05-06 07:08,,hole,0.0,0,web", "", RowFault.PositionZero },
        { "1,2024-05-06 07:08,,hole,1,2,web", "", RowFault.OutsideDistrict },
        { "1,2024-05-06 07:08,,hole,1,2,web", "starts: 2024-05-07", RowFault.BeforeStart },
        { "1,2024-05-06 07:08,,hole,1,2,web", "starts: 2024-01-01", RowFault.AfterEnd },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public void A_row_that_cannot_be_used_is_rejected_with_its_reason(string row, string more, RowFault expected)
    {
        var (_, _, counts) = LogSketch.Replay($"{LogSketch.Mapping}\n{more}", expected == RowFault.AfterEnd ? 2 : null, row);
        counts.Faults.ShouldBe([(expected, 1)]);
        (counts.Rows, counts.Rejected, counts.Accepted, counts.Merged).ShouldBe((1, 1, 0, 0));
    }

    [Fact]
    public void Rows_open_cases_join_them_or_are_the_same_row_again()
    {
        var (world, run, counts) = LogSketch.Replay(
            LogSketch.Mapping, $"1,2024-05-06 10:00,,hole,{At},web", $"2,2024-05-06 10:05,,hole,{At},phone", $"3,2024-05-06 10:10,,advert,{At},",
            $"2,2024-05-06 10:05,,hole,{At},phone", $"4,2024-05-09 10:05,,hole,{At},phone");
        (counts.Rows, counts.Accepted, counts.Merged, counts.Repeated, counts.Rejected, counts.Spread).ShouldBe((5, 3, 2, 1, 0, 0));
        run.Undecided.ShouldBe(0);
        world.Rows.Select(row => row.Case).ShouldBe([0, 0, 1, -1, 2]);
        world.Plan.Calendar.FirstDay.ShouldBe(new DateOnly(2024, 5, 6));
        var result = run.Result();
        result.Report.All.Single(indicator => indicator.Id == "reports").Value.ShouldBe(4);
        result.Report.All.Single(indicator => indicator.Id == "rejected").Value.ShouldBe(0, "officers find what was really reported");
    }

    [Fact]
    public void Rows_without_a_position_are_spread_over_the_district_where_the_mapping_says_so()
    {
        var mapping = LogSketch.Mapping.Replace("place: as-is", "place: as-is, missing: spread, at-zero: spread, outside: spread", StringComparison.Ordinal);
        string[] rows = [.. Enumerable.Range(1, 60).Select(i => $"{i},2024-05-06 10:00,,hole,{(i % 3) switch { 0 => ",", 1 => "0,0", _ => "50,8" }},web")];
        var (world, _, counts) = LogSketch.Replay(mapping, rows);
        counts.Spread.ShouldBe(60);
        (counts.Accepted + counts.Merged).ShouldBe(60);
        world.Rows.Select(row => row.Cell).Distinct().Count().ShouldBeGreaterThan(10);
        LogSketch.Replay(mapping, rows).World.Rows.Select(row => row.Cell).ShouldBe(world.Rows.Select(row => row.Cell));
    }

    [Fact]
    public void A_log_from_elsewhere_is_stretched_over_the_district_and_that_is_said()
    {
        var mapping = LogSketch.Mapping.Replace("place: as-is", "place: fit", StringComparison.Ordinal);
        string[] rows = [.. Enumerable.Range(0, 100).Select(i => $"{i},2024-05-06 10:00,,hole,{40 + (i / 10)},{-(i % 10)},web")];
        var (world, _, counts) = LogSketch.Replay(mapping, rows);
        (counts.Accepted + counts.Merged).ShouldBe(100);
        world.PositionNote.ShouldNotBeNull().ShouldContain("-9..0° E, 40..49° N");
        world.Rows.Select(row => row.Cell).Distinct().Count().ShouldBe(20);
        var finder = world.Plan.City.Cells;
        world.Rows.ShouldAllBe(row => Math.Abs(row.EastM - finder[row.Cell].Centre.EastM) < 200 && Math.Abs(row.NorthM - finder[row.Cell].Centre.NorthM) < 200);
    }

    [Fact]
    public void A_given_box_leaves_out_what_lies_beside_it()
    {
        var mapping = LogSketch.Mapping.Replace("place: as-is", "place: fit, box: {west: 1, south: 1, east: 2, north: 2}", StringComparison.Ordinal);
        var (_, _, counts) = LogSketch.Replay(mapping, "1,2024-05-06 10:00,,hole,1.5,1.5,", "2,2024-05-06 10:00,,hole,2.5,1.5,");
        counts.Accepted.ShouldBe(1);
        counts.Faults.ShouldBe([(RowFault.OutsideDistrict, 1)]);
    }

    [Theory]
    [InlineData("", "2024-05-06 23:30:00+00:00", "2024-05-06")]
    [InlineData(", offset: \"+08:00\"", "2024-05-06 23:30:00+00:00", "2024-05-07")]
    public void Times_count_as_written_or_are_moved_to_the_districts_offset(string offset, string opened, string firstDay)
    {
        var mapping = LogSketch.Mapping.Replace("[\"yyyy-MM-dd HH:mm\"]", $"[\"yyyy-MM-dd HH:mm:sszzz\"]{offset}", StringComparison.Ordinal);
        var (world, _, counts) = LogSketch.Replay(mapping, $"1,{opened},,hole,{At},");
        counts.Accepted.ShouldBe(1);
        world.Plan.Calendar.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(firstDay);
    }

    [Fact]
    public void The_same_log_gives_the_same_hash()
    {
        string[] rows = [$"1,2024-05-06 10:00,,hole,{At},", $"2,2024-05-07 10:05,,advert,{At},", $"3,2024-05-16 10:05,,hole,{At},"];
        var first = LogSketch.Replay(LogSketch.Mapping, rows).Run.Result();
        LogSketch.Replay(LogSketch.Mapping, rows).Run.Result().Hash.ShouldBe(first.Hash);
    }

    [Fact]
    public void Random_logs_always_add_up()
    {
        const ulong Seed = 20_240_506;
        var chance = ChanceStream.For(Seed, 0UL, 1);
        string[] whats = ["hole", "advert", "gossip", "cat", ""];
        string[] places = [At, "0,0", ",", "91,0", "1,2", "x,y"];
        string[] times = ["2024-05-06 10:00", "2024-05-06 23:59", "2024-06-30 00:00", "", "never", "2024-05-07 12:12"];
        for (var trial = 0; trial < 10; trial++)
        {
            string[] rows = [.. Enumerable.Range(0, 40).Select(_ => string.Join(
                ',', chance.Below(30), times[chance.Below(6)], times[chance.Below(6)], whats[chance.Below(5)], places[chance.Below(6)],
                chance.Below(9) == 0 ? "a,b" : "web"))];
            var (_, _, counts) = LogSketch.Replay(LogSketch.Mapping, rows);
            (counts.Accepted + counts.Merged + counts.Rejected).ShouldBe(40, $"seed {Seed}, trial {trial}");
            counts.Faults.Sum(fault => fault.Rows).ShouldBe(counts.Rejected, $"seed {Seed}, trial {trial}");
        }
    }

    [Fact]
    public void A_packed_log_reads_like_a_plain_one()
    {
        using var folder = new TempFolder();
        var log = folder.Pack("log.csv.gz", $"{LogSketch.Head}\n1,2024-05-06 10:00,,hole,{At},\n");
        LogSketch.Load(folder, log, LogSketch.Mapping).Rows.Count.ShouldBe(1);
    }

    private static (double LongitudeDeg, double LatitudeDeg) Middle()
    {
        var city = ScenarioSketch.Build(ScenarioSketch.Lines()).Plan.City;
        return new LocalPlane(city.Anchor).ToDegrees(city.Cells[0].Centre);
    }
}
