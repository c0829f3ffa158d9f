namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// Where other threads meet a world's: a bounded row of orders that want to enter, and one of things to do on the world's thread between two
/// turns. Full rows refuse at once. Safe for use by any thread; one thread takes.
/// </summary>
internal sealed class WorldDoor(LiveWorldLimits limits) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<WorldOrder> _orders = new();
    private readonly Queue<WorldChore> _chores = new();
    private readonly SemaphoreSlim _bell = new(0, 1);
    private int _waitingInputs;

    /// <summary>How many inputs wait.</summary>
    public int Waiting => Volatile.Read(ref _waitingInputs);

    /// <summary>Lets an order wait, or says that the door is full.</summary>
    public bool TryEnter(WorldOrder order)
    {
        lock (_gate)
        {
            if (_waitingInputs + order.Inputs > limits.DoorInputs)
            {
                return false;
            }

            _waitingInputs += order.Inputs;
            _orders.Enqueue(order);
        }

        Ring();
        return true;
    }

    /// <summary>Lets a chore wait, or says that there are too many.</summary>
    public bool TryAsk(WorldChore chore)
    {
        lock (_gate)
        {
            if (_chores.Count >= limits.WaitingReads)
            {
                return false;
            }

            _chores.Enqueue(chore);
        }

        Ring();
        return true;
    }

    /// <summary>Takes the orders of one turn, in the order they came; abandoned ones are left out.</summary>
    public void TakeOrders(List<WorldOrder> into)
    {
        lock (_gate)
        {
            for (var inputs = 0; inputs < limits.TurnInputs && _orders.TryDequeue(out var order);)
            {
                _waitingInputs -= order.Inputs;
                if (order.TryTake())
                {
                    inputs += order.Inputs;
                    into.Add(order);
                }
            }
        }
    }

    /// <summary>Takes the chores that wait now.</summary>
    public WorldChore[] TakeChores()
    {
        lock (_gate)
        {
            WorldChore[] taken = [.. _chores];
            _chores.Clear();
            return taken;
        }
    }

    /// <summary>Refuses everybody who waits.</summary>
    public void Refuse(Func<Exception> why)
    {
        var orders = new List<WorldOrder>();
        TakeOrders(orders);
        while (orders.Count > 0)
        {
            orders.ForEach(order => order.Refuse(why()));
            orders.Clear();
            TakeOrders(orders);
        }

        Array.ForEach(TakeChores(), chore => chore.Refuse(why()));
    }

    /// <summary>Waits until somebody comes, at most so long.</summary>
    public void Wait(double milliseconds) => _bell.Wait(TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, 60_000)));

    /// <summary>Wakes the one who waits.</summary>
    public void Ring()
    {
        lock (_gate)
        {
            if (_bell.CurrentCount == 0)
            {
                _bell.Release();
            }
        }
    }

    public void Dispose() => _bell.Dispose();
}

/// <summary>Something to do on a world's thread between two turns.</summary>
internal sealed class WorldChore(Action run, Action<Exception> refuse)
{
    public void Run()
    {
        try
        {
            run();
        }
        catch (Exception fault)
        {
            // It belongs to whoever asked; the world goes on.
            refuse(fault);
        }
    }

    public void Refuse(Exception why) => refuse(why);
}
