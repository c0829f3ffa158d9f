namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>What happened in the town: the events that both ways of computing it count, and how long cases waited.</summary>
internal record struct Tally
{
    /// <summary>Cases that arrived.</summary>
    public long Arrived;

    /// <summary>Cases an officer has reached, by urgency.</summary>
    public Waits Begun;

    /// <summary>Cases an officer has finished with.</summary>
    public long Ended;

    /// <summary>Of those, the cases passed on to a department.</summary>
    public long PassedOn;

    /// <summary>Cases a department has begun, by urgency.</summary>
    public Waits Taken;

    /// <summary>Cases a department has finished with.</summary>
    public long Done;

    /// <summary>Times an officer went off duty and another came on.</summary>
    public long ShiftChanges;

    /// <summary>All of them.</summary>
    public readonly long Events => Arrived + Begun.Count + Ended + PassedOn + Taken.Count + Done + ShiftChanges;
}

/// <summary>How many waited and how long altogether, by urgency.</summary>
internal record struct Waits
{
    public Wait First, Second, Third;

    public readonly long Count => First.Count + Second.Count + Third.Count;

    public void Add(int urgency, long ms)
    {
        ref var wait = ref First;
        if (urgency > 0)
        {
            wait = ref (urgency == 1 ? ref Second : ref Third);
        }

        wait.Count++;
        wait.Ms += ms;
    }
}

/// <summary>How many waited and how long altogether.</summary>
internal record struct Wait
{
    public long Count;
    public long Ms;

    public readonly double MeanMinutes => Ms / 60_000.0 / Math.Max(1, Count);
}
