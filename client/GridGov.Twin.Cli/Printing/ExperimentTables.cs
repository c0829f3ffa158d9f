using System.Globalization;
using GridGov.Twin.Scenarios.Experiments;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints an experiment's result: the answer, the measures with their intervals and differences, and what it rests on.</summary>
internal sealed class ExperimentTables(IAnsiConsole console, Language language)
{
    // More columns than these do not fit beside the measures' names.
    private const int MostColumns = 3;

    /// <summary>Prints everything.</summary>
    public void Print(ExperimentResult result)
    {
        var (file, answer) = (result.Plan.File, Answer.Of(result));
        console.Write(new Text($"{language.Pick(file.Title.Zh, file.Title.En)} ({file.Name})\n", new Style(decoration: Decoration.Bold)));
        console.WriteLine(language.Pick(file.Question.Zh, file.Question.En));
        console.WriteLine();
        console.Write(new Text($"{language.Head(answer.Zh, answer.En)}\n", new Style(decoration: Decoration.Bold)));
        Measures(result);
        foreach (var line in Notes(result))
        {
            console.WriteLine(line);
        }
    }

    private void Measures(ExperimentResult result)
    {
        foreach (var variants in result.Plan.Variants.Chunk(MostColumns))
        {
            Table(result, variants, "指标", "measure", (measure, variant) => MeasureText.Estimate(measure, result.EstimateOf(variant, measure)));
        }

        if (result.Checks is { Length: > 0 } checks)
        {
            new CheckTable(console, language).Print(checks);
        }

        foreach (var variants in result.Checks.Length > 0 && result.Plan.DecidedBy is null ? [] : result.Plan.Variants.Skip(1).Chunk(MostColumns))
        {
            Table(result, variants, $"与 {result.Plan.Variants[0].Id} 之差", $"against {result.Plan.Variants[0].Id}", (measure, variant) => Difference(result, variant, measure));
        }
    }

    private void Table(ExperimentResult result, Variant[] variants, string zh, string en, Func<Measure, Variant, string> text)
    {
        var table = TableLook.Framed([(language.Head(zh, en), false), .. variants.Select(variant => (variant.Id, true))]);
        foreach (var measure in result.Plan.Shown)
        {
            table.AddRow([new Text(language.Pick(measure.Zh, measure.En)), .. variants.Select(variant => new Text(text(measure, variant)))]);
        }

        console.Write(table);
    }

    // A star for differences that stand after correction for being several.
    private static string Difference(ExperimentResult result, Variant variant, Measure measure) =>
        MeasureText.Difference(measure, result.DifferenceOf(variant, measure), zh: false)
        + (result.CorrectedChances(measure)[variant.Index] < 1 - result.Plan.File.Confidence ? " *" : "  ");

    private IEnumerable<string> Notes(ExperimentResult result)
    {
        var (file, observations) = (result.Plan.File, result.Observations);
        var observed = $"{language.Pick("独立观测", "observations")} {observations.Count} · {Reason(result.Reason)}";
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{language.Pick("± 为", "±:")} {file.Confidence:0.#%} · * Holm p < {1 - file.Confidence:0.###} · {observed}");
        foreach (var variant in result.Plan.Variants)
        {
            var outcomes = observations.OutcomesOf(variant.Index);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{variant.Id}: {language.Pick("种子", "seeds")} {outcomes[0].Seed}–{outcomes[^1].Seed & long.MaxValue}, {language.Pick("首个哈希", "first hash")} {outcomes[0].Hash}");
        }

        if (result.WarmUp is { Found: { } cut, IsSettled: var isSettled })
        {
            yield return language.Pick($"预热期 {cut}（MSER-5）", $"warm-up {cut} (MSER-5)") + (isSettled ? "" : language.Pick("，序列尚未稳定", ", the series has not settled"));
        }

        foreach (var failure in result.Failures)
        {
            yield return $"! {failure}";
        }
    }

    private string Reason(StopReason reason) => reason switch
    {
        StopReason.AllDone => language.Pick("按计划全部完成", "all replications asked for are done"),
        StopReason.Reached => language.Pick("已达到要求的精度", "what was wanted is reached"),
        StopReason.NotReached => language.Pick("重复次数用尽，未达到要求的精度", "the most replications are done without reaching what was wanted"),
        _ => language.Pick("时间用尽", "the time was over"),
    };
}
