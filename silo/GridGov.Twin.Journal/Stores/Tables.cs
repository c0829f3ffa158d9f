using System.Data.Common;
using System.Globalization;

namespace GridGov.Twin.Journal.Stores;

/// <summary>Makes a journal's tables and brings older ones up to date, step by step, as the version table says.</summary>
internal static class Tables
{
    /// <summary>The version a database has.</summary>
    public static int VersionOf(DbConnection connection) => (int)(connection.Number(Sql.ReadVersion) ?? 0);

    /// <summary>Refuses a database of a newer version.</summary>
    public static void RequireKnown(int version, string database)
    {
        if (version > Sql.Version)
        {
            throw new JournalException(JournalProblem.NewerVersion, string.Create(CultureInfo.InvariantCulture,
                $"{database}: its journal has version {version}, this program knows versions up to {Sql.Version}: use a newer program"));
        }
    }

    /// <summary>Does what is left to do from a version on; the caller holds a transaction. Version 0: there is nothing yet.</summary>
    public static void Upgrade(DbConnection connection, int version, Func<string, string> dialect)
    {
        if (version == Sql.Version)
        {
            return;
        }

        if (version == 0)
        {
            connection.Do(dialect(Sql.VersionTable));
        }

        foreach (var step in Sql.Upgrades[version..])
        {
            foreach (var statement in step.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                connection.Do(dialect(statement));
            }
        }

        connection.Do(Sql.ForgetVersion);
        connection.Do(Sql.NoteVersion, (long)Sql.Version);
    }
}
