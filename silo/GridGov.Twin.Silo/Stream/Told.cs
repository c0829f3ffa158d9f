using System.Runtime.InteropServices;
using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// What viewers were told of the city so far. Held against the projection once a tick, for all areas together, it gives what is to be said:
/// what became of a thing in between and is undone again is not.
/// </summary>
internal sealed class Told(CityModel city, AreaThings things)
{
    private readonly CellLoad[] _cells = [.. city.Cells.Select(cell => new CellLoad(cell.Index, 0, 0, 0, 0))];
    private readonly byte[] _devices = new byte[city.Devices.Length];
    private readonly byte[] _buildings = new byte[city.Buildings.Length];
    private readonly Dictionary<long, CasePin> _cases = [];
    private PlaneRect[]? _officers;
    private long _version = -1;

    /// <summary>What changed since the last call. Call it under the projection's gate.</summary>
    public CityChanges Hear(MapProjection map)
    {
        var changes = new CityChanges(
            Cells(map.Cells), Officers(map.Officers), Cases(map.Cases),
            Marks(map.Devices, _devices, device => city.Devices[device].At), Marks(map.Buildings, _buildings, building => city.Buildings[building].Centre));
        _version = map.Version;
        return changes;
    }

    private List<Placed<CellChange>> Cells(Versioned<CellCounts>[] cells)
    {
        List<Placed<CellChange>> found = [];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell].Version > _version && cells[cell].Value.Load(cell) is var now && now != _cells[cell])
            {
                found.Add(new(things.AroundCell(cell), CellChange.Between(_cells[cell], now)));
                _cells[cell] = now;
            }
        }

        return found;
    }

    private List<OfficerMove> Officers(IReadOnlyList<Versioned<MovingOfficer>> officers)
    {
        List<OfficerMove> found = [];
        _officers ??= [.. officers.Select(officer => officer.Value.Around)];
        for (var i = 0; i < officers.Count; i++)
        {
            if (officers[i].Version > _version)
            {
                var (leg, around) = officers[i].Value;
                found.Add(new(_officers[i], around, leg));
                _officers[i] = around;
            }
        }

        return found;
    }

    private List<Placed<CaseChange>> Cases(IReadOnlyDictionary<long, Versioned<CasePin>> open)
    {
        List<Placed<CaseChange>> found = [];
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
                found.Add(Placed(pin.Value, parts));
            }
        }

        // All that are open are known by now: some are known too many if and only if some ended.
        if (_cases.Count > open.Count)
        {
            foreach (var pin in _cases.Values.Where(pin => !open.ContainsKey(pin.Case)).ToArray())
            {
                _cases.Remove(pin.Case);
                found.Add(Placed(pin, CaseParts.Gone));
            }
        }

        found.Sort(static (a, b) => a.What.Pin.Case.CompareTo(b.What.Pin.Case));
        return found;
    }

    private List<Placed<StateMark>> Marks(Versioned<byte>[] marks, byte[] told, Func<int, Place> at)
    {
        List<Placed<StateMark>> found = [];
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i].Version > _version && marks[i].Value != told[i])
            {
                found.Add(new(PlaneRect.At(at(i)), new StateMark(i, told[i] = marks[i].Value)));
            }
        }

        return found;
    }

    private static Placed<CaseChange> Placed(CasePin pin, CaseParts parts) =>
        new(PlaneRect.At(AreaThings.PlaceOf(pin)), new CaseChange(pin, parts));
}
