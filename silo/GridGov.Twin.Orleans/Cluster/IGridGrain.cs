using Orleans;
using Orleans.Concurrency;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>A grain of a district, whatever its kind. Messages are spelled by <see cref="MessageBytes"/>.</summary>
internal interface IGridGrain : IGrainWithStringKey
{
    /// <summary>Takes durable messages into memory; handling goes on after the call has returned.</summary>
    [AlwaysInterleave]
    Task Take(byte[] messages);

    /// <summary>Looks whether something is due.</summary>
    [AlwaysInterleave]
    Task Wake();

    /// <summary>Handles one message now; says what it sent and withdrew.</summary>
    [AlwaysInterleave]
    Task<byte[]> Handle(byte[] message);
}
