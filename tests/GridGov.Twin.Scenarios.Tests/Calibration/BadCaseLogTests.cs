using System.Text;
using GridGov.Twin.Scenarios.Calibration;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Replay;
using GridGov.Twin.Scenarios.Tests.Geo;

namespace GridGov.Twin.Scenarios.Tests.Calibration;

public class BadCaseLogTests
{
    private static readonly CalibrationRequest Any = new("", "");

    [Fact]
    public void A_log_of_one_row_or_of_one_day_cannot_be_tested()
    {
        SyntheticLog.Rejected("1,2024-01-01 09:00,,hole").ShouldContain("1 usable row, all on 2024-01-01");
        SyntheticLog.Rejected("1,2024-01-01 09:00,,hole", "2,2024-01-01 10:00,,hole").ShouldContain("2 usable rows, all on 2024-01-01");
    }

    [Fact]
    public void A_log_without_rows_or_without_any_that_maps_says_why()
    {
        SyntheticLog.Rejected().ShouldContain("the log has no rows");
        SyntheticLog.Rejected("1,2024-01-01 09:00,,music", "2,yesterday,,hole")
            .ShouldContain("unreadable-date 1, first in line 3, kind-not-mapped 1, first in line 2");
        using var folder = new TempFolder();
        Should.Throw<InputRejectedException>(() => SyntheticLog.Load(folder, Any, folder.Write("log.csv", ""))).Message.ShouldContain("the file is empty");
    }

    [Fact]
    public void A_missing_column_is_named_with_the_mappings_line()
    {
        using var folder = new TempFolder();
        Should.Throw<InputRejectedException>(() => SyntheticLog.Load(folder, Any, folder.Write("log.csv", "id,when,done,what\n")))
            .Findings.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(0.91)]
    [InlineData(double.NaN)]
    public void A_share_held_out_of_none_or_nearly_all_is_refused(double share) =>
        SyntheticLog.Rejected(Any with { HoldOut = share }, SyntheticLog.Daily(30)).ShouldContain("--hold-out: the share cannot be used");

    [Fact]
    public void Days_that_run_backwards_and_days_without_rows_are_refused()
    {
        SyntheticLog.Rejected(Any with { From = new DateOnly(2024, 2, 1), To = new DateOnly(2024, 1, 1) }, SyntheticLog.Daily(30)).ShouldContain("the days run backwards");
        SyntheticLog.Rejected(Any with { From = new DateOnly(2025, 1, 1) }, SyntheticLog.Daily(30)).ShouldContain("before-start 30");
        SyntheticLog.Rejected(Any with { From = new DateOnly(2020, 1, 1) }, SyntheticLog.Daily(30)).ShouldContain("the days to fit to have no row");
    }

    [Fact]
    public void Rows_that_close_before_they_open_and_repeated_rows_are_left_out_and_told()
    {
        var rows = SyntheticLog.Daily(30);
        var log = SyntheticLog.Load([.. rows, rows[3], "x,2024-01-05 09:00,2024-01-04 09:00,hole"]);
        log.Rows.Length.ShouldBe(30);
        var notes = CalibrationResult.Of(log).Notes.Select(note => note.En).ToArray();
        notes.ShouldContain(note => note.StartsWith("1 rows close before they open"));
        notes.ShouldContain(note => note.StartsWith("1 rows repeat an earlier one"));
    }

    [Fact]
    public void Fewer_than_fourteen_days_have_no_weekdays()
    {
        var result = CalibrationResult.Of(SyntheticLog.Load(SyntheticLog.Daily(16)));
        result.Notes.ShouldContain(note => note.En.StartsWith("only 12 days to fit to, fewer than 14"));
        result.Arrivals.Kinds[0].Weekdays.ShouldAllBe(factor => factor == 1);
        CalibrationResult.Of(SyntheticLog.Load(SyntheticLog.Daily(30))).Notes.ShouldNotContain(note => note.En.Contains("weekdays were not fitted"));
    }

    [Fact]
    public void A_byte_order_mark_and_the_chinese_encoding_are_read()
    {
        using var folder = new TempFolder();
        var text = $"{SyntheticLog.Head}\n{string.Join('\n', SyntheticLog.Daily(30)).Replace("hole", "坑洼", StringComparison.Ordinal)}\n";
        SyntheticLog.Load(folder, Any, Write(folder, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true))).Rows.Length.ShouldBe(30);
        var chinese = Write(folder, text, CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!);
        foreach (var name in new[] { "gb18030", "gbk" })
        {
            SyntheticLog.Load(folder, Any, chinese, $"{SyntheticLog.Mapping}\nencoding: {name}").Rows.Length.ShouldBe(30);
        }

        Should.Throw<InputRejectedException>(() => SyntheticLog.Load(folder, Any, chinese)).Message.ShouldContain("unknown-bytes 30, first in line 2");
        Should.Throw<InputRejectedException>(() => SyntheticLog.Load(folder, Any, chinese, $"{SyntheticLog.Mapping}\nencoding: latin1")).Message.ShouldContain("gb18030");
    }

    [Fact]
    public void A_row_with_bytes_that_are_no_text_is_left_out_and_the_others_count()
    {
        using var folder = new TempFolder();
        var log = folder.Write("log.csv", $"{SyntheticLog.Head}\n{string.Join('\n', SyntheticLog.Daily(30))}\n");
        File.AppendAllBytes(log, [.. "x,2024-01-05 09:00,,h"u8, 0xFF, 0xFE, .. "le\n"u8]);
        var observed = SyntheticLog.Load(folder, Any, log);
        observed.Rows.Length.ShouldBe(30);
        observed.Counts.Faults.ShouldBe([(RowFault.UnknownBytes, 1L)]);
    }

    [Fact]
    public void A_log_that_is_no_cases_file_of_a_run_needs_a_mapping()
    {
        using var folder = new TempFolder();
        var log = folder.Write("log.csv", $"{SyntheticLog.Head}\n");
        Should.Throw<InputRejectedException>(() => ObservedLog.Load(new CalibrationRequest(log, null))).Message.ShouldContain("--mapping");
    }

    private static string Write(TempFolder folder, string text, Encoding encoding)
    {
        var path = folder.Write("encoded.csv", "");
        File.WriteAllText(path, text, encoding);
        return path;
    }
}
