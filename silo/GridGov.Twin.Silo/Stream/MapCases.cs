using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Silo.Stream;

/// <summary>The open cases as pins, and what they add to their cells.</summary>
internal sealed class MapCases(Action<int, Func<CellCounts, CellCounts>> changeCell)
{
    private const byte Urged = 4;
    private readonly Dictionary<long, Versioned<CasePin>> _open = [];
    private readonly Dictionary<long, CasePin> _ended = [];
    private readonly Queue<long> _endedInOrder = new();
    private readonly PriorityQueue<long, long> _due = new();
    private readonly HashSet<long> _overdue = [];

    public IReadOnlyDictionary<long, Versioned<CasePin>> Open => _open;

    public void Add(long number, CaseOpened opened, Place at, byte stage, long version) => Put(
        new CasePin(number, stage, (byte)opened.Weight, opened.What, opened.Cell, Decimetres(at.EastM), Decimetres(at.NorthM), 0), version);

    public void Move(long number, byte stage, long version)
    {
        if (_open.TryGetValue(number, out var pin))
        {
            pin.Set(pin.Value with { Stage = stage }, version);
        }
        else if (_ended.Remove(number, out var ended))
        {
            // Opened again after its end.
            Put(ended with { Stage = stage, DueMs = 0 }, version);
        }
    }

    public void SetDue(long number, Instant due, Instant now, long version)
    {
        if (!_open.TryGetValue(number, out var pin))
        {
            return;
        }

        Calm(number);
        pin.Set(pin.Value with { DueMs = due == Instant.Never ? 0 : due.Milliseconds }, version);
        if (due != Instant.Never)
        {
            _due.Enqueue(number, due.Milliseconds);
            PassTo(now);
        }
    }

    public void Urge(long number, long version)
    {
        if (_open.TryGetValue(number, out var pin))
        {
            pin.Set(pin.Value with { Marks = (byte)(pin.Value.Marks | Urged) }, version);
        }
    }

    public void End(long number)
    {
        const int MostEnded = 20_000;
        if (!_open.TryGetValue(number, out var pin))
        {
            return;
        }

        Calm(number);
        changeCell(pin.Value.Cell, counts => counts with { Open = counts.Open - 1 });
        _open.Remove(number);
        _ended[number] = pin.Value;
        _endedInOrder.Enqueue(number);
        if (_endedInOrder.Count > MostEnded)
        {
            _ended.Remove(_endedInOrder.Dequeue());
        }
    }

    /// <summary>Who should have been done by now is overdue.</summary>
    public void PassTo(Instant now)
    {
        while (_due.TryPeek(out var number, out var dueMs) && dueMs < now.Milliseconds)
        {
            _due.Dequeue();
            if (_open.TryGetValue(number, out var pin) && pin.Value.DueMs == dueMs && _overdue.Add(number))
            {
                changeCell(pin.Value.Cell, counts => counts with { Overdue = counts.Overdue + 1 });
            }
        }
    }

    private void Put(CasePin pin, long version)
    {
        var put = new Versioned<CasePin>(pin);
        put.Set(pin, version);
        _open[pin.Case] = put;
        changeCell(pin.Cell, counts => counts with { Open = counts.Open + 1 });
    }

    private void Calm(long number)
    {
        if (_overdue.Remove(number))
        {
            changeCell(_open[number].Value.Cell, counts => counts with { Overdue = counts.Overdue - 1 });
        }
    }

    private static int Decimetres(double metres) => (int)Math.Round(metres * 10);
}
