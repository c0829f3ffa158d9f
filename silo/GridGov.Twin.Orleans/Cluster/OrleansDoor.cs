using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Shell;
using Orleans;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>The way to grains that live somewhere in the cluster.</summary>
internal sealed class OrleansDoor(IGrainFactory grains) : IGrainDoor
{
    public Task Deliver(string world, IReadOnlyList<UnderWay> messages) => messages.Count == 1
        ? Grain(world, messages[0].Sent.To).Take(MessageBytes.Of(messages))
        : Task.WhenAll(messages.GroupBy(message => message.Sent.To).Select(some => Grain(world, some.Key).Take(MessageBytes.Of([.. some]))));

    public async Task<TurnMade> Handle(string world, UnderWay message) =>
        MessageBytes.ReadMade(await Grain(world, message.Sent.To).Handle(MessageBytes.Of([message])));

    public Task Wake(string world, GrainId grain) => Grain(world, grain).Wake();

    private IGridGrain Grain(string world, GrainId grain) => grains.GetGrain<IGridGrain>(GridKey.Of(world, grain));
}
