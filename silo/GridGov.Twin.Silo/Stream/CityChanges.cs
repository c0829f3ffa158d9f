using System.Runtime.InteropServices;
using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// What is to be said of a city at a tick, in the order of the things' numbers, each with where it is: every area runs through all of it to pick
/// what lies in it.
/// </summary>
internal sealed record CityChanges(
    List<Placed<CellChange>> Cells, List<Placed<OfficerLeg>> Officers, List<Placed<CaseChange>> Cases, List<Placed<StateMark>> Devices, List<Placed<StateMark>> Buildings)
{
    /// <summary>Calls <paramref name="take"/> for those that touch a rectangle.</summary>
    public static void Pick<T>(List<Placed<T>> changes, in PlaneRect rect, Action<T> take)
    {
        foreach (ref readonly var change in CollectionsMarshal.AsSpan(changes))
        {
            if (change.Around.Touches(rect))
            {
                take(change.What);
            }
        }
    }
}

/// <summary>A change, and the rectangle its thing lies in.</summary>
internal readonly record struct Placed<T>(PlaneRect Around, T What);

/// <summary>A cell's counts as they were told, and as they are.</summary>
internal readonly record struct CellChange(CellLoad Told, CellLoad Now);

/// <summary>A pin as it is, or was before it went, and what of it is new.</summary>
internal readonly record struct CaseChange(CasePin Pin, CaseParts Parts)
{
    public static CaseParts Between(CasePin? told, CasePin now)
    {
        if (told is not { } was || was with { Stage = now.Stage, Marks = now.Marks, DueMs = now.DueMs } != now)
        {
            return CaseParts.Whole;
        }

        return (was.Stage == now.Stage ? CaseParts.None : CaseParts.Stage)
            | (was.Marks == now.Marks ? CaseParts.None : CaseParts.Marks)
            | (was.DueMs == now.DueMs ? CaseParts.None : CaseParts.Due);
    }
}

/// <summary>The parts of a pin.</summary>
[Flags]
internal enum CaseParts : byte
{
    None = 0,
    Stage = 1,
    Marks = 2,
    Due = 4,
    Whole = 8,
    Gone = 16,
}
