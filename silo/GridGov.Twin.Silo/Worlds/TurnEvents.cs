using GridGov.Twin.Engine.World;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>Collects the events of a world since its last commit.</summary>
internal sealed class TurnEvents : IEventListener
{
    private List<Event> _events = [];

    public IReadOnlyList<Event> Events => _events;

    public int Count => _events.Count;

    public void On(in Event e) => _events.Add(e);

    /// <summary>Begins anew; what was collected stays with whoever holds it.</summary>
    public void Clear() => _events = [];
}
