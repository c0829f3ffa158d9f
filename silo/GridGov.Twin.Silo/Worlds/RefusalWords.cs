using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>Why a world refuses, in words for people.</summary>
internal static class RefusalWords
{
    public static Name Of(MoveRefusal why) => why switch
    {
        MoveRefusal.NoSuchMove => new("当前状态下不能执行此操作", "nobody can do this to the case as it stands"),
        MoveRefusal.NotForThisWeight => new("此操作不适用于该等级的案件", "this is for cases of another weight"),
        MoveRefusal.NotForThisRole => new("该角色不能执行此操作", "this is for another role"),
        MoveRefusal.UsedUp => new("此操作已达次数上限", "this was done as often as a case allows"),
        MoveRefusal.MovedOn => new("案件已被他人推进，请刷新后重试", "the case has moved on since you looked at it"),
        MoveRefusal.NoSuchCase => new("案件不存在或早已结束", "there is no such case, or it ended too long ago"),
        MoveRefusal.NoSuchDepartment => new("没有该部门", "there is no such department"),
        MoveRefusal.SameDepartment => new("批转须指定另一部门", "a transfer names another department than the present one"),
        MoveRefusal.NoTarget => new("并案须指定目标案件", "a merge says into which case"),
        MoveRefusal.TargetIsSelf => new("不能并入自身", "a case cannot be merged into itself"),
        MoveRefusal.NoSuchTarget => new("目标案件不存在", "there is no case to merge into"),
        MoveRefusal.TargetEnded => new("目标案件已结束", "the case to merge into has ended"),
        _ => new("被拒绝", "refused"),
    };

    public static Name Of(SendRefusal why) => why switch
    {
        SendRefusal.MovedOn => new("案件已被他人推进，请刷新后重试", "the case has moved on since you looked at it"),
        SendRefusal.NoSuchCase => new("案件不存在或早已结束", "there is no such case, or it ended too long ago"),
        SendRefusal.NoOfficersWork => new("案件当前不需要网格员", "the case waits for no officer as it stands"),
        SendRefusal.NoSuchOfficer => new("没有该网格员", "there is no such officer"),
        SendRefusal.OtherTeam => new("该网格员属于其他队伍", "the officer belongs to another team"),
        SendRefusal.OffDuty => new("该网格员不在岗", "the officer is off duty"),
        SendRefusal.NoSuchCell => new("没有该网格", "there is no such cell"),
        _ => new("被拒绝", "refused"),
    };
}
