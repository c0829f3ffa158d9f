using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>The messages one grain has to handle, in the order (due, priority, when they came). Each is in it once, however often it is handed in.</summary>
internal sealed class Agenda
{
    private readonly SortedDictionary<(long DueMs, byte Priority, long Came), UnderWay> _order = [];
    private readonly Dictionary<MessageId, (long DueMs, byte Priority, long Came)> _places = [];
    private long _came;

    public IEnumerable<UnderWay> All => _order.Values;

    public void Add(in UnderWay message)
    {
        var place = (message.Sent.Due.Milliseconds, message.Sent.Priority, _came++);
        if (_places.TryAdd(message.Id, place))
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

    public void Clear()
    {
        _order.Clear();
        _places.Clear();
    }
}
