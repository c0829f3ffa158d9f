using GridGov.Twin.Scenarios.Replay;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>What a sceptical reader would ask about a fit, answered before it is asked.</summary>
internal static class CalibrationNotes
{
    private const double ManyEmpty = 0.2;
    private const double VeryDispersed = 2;
    private const double Surprising = 0.01;

    public static Title[] Of(CalibrationResult result) => [.. OfLog(result), .. OfFit(result), .. OfLengths(result)];

    private static IEnumerable<Title> OfLog(CalibrationResult result)
    {
        var (log, span) = (result.Log, result.Log.Span);
        var empty = span.Days - log.Rows.Select(row => row.Day).Distinct().Count();
        if (empty > ManyEmpty * span.Days)
        {
            yield return new Title(
                $"{span.Days}天中有{empty}天没有任何记录：日志很可能是抽样或拼接而成，到达率只代表日志本身；请用 --from/--to 选取连续的时段",
                $"{empty} of {span.Days} days have no row at all: the log is likely a sample or several pieces, and the rates are the log's own; "
                + "choose an unbroken stretch by --from/--to");
        }

        foreach (var (fault, rows) in log.Counts.Faults.Where(fault => fault.Fault is RowFault.ClosesBeforeOpens or RowFault.UnknownBytes))
        {
            yield return fault == RowFault.ClosesBeforeOpens
                ? new Title($"{rows}行结束早于开始，未采用", $"{rows} rows close before they open and were not used")
                : new Title(
                    $"{rows}行含无法识别的字节，未采用；若为国标编码，请在映射中写 encoding: gb18030",
                    $"{rows} rows have bytes that are no text and were not used; a Chinese encoding is named in the mapping by encoding: gb18030");
        }

        if (log.Counts.Repeated > 0)
        {
            yield return new Title($"{log.Counts.Repeated}行重复，只计一次", $"{log.Counts.Repeated} rows repeat an earlier one and were counted once");
        }
    }

    private static IEnumerable<Title> OfFit(CalibrationResult result)
    {
        var (log, span, total) = (result.Log, result.Log.Span, result.Arrivals.Total);
        if (!span.HasWeekdays)
        {
            yield return new Title(
                $"拟合段只有{span.FitDays}天，少于{LogSpan.FewestForWeekdays}天：不拟合星期规律，各星期视为相同",
                $"only {span.FitDays} days to fit to, fewer than {LogSpan.FewestForWeekdays}: weekdays were not fitted and count as alike");
        }

        if (result.Arrivals.Cells is null)
        {
            yield return new Title("日志没有可用的坐标：网格差异沿用基础情景", "the log has no usable positions: how cells differ stays as the base scenario says");
        }
        else if (log.Rows.Count(row => row.Cell < 0) is > 0 and var unplaced)
        {
            yield return new Title($"{unplaced}行没有坐标，不参与网格拟合", $"{unplaced} rows have no position and took no part in fitting the cells");
        }

        if (total.Dispersion is { Pearson: > VeryDispersed, PoissonP: < Surprising } spread)
        {
            yield return new Title(
                FormattableString.Invariant($"每日件数过度离散（Pearson {spread.Pearson:0.0}，Poisson 为1）：仿真按 Poisson 到达，日间波动会偏小"),
                FormattableString.Invariant($"daily counts are over-dispersed (Pearson {spread.Pearson:0.0}; Poisson is 1): the simulation draws ")
                + "Poisson arrivals, so its days vary less than the log's");
        }

        if (span.HeldDays < LogSpan.FewestForWeekdays / 2)
        {
            yield return new Title($"留出段只有{span.HeldDays}天：检验力弱", $"only {span.HeldDays} held-out days: a weak test");
        }
    }

    private static IEnumerable<Title> OfLengths(CalibrationResult result)
    {
        if (result.Handling.Length == 0)
        {
            yield return new Title("日志没有结案时间：处置时长沿用基础情景", "the log does not say when cases closed: handling times stay as the base scenario says");
        }
        else
        {
            yield return new Title(
                "处置时长是从上报到结案的全部时间，含等待；情景中各部门因此配足人员，不再额外排队",
                "handling times are from opening to closing, waits included; the scenario therefore staffs departments so that nothing waits there a second time");
        }

        if (result.Handling.Any(fit => fit is { Law: not null, WritesLaw: false, Curve.Known: < 1 }))
        {
            yield return new Title(
                "没有合适分布、且截止时仍有未结案的类别，写入的分位点只含已结案件，偏短",
                "where no law is near and cases were still open at the cut, the points written are of the closed ones alone: too short rather than too long");
        }

        if (result.Delays.Length == 0)
        {
            yield return new Title(
                "日志没有发生时间，无法拟合上报延迟：沿用基础情景的值；到达的小时规律是上报时刻的规律",
                "the log does not say when matters began, so report delays were not fitted and stay as the base scenario says; the hours fitted are those of reporting");
        }
    }
}
