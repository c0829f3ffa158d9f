using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Tests.Worlds;
using Xunit.Abstractions;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>A store of turns that is gone afterwards: in memory, on SQLite or on PostgreSQL.</summary>
internal sealed class ThrowAwayTurns : IDisposable
{
    private readonly string? _address;
    private readonly string _folder = Directory.CreateTempSubdirectory("gridgov-turns-").FullName;

    public ThrowAwayTurns(string kept, ITestOutputHelper output)
    {
        _address = kept == "PostgreSQL" ? ThrowAway.Database(output) : Path.Combine(_folder, "cluster.db");
        Store = kept == "memory" ? new TurnsInMemory() : _address is null ? null : TurnStores.Open(_address);
    }

    /// <summary>The store; null, said in the output, where there is no such database.</summary>
    public ITurnStore? Store { get; }

    /// <summary>Where grains live whose turns are kept here: in one hand, in shells, or on a silo of Microsoft Orleans.</summary>
    public IClusterHost Host(string where) => where switch
    {
        "hand" => new RoomCluster(Store!),
        "shells" => new ShellCluster(Store!),
#if ORLEANS_HOST
        "Orleans" => new SiloCluster(_address!),
#endif
        _ => throw new ArgumentOutOfRangeException(nameof(where), where, "expected hand, shells or Orleans"),
    };

    public void Dispose()
    {
        Store?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
