using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;

namespace GridGov.Twin.Domain.Cases;

/// <summary>Why the controls were refused, in words that say it of any case.</summary>
public static class RefusalWords
{
    /// <summary>The reason in Chinese.</summary>
    public static string Zh(this MoveRefusal why) => why switch
    {
        MoveRefusal.NoSuchMove => "案件当前状态下没有此操作",
        MoveRefusal.NotForThisWeight => "此类轻重的案件不能进行此操作",
        MoveRefusal.NotForThisRole => "此操作由其他角色执行",
        MoveRefusal.UsedUp => "此操作已达次数上限",
        MoveRefusal.MovedOn => "案件已发生变化，请按最新状态操作",
        MoveRefusal.NoSuchCase => "没有此案件，或案件结束已久",
        MoveRefusal.NoSuchDepartment => "没有此部门",
        MoveRefusal.SameDepartment => "批转应指定另一个部门",
        MoveRefusal.NoTarget => "并案应指定并入的案件",
        MoveRefusal.TargetIsSelf => "案件不能并入自身",
        MoveRefusal.NoSuchTarget => "没有要并入的案件，或该案件结束已久",
        MoveRefusal.TargetEnded => "要并入的案件已结束",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "not a reason"),
    };

    /// <summary>The reason in English.</summary>
    public static string En(this MoveRefusal why) => why switch
    {
        MoveRefusal.NoSuchMove => "nobody can do this in the case's present state",
        MoveRefusal.NotForThisWeight => "this cannot be done to a case of that weight",
        MoveRefusal.NotForThisRole => "this is for another role",
        MoveRefusal.UsedUp => "this was already done as often as a case allows",
        MoveRefusal.MovedOn => "the case has moved on since it was looked at",
        MoveRefusal.NoSuchCase => "there is no such case, or it ended too long ago",
        MoveRefusal.NoSuchDepartment => "there is no such department",
        MoveRefusal.SameDepartment => "a transfer must name another department than the present one",
        MoveRefusal.NoTarget => "a merge must name the case to merge into",
        MoveRefusal.TargetIsSelf => "a case cannot be merged into itself",
        MoveRefusal.NoSuchTarget => "there is no such case to merge into, or it ended too long ago",
        MoveRefusal.TargetEnded => "the case to merge into has ended",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "not a reason"),
    };

    /// <summary>The reason in Chinese.</summary>
    public static string Zh(this SendRefusal why) => why switch
    {
        SendRefusal.MovedOn => "案件已发生变化，请按最新状态操作",
        SendRefusal.NoSuchCase => "没有此案件，或案件结束已久",
        SendRefusal.NoOfficersWork => "案件当前不需要网格员到场",
        SendRefusal.NoSuchOfficer => "没有此网格员",
        SendRefusal.OtherTeam => "该网格员属于其他网格队，不能跨队派遣",
        SendRefusal.OffDuty => "该网格员不在岗",
        SendRefusal.NoSuchCell => "没有此网格",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "not a reason"),
    };

    /// <summary>The reason in English.</summary>
    public static string En(this SendRefusal why) => why switch
    {
        SendRefusal.MovedOn => "the case has moved on since it was looked at",
        SendRefusal.NoSuchCase => "there is no such case, or it ended too long ago",
        SendRefusal.NoOfficersWork => "the case waits for no officer now",
        SendRefusal.NoSuchOfficer => "there is no such officer",
        SendRefusal.OtherTeam => "the officer belongs to another team, and teams do not lend",
        SendRefusal.OffDuty => "the officer is off duty",
        SendRefusal.NoSuchCell => "there is no such cell",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "not a reason"),
    };
}
