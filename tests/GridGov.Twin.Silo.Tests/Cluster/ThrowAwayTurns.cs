using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Silo.Tests.Worlds;
using Xunit.Abstractions;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>A store of turns that is gone afterwards: in memory, on SQLite or on PostgreSQL.</summary>
internal sealed class ThrowAwayTurns : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gridgov-turns-").FullName;

    public ThrowAwayTurns(string kept, ITestOutputHelper output)
    {
        var address = kept == "PostgreSQL" ? ThrowAway.Database(output) : Path.Combine(_folder, "cluster.db");
        Store = kept == "memory" ? new TurnsInMemory() : address is null ? null : TurnStores.Open(address);
    }

    /// <summary>The store; null, said in the output, where there is no such database.</summary>
    public ITurnStore? Store { get; }

    public void Dispose()
    {
        Store?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
