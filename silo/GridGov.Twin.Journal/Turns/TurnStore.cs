using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Journal.Chain;
using GridGov.Twin.Journal.Stores;

namespace GridGov.Twin.Journal.Turns;

/// <summary>The shared worlds of one database.</summary>
internal sealed class TurnStore(IDatabase database, TimeProvider clock) : ITurnStore
{
    private const int RowsAtOnce = 1_000;

    public IReadOnlyList<Genesis> Worlds() => database.Read(connection =>
        connection.Rows(row => Queries.World(row).Genesis, Sql.Worlds).Where(world => IsShared(connection, world.World)).ToArray());

    public ITurnJournal Open(Genesis genesis, IReadOnlyList<Sent> first, WorldTime time)
    {
        WorldNames.Require(genesis.World);
        genesis = WorldNames.Clean(genesis);
        var link = database.OpenTurns();
        try
        {
            var (found, chain) = Find(genesis.World) ?? Make(link, genesis, first, time);
            RequireSame(found, genesis);
            return new TurnJournal(database, found, chain, link, clock);
        }
        catch (Exception fault)
        {
            link.Dispose();
            throw database.Explain(fault) ?? fault;
        }
    }

    public void Dispose() => database.Dispose();

    // Of several who come at once the first makes it; the others fail to make it again, and find it.
    private (Genesis Genesis, byte[] Chain) Make(ITurnLink link, Genesis genesis, IReadOnlyList<Sent> first, WorldTime time)
    {
        var chain = ChainHash.Of(genesis);
        try
        {
            return link.Transact(() =>
            {
                link.Do(
                [
                    new(Sql.AddWorld, genesis.World, genesis.Kind, genesis.Scenario, (long)genesis.PlanHash, (long)genesis.Seed, genesis.Begun.UtcTicks, chain),
                    new(Sql.AddEnd, genesis.World, 0L, chain, 0L, chain),
                    new(TurnSql.AddWorld, genesis.World, (long)first.Count, 0L, (long)new RunningHash(genesis.Seed).State, ClockText.Write(time)),
                ]);
                var rows = first.Select((sent, place) => TurnRows.UnderWay(genesis.World, new UnderWay(MessageId.OfBeginning(place), sent), place));
                foreach (var some in rows.Chunk(RowsAtOnce))
                {
                    link.Do(some);
                }

                return (genesis, chain);
            });
        }
        catch (Exception fault) when (database.Explain(fault) is { Problem: JournalProblem.Exists })
        {
            return Find(genesis.World) ?? throw new JournalException(JournalProblem.Exists, $"{database.Name}: world {genesis.World} came and went", fault);
        }
    }

    private (Genesis Genesis, byte[] Chain)? Find(string world) => database.Read<(Genesis, byte[])?>(connection =>
        connection.Rows(Queries.World, Sql.World, world) is not [var found] ? null
        : IsShared(connection, world) ? found
        : throw new JournalException(JournalProblem.InUse, $"{database.Name}: world {world} is written by one process, not by a cluster: give the cluster's another name"));

    private void RequireSame(Genesis found, Genesis wanted)
    {
        if (found.PlanHash != wanted.PlanHash || found.Seed != wanted.Seed || found.Kind != wanted.Kind)
        {
            throw new JournalException(JournalProblem.Exists,
                $"{database.Name}: world {found.World} was begun as {Words(found)}; this is {Words(wanted)}: another world needs another name");
        }
    }

    private static string Words(Genesis genesis) => $"{genesis.Kind} of {genesis.Scenario}, seed {genesis.Seed}, plan {genesis.PlanHash:x16}";

    private static bool IsShared(System.Data.Common.DbConnection connection, string world) => connection.Number(TurnSql.IsShared, world) == 1;
}
