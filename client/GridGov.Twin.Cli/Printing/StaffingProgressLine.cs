using System.Globalization;
using GridGov.Twin.Scenarios.Staffing;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Shows what a staffing search is trying: a line that changes on a terminal, else a line now and then.</summary>
internal static class StaffingProgressLine
{
    private const double LineEverySeconds = 10;

    /// <summary>Runs the search while showing how far it is.</summary>
    public static StaffingResult? Watch(StaffingSearch search, Language language, Terminal terminal) =>
        terminal.ErrorIsTerminal
            ? terminal.ProgressConsole().Status().Start(
                language.Pick("准备", "getting ready"), context => search.Run(progress => context.Status(Markup.Escape(Text(progress, language))), terminal.Stop))
            : search.Run(NowAndThen.Say<StaffingProgress>(terminal, LineEverySeconds, progress => Text(progress, language)), terminal.Stop);

    private static string Text(StaffingProgress progress, Language language)
    {
        var purpose = Trial.TitleOf(progress.Purpose);
        var trial = string.Create(CultureInfo.InvariantCulture, $"{language.Pick("试验", "trial")} {progress.Trials + 1}: {language.Pick(purpose.Zh, purpose.En)}");
        var done = string.Create(CultureInfo.InvariantCulture, $"{language.Pick("重复", "replications")} {progress.Replications}/{progress.Wanted}");
        return $"{trial}, {StaffingAnswer.Money(progress.Cost)}, {done}";
    }
}
