using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.Queue;

/// <summary>A pending message without its place in the order: for whom, the timer it belongs to, what it says.</summary>
internal struct Letter
{
    public GrainId To;
    public TimerId Timer;
    public Body Message;
}
