using System.Globalization;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <summary>Too many messages were handled at one instant: grains answer each other without time passing. The world is stopped.</summary>
public sealed class StuckWorldException : Exception
{
    internal StuckWorldException(Instant at, long limit, IEnumerable<(string Name, long Messages)> busiest)
        : base(Describe(at, limit, busiest)) => At = at;

    /// <summary>The instant the world did not get beyond.</summary>
    public Instant At { get; }

    private static string Describe(Instant at, long limit, IEnumerable<(string Name, long Messages)> busiest)
    {
        var names = string.Join(", ", busiest.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Name} {b.Messages}")));
        return string.Create(CultureInfo.InvariantCulture,
            $"the world is stuck at {new Duration(at.Milliseconds)}: more than {limit} messages at one instant; busiest of late: {names}");
    }
}
