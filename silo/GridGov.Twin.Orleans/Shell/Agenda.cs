using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// The messages one grain has to handle, in the order (due, priority, when they came). Each is in it once, however often it is handed in, and not
/// again after it was handled of late.
/// </summary>
internal sealed class Agenda
{
    private const int MostRemembered = 64;
    private readonly SortedDictionary<(long DueMs, byte Priority, long Came), UnderWay> _order = [];
    private readonly Dictionary<MessageId, (long DueMs, byte Priority, long Came)> _places = [];
    private Queue<MessageId>? _handled;
    private long _came;

    public IEnumerable<UnderWay> All => _order.Values;

    public void Add(in UnderWay message)
    {
        var place = (message.Sent.Due.Milliseconds, message.Sent.Priority, _came++);
        if (_handled?.Contains(message.Id) != true && _places.TryAdd(message.Id, place))
        {
            _order.Add(place, message);
        }
    }

    public bool TryPeek(out UnderWay first)
    {
        foreach (var message in _order.Values)
        {
            first = message;
            return true;
        }

        first = default;
        return false;
    }

    public void Remove(MessageId id)
    {
        if (_places.Remove(id, out var place))
        {
            _order.Remove(place);
        }
    }

    /// <summary>A message is handled for good. Whoever asked the journal just before that may hand it in once more.</summary>
    public void Done(MessageId id)
    {
        Remove(id);
        _handled ??= new Queue<MessageId>(4);
        _handled.Enqueue(id);
        if (_handled.Count > MostRemembered)
        {
            _handled.Dequeue();
        }
    }

    public void Clear()
    {
        _order.Clear();
        _places.Clear();
    }
}
