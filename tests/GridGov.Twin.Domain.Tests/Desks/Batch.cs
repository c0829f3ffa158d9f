namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>Sums over a stretch of a desk's life that holds a set number of arrivals. Times are in milliseconds.</summary>
internal sealed class Batch(int classes, int shadows)
{
    /// <summary>Waits of those begun, by class.</summary>
    public double[] Waited { get; } = new double[classes];

    public double[] Started { get; } = new double[classes];

    public double[] Arrived { get; } = new double[classes];

    /// <summary>Work brought by those who arrived, by class, as the test drew it again.</summary>
    public double[] Brought { get; } = new double[classes];

    /// <summary>Waits of all who arrived at each imagined desk of the <see cref="Shadow"/>.</summary>
    public double[] ShadowWaited { get; } = new double[shadows];

    /// <summary>Those who began after any wait at all.</summary>
    public double Delayed { get; set; }

    public double Refused { get; set; }

    public double GaveUp { get; set; }

    public double Finished { get; set; }

    public double WorkDone { get; set; }

    /// <summary>The integral of the number waiting or served.</summary>
    public double PresentMs { get; set; }

    public double BusyMs { get; set; }

    public double LengthMs { get; set; }

    public double AllStarted => Started.Sum();

    public double AllArrived => Arrived.Sum();

    public double AllWaited => Waited.Sum();
}
