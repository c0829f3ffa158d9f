using System.Diagnostics;

namespace GridGov.Twin.Benchmarks;

/// <summary>A loop that lives in registers and shares nothing with anyone: how much faster it is on several threads is what the machine gives at that moment.</summary>
internal sealed class BareLoop
{
    private const double AimS = 1;
    private const long Trial = 50_000_000;
    private readonly long _turns;

    /// <summary>A loop long enough for about a second on one thread.</summary>
    public BareLoop()
    {
        Turn(Trial);
        var clock = Stopwatch.StartNew();
        Turn(Trial);
        _turns = (long)(Trial * AimS / clock.Elapsed.TotalSeconds);
    }

    /// <summary>The seconds that all of it takes when so many threads share it out.</summary>
    public double Seconds(int threads)
    {
        var clock = Stopwatch.StartNew();
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() => Turn(_turns / threads)))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        return clock.Elapsed.TotalSeconds;
    }

    private static void Turn(long turns)
    {
        var state = 88_172_645_463_325_252UL;
        for (var turn = 0L; turn < turns; turn++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }

        GC.KeepAlive(state);
    }
}
