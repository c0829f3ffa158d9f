using GridGov.Twin.Journal.Chain;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Journal.Stores;

/// <summary>The journals of one database.</summary>
internal sealed class JournalStore(IDatabase database, TimeProvider clock) : IJournalStore
{
    public IReadOnlyList<Genesis> Worlds() => database.Read(connection => connection.Rows(row => Queries.World(row).Genesis, Sql.Worlds));

    public IWorldJournal Create(Genesis genesis)
    {
        WorldNames.Require(genesis.World);
        if (Find(genesis.World) is not null)
        {
            throw new JournalException(JournalProblem.Exists, $"{database.Name}: there is a world {genesis.World} already");
        }

        genesis = WorldNames.Clean(genesis);
        var chain = ChainHash.Of(genesis);
        var link = Link(genesis.World);
        try
        {
            link.Commit(
            [
                new(Sql.AddWorld, genesis.World, genesis.Kind, genesis.Scenario, (long)genesis.PlanHash, (long)genesis.Seed, genesis.Begun.UtcTicks, chain),
                new(Sql.AddEnd, genesis.World, 0L, chain, 0L, chain),
            ]);
            return new WorldJournal(database, genesis, chain, link, clock);
        }
        catch (Exception fault)
        {
            link.Dispose();
            throw database.Explain(fault) ?? fault;
        }
    }

    public IWorldJournal? Open(string world)
    {
        if (Find(world) is not { } found)
        {
            return null;
        }

        if (database.Read(connection => connection.Number(TurnSql.IsShared, world)) == 1)
        {
            throw new JournalException(JournalProblem.InUse, $"{database.Name}: world {world} lives on a cluster; one process cannot write it by itself");
        }

        var link = Link(world);
        try
        {
            return new WorldJournal(database, found.Genesis, found.Chain, link, clock);
        }
        catch (Exception fault)
        {
            link.Dispose();
            throw database.Explain(fault) ?? fault;
        }
    }

    public IWorldHistory? Read(string world) => Find(world) is { } found ? new WorldHistory(database, found.Genesis, found.Chain) : null;

    public void Dispose() => database.Dispose();

    private (Genesis Genesis, byte[] Chain)? Find(string world)
    {
        var found = database.Read(connection => connection.Rows(Queries.World, Sql.World, world));
        return found.Count == 0 ? null : found[0];
    }

    private ILink Link(string world)
    {
        try
        {
            return database.OpenToWrite(world);
        }
        catch (Exception fault) when (fault is not JournalException && database.Explain(fault) is { } explained)
        {
            throw explained;
        }
    }
}
