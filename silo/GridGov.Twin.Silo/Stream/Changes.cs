using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>A cell's counts as they are, and which of them are new.</summary>
internal readonly record struct CellChange(CellLoad Now, CellParts Parts)
{
    public static CellChange Between(CellLoad told, CellLoad now) => new(
        now,
        (told.Open == now.Open ? CellParts.None : CellParts.Open) | (told.Overdue == now.Overdue ? CellParts.None : CellParts.Overdue)
        | (told.Officers == now.Officers ? CellParts.None : CellParts.Officers) | (told.Alarms == now.Alarms ? CellParts.None : CellParts.Alarms));

    /// <summary>This change and the one after it as one. What is again as it was stays in it: who came in between was shown the other.</summary>
    public CellChange Then(CellChange next) => next with { Parts = Parts | next.Parts };
}

/// <summary>The counts of a cell.</summary>
[Flags]
internal enum CellParts : byte
{
    None = 0,
    Open = 1,
    Overdue = 2,
    Officers = 4,
    Alarms = 8,
}

/// <summary>What an officer does now; without a leg he has left the area.</summary>
internal readonly record struct OfficerChange(int Officer, OfficerLeg? Leg);

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

    /// <summary>This change and the one after it as one.</summary>
    public CaseChange Then(CaseChange next) =>
        next.Parts is CaseParts.Whole or CaseParts.Gone ? next
        : next with { Parts = Parts == CaseParts.Whole ? CaseParts.Whole : Parts | next.Parts };
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
