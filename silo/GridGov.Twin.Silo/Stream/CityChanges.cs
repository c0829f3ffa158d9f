using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>What is to be said of a city at a tick, in the order of the things' numbers; each area picks what lies in it.</summary>
internal sealed record CityChanges(
    List<CellChange> Cells, List<MovingOfficer> Officers, List<CaseChange> Cases, List<StateMark> Devices, List<StateMark> Buildings);

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
