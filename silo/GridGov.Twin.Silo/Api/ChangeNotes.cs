using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Silo.Projections;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>
/// Tells followers what changed, a few times a second at most, each through a small row of its own: who does not read loses the oldest notes, and
/// sees it by the sequence. The last notes are kept for those who come back.
/// </summary>
internal sealed class ChangeNotes(LiveWorld live, WorldBook book)
{
    private const int Kept = 512;
    private const int MostWaiting = 64;
    private const int MostCases = 5_000;
    private const long LeastBetweenMs = 200;
    private const long HeartbeatMs = 1_000;

    private readonly Lock _gate = new();
    private readonly Queue<Note> _kept = new();
    private readonly List<Channel<Note>> _followers = [];
    // Begins with the wall clock, so that a number given before a restart is not given again.
    private long _sequence = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000;
    private long _lastMs;
    private WorldStatus _last = live.Status;
    private bool _hasBegun;

    /// <summary>A note and the clock it was taken at, which becomes words when somebody reads it.</summary>
    internal sealed record Note(long Sequence, Instant Now, WorldStatus Status, long[] Cases, int[] Devices, bool Alarms);

    /// <summary>The world has reached a commit; on its thread.</summary>
    public void Pass(in WorldClock clock)
    {
        if (!_hasBegun)
        {
            // What the journal told again is no news.
            book.TakeChanges();
            _hasBegun = true;
        }

        var sinceMs = clock.WallMs - _lastMs;
        if (sinceMs < LeastBetweenMs)
        {
            return;
        }

        var (cases, devices, alarms) = book.TakeChanges();
        var status = live.Status;
        var isNews = cases.Length > 0 || devices.Length > 0 || alarms || IsSetOtherwise(status);
        if (!isNews && (sinceMs < HeartbeatMs || clock.Now == _last.Clock.Now))
        {
            return;
        }

        (_lastMs, _last) = (clock.WallMs, status);
        var note = new Note(_sequence++, clock.Now, status, cases.Length > MostCases ? [] : cases, devices, alarms || cases.Length > MostCases);
        Tell(note);
    }

    /// <summary>The notes after <paramref name="after"/> that are still kept (null: none), and all that come.</summary>
    public async IAsyncEnumerable<Note> Follow(long? after, [EnumeratorCancellation] CancellationToken stop)
    {
        var channel = Channel.CreateBounded<Note>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_gate)
        {
            foreach (var note in _kept.Where(note => note.Sequence > after))
            {
                channel.Writer.TryWrite(note);
            }

            _followers.Add(channel);
        }

        try
        {
            await foreach (var note in channel.Reader.ReadAllAsync(stop))
            {
                yield return note;
            }
        }
        finally
        {
            lock (_gate)
            {
                _followers.Remove(channel);
            }
        }
    }

    /// <summary>There will be no more notes.</summary>
    public void End()
    {
        lock (_gate)
        {
            _followers.ForEach(follower => follower.Writer.TryComplete());
        }
    }

    // What a viewer's clock shows is another: how it is set, or where it holds still.
    private bool IsSetOtherwise(WorldStatus now) =>
        now.Clock.Speed != _last.Clock.Speed || now.Pace != _last.Pace || (now.Clock.Speed == 0 && now.Clock.Now != _last.Clock.Now);

    private void Tell(Note note)
    {
        lock (_gate)
        {
            _kept.Enqueue(note);
            if (_kept.Count > Kept)
            {
                _kept.Dequeue();
            }

            _followers.ForEach(follower => follower.Writer.TryWrite(note));
        }
    }
}
