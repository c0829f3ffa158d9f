using System.Globalization;
using GridGov.Twin.Journal;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Shows how far the verification of a long journal has come: a bar on a terminal, else a line now and then; nothing for a short one.</summary>
internal static class VerifyProgressBar
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Verifies a journal, and says whether it came to the end and what it found.</summary>
    public static (bool IsFinished, JournalFault? Fault) Watch(IWorldHistory history, Terminal terminal)
    {
        var progress = new Progress();
        var work = Task.Run(() => history.Verify(progress.Reach, terminal.Stop));
        if (!Ends(work, Short))
        {
            if (terminal.ErrorIsTerminal)
            {
                ShowBar(work, progress, terminal);
            }
            else
            {
                ShowLines(work, progress, terminal);
            }
        }

        try
        {
            return (true, work.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException)
        {
            return (false, null);
        }
    }

    private static bool Ends(Task work, TimeSpan within) => Task.WaitAny([work], within) == 0;

    private static void ShowBar(Task work, Progress progress, Terminal terminal) => terminal.ProgressConsole().Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask(progress.Text, maxValue: 1);
            while (!Ends(work, BetweenLooks))
            {
                (task.Value, task.Description) = (progress.Share, progress.Text);
            }
        });

    private static void ShowLines(Task work, Progress progress, Terminal terminal)
    {
        while (!Ends(work, BetweenLines))
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress.Text} ({progress.Share:0 %})"));
        }
    }

    private sealed class Progress
    {
        private long _done;
        private long _all = 1;

        public double Share => (double)Interlocked.Read(ref _done) / Math.Max(1, Interlocked.Read(ref _all));

        public string Text => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Read(ref _done):#,0} records");

        public void Reach(long done, long all)
        {
            Interlocked.Exchange(ref _done, done);
            Interlocked.Exchange(ref _all, all);
        }
    }
}
