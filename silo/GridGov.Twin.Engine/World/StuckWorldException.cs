using System.Globalization;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <summary>
/// Too many messages were handled at one instant, and the world is stopped. Either grains answer each other without time passing, or the scenario
/// lets too much happen at once: from within the two look alike.
/// </summary>
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
            $"the world does not get beyond {new Duration(at.Milliseconds)}: more than {limit} messages at this one instant, of late most of them to {names}; "
            + $"either these grains answer each other without time passing, which is a bug, or the scenario is overloaded and lets too much happen at once");
    }
}
