using System.Collections.Concurrent;
using GridGov.Twin.Domain.Worlds;

namespace GridGov.Twin.Scenarios.WhatIf;

/// <summary>How many futures of how many are done.</summary>
public readonly record struct WhatIfProgress(int Done, int Of);

/// <summary>Answers a what-if on several threads; the answer depends neither on how many nor on who is first.</summary>
/// <param name="question">What is asked.</param>
/// <param name="threads">How many futures run at once, at least 1.</param>
public sealed class WhatIfRun(WhatIfQuestion question, int threads)
{
    private readonly Lock _gate = new();
    private int _claimed = -1;
    private int _done;

    /// <summary>Runs every future of every plan; null when <paramref name="stop"/> was asked for before the end.</summary>
    /// <param name="watch">Told after every future, one call at a time, on any thread; null: nobody.</param>
    /// <param name="stop">Stops it within moments.</param>
    public WhatIfAnswer? Run(Action<WhatIfProgress>? watch, CancellationToken stop)
    {
        var (settings, points) = (question.Settings(), question.Points());
        var courses = settings.Select(_ => new FutureCourse?[question.Seeds]).ToArray();
        var failures = new ConcurrentQueue<Exception>();
        Task.WaitAll([.. Enumerable.Range(0, Math.Max(1, threads)).Select(_ => Task.Factory.StartNew(
            () =>
            {
                try
                {
                    Work();
                }
                catch (Exception failed)
                {
                    // The others need not go on; the first failure is told.
                    failures.Enqueue(failed);
                    Interlocked.Exchange(ref _claimed, int.MaxValue / 2);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
        if (failures.TryPeek(out var first))
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }

        return stop.IsCancellationRequested ? null : WhatIfAnswer.Of(question, points, [.. courses.Select(row => row.OfType<FutureCourse>().ToArray())]);

        // Seed by seed, all plans of one together, so that what is done when it is stopped is comparable and the threads end at about the same time.
        void Work()
        {
            while (!stop.IsCancellationRequested && Interlocked.Increment(ref _claimed) is var i && i < settings.Length * question.Seeds)
            {
                var (nth, plan) = (i / settings.Length, i % settings.Length);
                var world = Future.Of(question.Moment, question.Lived, settings[plan], Future.SeedOf(question.Seed, nth));
                if (FutureCourse.Run(world, points, stop) is { } course)
                {
                    courses[plan][nth] = course;
                    Tell(watch, settings.Length * question.Seeds);
                }
            }
        }
    }

    private void Tell(Action<WhatIfProgress>? watch, int all)
    {
        lock (_gate)
        {
            watch?.Invoke(new WhatIfProgress(++_done, all));
        }
    }
}
