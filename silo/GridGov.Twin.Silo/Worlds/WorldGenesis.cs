using System.Globalization;
using GridGov.Twin.Journal;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>Opens a world's journal, or begins it; a journal that was begun from something else is not continued.</summary>
internal static class WorldGenesis
{
    /// <exception cref="StartRefusedException">It was begun from another scenario, or another version of it.</exception>
    public static IWorldJournal Open(IJournalStore store, LiveWorld world)
    {
        var planHash = PlanHash.Of(world.Plan);
        if (store.Open(world.Id) is not { } journal)
        {
            return store.Create(new Genesis(world.Id, world.Settings.Kind, world.Settings.Scenario, planHash, world.Seed, DateTimeOffset.UtcNow));
        }

        if (journal.Genesis.PlanHash == planHash && journal.Genesis.Seed == world.Seed)
        {
            return journal;
        }

        var begun = journal.Genesis;
        journal.Dispose();
        throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture,
            $"world '{world.Id}' was begun {begun.Begun:yyyy-MM-dd} from {begun.Scenario} as it was then (plan {begun.PlanHash:x16}, seed {begun.Seed}), ")
            + string.Create(CultureInfo.InvariantCulture, $"and {world.Settings.Scenario} is different now (plan {planHash:x16}, seed {world.Seed}): ")
            + "give the world another id or another data folder, or bring the scenario back");
    }
}
