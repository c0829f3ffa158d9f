using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// The idempotency keys that came in lately: between a look into the journal and the turn the key may have been carried out, and several
/// sendings may stand in one turn. Used on the world's thread only.
/// </summary>
internal sealed class KnownKeys(int most)
{
    private readonly Dictionary<string, WorldOrder> _first = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = new();

    /// <summary>
    /// Whether the order is the first with its key. Another with the same request is answered like the first; one with another request is refused.
    /// </summary>
    public bool IsFirst(WorldOrder order)
    {
        if (order.Slip?.Key is not { } key)
        {
            return true;
        }

        if (!_first.TryGetValue(key, out var first))
        {
            Add(key, order);
            return true;
        }

        if (first.Done.IsFaulted)
        {
            _first[key] = order;
            return true;
        }

        if (first.Slip!.RequestHash == order.Slip.RequestHash)
        {
            _ = first.Done.ContinueWith(done => Follow(done, order), TaskScheduler.Default);
        }
        else
        {
            order.Refuse(OtherRequest());
        }

        return false;
    }

    public static WorldRefusedException OtherRequest() => new(
        422, "key-reused", new Name("该幂等键已用于另一请求", "this idempotency key was used for another request"));

    private static void Follow(Task<StoredAnswer> done, WorldOrder order)
    {
        if (done.IsCompletedSuccessfully)
        {
            order.Answer(done.Result);
        }
        else
        {
            order.Refuse(done.Exception!.InnerException!);
        }
    }

    private void Add(string key, WorldOrder order)
    {
        _first.Add(key, order);
        _inOrder.Enqueue(key);
        if (_inOrder.Count > most)
        {
            _first.Remove(_inOrder.Dequeue());
        }
    }
}
