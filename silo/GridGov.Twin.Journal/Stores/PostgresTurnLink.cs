using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace GridGov.Twin.Journal.Stores;

/// <summary>A session for turns. Questions and changes go to the server many in one message.</summary>
internal sealed class PostgresTurnLink(Func<NpgsqlConnection> open) : ITurnLink
{
    private NpgsqlConnection? _connection;

    public DbConnection Connection => Session;

    public string Held => " FOR UPDATE";

    private NpgsqlConnection Session => _connection ??= open();

    public T Transact<T>(Func<T> work)
    {
        try
        {
            using var transaction = Session.BeginTransaction();
            var result = work();
            transaction.Commit();
            return result;
        }
        catch
        {
            // Whether it is still good is not worth asking.
            _connection?.Dispose();
            _connection = null;
            throw;
        }
    }

    public long?[] Ask(IReadOnlyList<Row> questions)
    {
        using var batch = PostgresLink.BatchOf(Session, questions);
        using var reader = batch.ExecuteReader();
        var answers = new long?[questions.Count];
        for (var i = 0; i < answers.Length; i++, reader.NextResult())
        {
            answers[i] = reader.Read() ? Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) : null;
        }

        return answers;
    }

    public void Do(IReadOnlyList<Row> rows)
    {
        if (rows.Count > 0)
        {
            using var batch = PostgresLink.BatchOf(Session, rows);
            batch.ExecuteNonQuery();
        }
    }

    public void Tell(string world) => Session.Do("SELECT pg_notify($1, $2)", PostgresNews.Channel, world);

    public void Dispose() => _connection?.Dispose();
}
