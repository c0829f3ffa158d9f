namespace GridGov.Twin.Journal.Turns;

/// <summary>Opens a database of worlds whose grains live on many silos, by what people write to name it.</summary>
public static class TurnStores
{
    /// <summary>Opens a database as <see cref="Journals"/> does. On SQLite one process has it for itself.</summary>
    /// <exception cref="JournalException">It cannot be reached, is of a newer version, or is no journal.</exception>
    public static ITurnStore Open(string db, TimeProvider? clock = null) => new TurnStore(Journals.Prepared(db), clock ?? TimeProvider.System);
}
