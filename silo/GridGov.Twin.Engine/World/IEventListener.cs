using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.World;

/// <summary>Hears every event of a world, in order, while the step that announced it is carried out. It must not touch the world.</summary>
public interface IEventListener
{
    /// <summary>Hears one numbered event; <paramref name="e"/> is valid during the call.</summary>
    void On(in Event e);
}
