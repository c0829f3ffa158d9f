using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// A workflow made ready to be walked: its moves by state, and a number for every bounded move (<see cref="WorkflowMove.AtMost"/> above 0)
/// so that a case counts its uses in <see cref="BoundedMoves"/> bytes. Built once, shared by all cases.
/// </summary>
public sealed class WorkflowPlan
{
    private readonly AllowedMove[][] _moves;

    /// <summary>The plan of a workflow.</summary>
    /// <exception cref="ArgumentException">A move's bound lies outside 0–255.</exception>
    public WorkflowPlan(Workflow workflow)
    {
        Workflow = workflow;
        _moves = [.. workflow.States.Select(state => state.Moves.Select(move => new AllowedMove(move, IndexOf(state, move))).ToArray())];
    }

    /// <summary>The workflow as written.</summary>
    public Workflow Workflow { get; }

    /// <summary>How many bounded moves there are: the length of a case's row of counts.</summary>
    public int BoundedMoves { get; private set; }

    /// <summary>The moves of a state in the order written, whoever may make them.</summary>
    public ReadOnlySpan<AllowedMove> MovesOf(int state) => _moves[state];

    private int IndexOf(WorkflowState state, WorkflowMove move)
    {
        if (move.AtMost is < 0 or > byte.MaxValue)
        {
            throw new ArgumentException(
                $"workflow '{Workflow.Id}', state '{state.Id}', move {move.Action}: at most {move.AtMost} times; expected 0 (no limit) to 255");
        }

        return move.AtMost == 0 ? -1 : BoundedMoves++;
    }
}

/// <summary>What the workflow answers to who wants to move a case: an <see cref="AllowedMove"/> or a <see cref="RefusedMove"/>.</summary>
public abstract record MoveAnswer;

/// <summary>Yes: the move to make. <paramref name="CountIndex"/> is its place in the case's row of counts, −1 when it has no bound.</summary>
public sealed record AllowedMove(WorkflowMove Move, int CountIndex) : MoveAnswer
{
    /// <summary>Whether the move is for cases of that weight.</summary>
    public bool IsFor(Weight weight) => (Move.Weights & (1 << (int)weight)) != 0;

    /// <summary>Whether a case with these counts has made the move as often as it may.</summary>
    public bool IsUsedUp(ReadOnlySpan<byte> used) => CountIndex >= 0 && used[CountIndex] >= Move.AtMost;

    /// <summary>Counts one use, when the move is made.</summary>
    public void Use(Span<byte> used)
    {
        if (CountIndex >= 0)
        {
            used[CountIndex]++;
        }
    }
}

/// <summary>Why a move is refused.</summary>
public enum MoveRefusal : byte
{
    /// <summary>Nobody can do this from here.</summary>
    NoSuchMove,

    /// <summary>It can be done from here, for cases of other weights.</summary>
    NotForThisWeight,

    /// <summary>It can be done from here, by another role.</summary>
    NotForThisRole,

    /// <summary>It was done as often as a case allows.</summary>
    UsedUp,

    /// <summary>The case has moved on since the person looked at it.</summary>
    MovedOn,

    /// <summary>There is no such case, or it ended too long ago.</summary>
    NoSuchCase,

    /// <summary>There is no such department.</summary>
    NoSuchDepartment,

    /// <summary>A transfer names no other department than the present one.</summary>
    SameDepartment,

    /// <summary>A merge does not say into which case.</summary>
    NoTarget,

    /// <summary>The case to merge into is the case itself.</summary>
    TargetIsSelf,

    /// <summary>There is no case to merge into of that number, or it ended too long ago.</summary>
    NoSuchTarget,

    /// <summary>The case to merge into has ended.</summary>
    TargetEnded,
}

/// <summary>No, and why, in Chinese and in English.</summary>
public sealed record RefusedMove(MoveRefusal Why, string Zh, string En) : MoveAnswer;
