using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.World;

/// <summary>Counts messages per grain near the end of an instant that does not end, so that the stuck ones can be named.</summary>
internal sealed class BusyGrains
{
    private readonly Dictionary<GrainId, long> _messages = [];

    public void Count(GrainId grain) => _messages[grain] = _messages.GetValueOrDefault(grain) + 1;

    public void Clear() => _messages.Clear();

    /// <summary>The five with most messages; equals are ordered by id, for a message must not vary from run to run.</summary>
    public IEnumerable<(GrainId Grain, long Messages)> Busiest() =>
        _messages.OrderByDescending(g => g.Value).ThenBy(g => g.Key.Packed).Take(5).Select(g => (g.Key, g.Value));
}
