using Npgsql;

namespace GridGov.Twin.Journal.Stores;

/// <summary>
/// Listens to the server on a connection of its own. A notice that is lost, or a connection that breaks, costs a moment: whoever waits looks
/// again at the end of his time, and the connection is made anew.
/// </summary>
internal sealed class PostgresNews(Func<NpgsqlConnection> open) : INews
{
    public const string Channel = "gridgov_turns";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private NpgsqlConnection? _connection;

    public bool Wait(TimeSpan most, CancellationToken stop)
    {
        try
        {
            if (_connection is null)
            {
                _connection = open();
                _connection.Do($"LISTEN {Channel}");
                // What was told before this cannot be heard any more.
                return true;
            }

            return _connection.Wait(Shorter(most, BetweenLooks));
        }
        catch (Exception fault) when (PostgresFaults.Explain(fault, "") is not null)
        {
            _connection?.Dispose();
            _connection = null;
            stop.WaitHandle.WaitOne(Shorter(most, BetweenLooks));
            return false;
        }
    }

    public void Dispose() => _connection?.Dispose();

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
