using System.Collections.Concurrent;
using System.Diagnostics;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// Sends at a steady rate, whether answers come or not. An answer's time counts from the moment its request was due, so that a host that
/// stands still is not flattered by requests that were held back meanwhile.
/// </summary>
internal static class OpenLoop
{
    /// <summary>Sends for so long and waits for all answers.</summary>
    /// <returns>Milliseconds from due to answered, ascending.</returns>
    public static async Task<double[]> Run(double perSecond, TimeSpan during, Func<int, Task> send)
    {
        var times = new ConcurrentBag<double>();
        var sent = new List<Task>();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i / perSecond < during.TotalSeconds; i++)
        {
            var (number, dueMs) = (i, i / perSecond * 1_000);
            if (dueMs - clock.Elapsed.TotalMilliseconds is > 0 and var early)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early)));
            }

            sent.Add(Task.Run(async () =>
            {
                await send(number);
                times.Add(clock.Elapsed.TotalMilliseconds - dueMs);
            }));
        }

        await Task.WhenAll(sent);
        double[] sorted = [.. times];
        Array.Sort(sorted);
        return sorted;
    }
}
