using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>The words for actions and weights that operators read.</summary>
public static class WorkflowWords
{
    /// <summary>The action in Chinese.</summary>
    public static string Zh(this CaseAction action) => action switch
    {
        CaseAction.Confirm => "核实属实",
        CaseAction.Refute => "核实不属实",
        CaseAction.File => "立案",
        CaseAction.Reject => "不予立案",
        CaseAction.Dispatch => "派遣",
        CaseAction.Return => "回退",
        CaseAction.Transfer => "批转",
        CaseAction.Extend => "延期",
        CaseAction.Suspend => "挂账",
        CaseAction.Resume => "解挂",
        CaseAction.Finish => "处置完成",
        CaseAction.Settle => "自行处置",
        CaseAction.Pass => "核查通过",
        CaseAction.Rework => "返工",
        CaseAction.Close => "结案",
        CaseAction.Reopen => "重新立案",
        CaseAction.Escalate => "上报上级",
        CaseAction.Urge => "督办",
        CaseAction.Merge => "并案",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "not an action"),
    };

    /// <summary>The action in English, as files write it.</summary>
    public static string En(this CaseAction action) => action.ToString().ToLowerInvariant();

    /// <summary>The weight in Chinese.</summary>
    public static string Zh(this Weight weight) => weight switch
    {
        Weight.Small => "小事",
        Weight.Big => "大事",
        Weight.Serious => "重大",
        _ => throw new ArgumentOutOfRangeException(nameof(weight), weight, "not a weight"),
    };

    /// <summary>The weight in English, as files write it.</summary>
    public static string En(this Weight weight) => weight.ToString().ToLowerInvariant();
}
