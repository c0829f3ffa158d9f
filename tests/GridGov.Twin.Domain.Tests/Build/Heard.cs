using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Build;

/// <summary>Keeps every event of a world, or those of one kind.</summary>
internal sealed class Heard(ushort? kind = null) : IEventListener
{
    public List<Event> Events { get; } = [];

    public void On(in Event e)
    {
        if (kind is null || e.Body.Kind == kind)
        {
            Events.Add(e);
        }
    }

    /// <summary>The bodies of one kind, in order.</summary>
    public IEnumerable<T> Of<T>()
        where T : unmanaged, IEvent => Events.Where(e => e.Body.Kind == T.Kind).Select(e => e.Body.As<T>());
}
