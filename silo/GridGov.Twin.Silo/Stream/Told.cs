using System.Runtime.InteropServices;
using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// What viewers were told of the city so far. Held against the projection once a tick, for all areas together, it gives what is to be said:
/// what became of a thing in between and is undone again is not.
/// </summary>
internal sealed class Told(CityModel city)
{
    private readonly CellLoad[] _cells = [.. city.Cells.Select(cell => new CellLoad(cell.Index, 0, 0, 0, 0))];
    private readonly byte[] _devices = new byte[city.Devices.Length];
    private readonly byte[] _buildings = new byte[city.Buildings.Length];
    private readonly Dictionary<long, CasePin> _cases = [];
    private long _version = -1;

    /// <summary>What changed since the last call. Call it under the projection's gate.</summary>
    public CityChanges Hear(MapProjection map)
    {
        var changes = new CityChanges(
            Cells(map.Cells), [.. map.Officers.Where(officer => officer.Version > _version).Select(officer => officer.Value)], Cases(map.Cases),
            Marks(map.Devices, _devices), Marks(map.Buildings, _buildings));
        _version = map.Version;
        return changes;
    }

    private List<CellChange> Cells(Versioned<CellCounts>[] cells)
    {
        List<CellChange> found = [];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell].Version > _version && cells[cell].Value.Load(cell) is var now && now != _cells[cell])
            {
                found.Add(new CellChange(_cells[cell], now));
                _cells[cell] = now;
            }
        }

        return found;
    }

    private List<CaseChange> Cases(IReadOnlyDictionary<long, Versioned<CasePin>> open)
    {
        List<CaseChange> found = [];
        foreach (var pin in open.Values)
        {
            if (pin.Version <= _version)
            {
                continue;
            }

            ref var told = ref CollectionsMarshal.GetValueRefOrAddDefault(_cases, pin.Value.Case, out var isKnown);
            var parts = CaseChange.Between(isKnown ? told : null, pin.Value);
            told = pin.Value;
            if (parts != CaseParts.None)
            {
                found.Add(new CaseChange(pin.Value, parts));
            }
        }

        // All that are open are known by now: some are known too many if and only if some ended.
        if (_cases.Count > open.Count)
        {
            foreach (var pin in _cases.Values.Where(pin => !open.ContainsKey(pin.Case)).ToArray())
            {
                _cases.Remove(pin.Case);
                found.Add(new CaseChange(pin, CaseParts.Gone));
            }
        }

        found.Sort(static (a, b) => a.Pin.Case.CompareTo(b.Pin.Case));
        return found;
    }

    private List<StateMark> Marks(Versioned<byte>[] things, byte[] told)
    {
        List<StateMark> found = [];
        for (var i = 0; i < things.Length; i++)
        {
            if (things[i].Version > _version && things[i].Value != told[i])
            {
                found.Add(new StateMark(i, told[i] = things[i].Value));
            }
        }

        return found;
    }
}
