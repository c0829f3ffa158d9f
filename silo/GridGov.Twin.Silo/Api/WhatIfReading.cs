using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.WhatIf;
using GridGov.Twin.Scenarios.Yaml;
using GridGov.Twin.Silo.Worlds;
using WhatIfPlan = GridGov.Twin.Scenarios.WhatIf.WhatIfPlan;
using WhatIfQuestion = GridGov.Twin.Scenarios.WhatIf.WhatIfQuestion;

namespace GridGov.Twin.Silo.Api;

/// <summary>Reads what-ifs: looks names up, and says exactly what is missing, unknown or out of range.</summary>
/// <param name="plan">What the world lives under.</param>
/// <param name="now">The moment it is asked of.</param>
internal sealed class WhatIfReading(WorldPlan plan, Instant now)
{
    private const int MostMeasures = 20;
    private const int MostPeople = 200;
    private const int LongestTitle = 60;
    private const double MsPerHour = 3_600_000;

    /// <summary>Checks what needs no moment, before the world is asked for one.</summary>
    /// <exception cref="WorldRefusedException">Something in it is out of range.</exception>
    public static void Check(Contracts.WhatIfQuestion question)
    {
        if (!(question.Hours >= WhatIfQuestion.LeastHorizon.TotalHours && question.Hours <= WhatIfQuestion.MostHorizon.TotalHours))
        {
            throw Problems.Unusable("bad-horizon", $"hours 为 {question.Hours}，须为4至24小时", FormattableString.Invariant($"hours is {question.Hours}; expected 4 to 24"));
        }

        if (question.Seeds is < WhatIfQuestion.LeastSeeds or > WhatIfQuestion.MostSeeds)
        {
            throw Problems.Unusable("bad-seeds", $"seeds 为 {question.Seeds}，须为10至200", $"seeds is {question.Seeds}; expected 10 to 200");
        }

        if (question.Plans.Length is 0 or > WhatIfQuestion.MostPlans)
        {
            throw Problems.Unusable("bad-plans", $"共有 {question.Plans.Length} 个方案，须为1至8个", $"there are {question.Plans.Length} plans; expected 1 to 8");
        }

        for (var i = 0; i < question.Plans.Length; i++)
        {
            Check(question.Plans[i], i);
        }
    }

    public WhatIfPlan[] Plans(Contracts.WhatIfQuestion question) =>
    [
        .. question.Plans.Select((each, i) => new WhatIfPlan(
            new Title(each.Title.Zh, each.Title.En),
            [.. each.Measures.Select((measure, j) => Change(measure, FormattableString.Invariant($"plans[{i}].measures[{j}]"), Horizon(question)))])),
    ];

    public PlannedChange[] Circumstances(Contracts.WhatIfQuestion question) =>
        [.. (question.Circumstances ?? []).Select((measure, i) => Change(measure, FormattableString.Invariant($"circumstances[{i}]"), Horizon(question)))];

    public static Duration Horizon(Contracts.WhatIfQuestion question) => new((long)(question.Hours * MsPerHour));

    private static void Check(Contracts.WhatIfPlan each, int i)
    {
        if (each.Title.Zh.Length is 0 or > LongestTitle || each.Title.En.Length is 0 or > LongestTitle)
        {
            throw Problems.Unusable("bad-title", $"plans[{i}].title 须为1至60字", $"plans[{i}].title must have 1 to 60 characters in both languages");
        }

        if (each.Measures.Length is 0 or > MostMeasures)
        {
            throw Problems.Unusable(
                "bad-measures", $"plans[{i}] 有 {each.Measures.Length} 项措施，须为1至20项", $"plans[{i}] has {each.Measures.Length} measures; expected 1 to 20");
        }
    }

    private PlannedChange Change(WhatIfMeasure measure, string place, Duration horizon)
    {
        // The world goes on while people write: what was to begin a moment ago begins now.
        var from = new Instant(Math.Max(measure.FromMs ?? now.Milliseconds, now.Milliseconds));
        var until = measure.UntilMs is { } ends ? new Instant(ends) : now + horizon;
        if (until <= from || from >= now + horizon || until > now + WhatIfQuestion.MostHorizon)
        {
            throw Problems.Unusable("bad-time", $"{place} 的时段须先起后止、在时限内开始、在24小时内结束（此刻为 {now.Milliseconds}）",
                $"{place}: fromMs {from.Milliseconds}, untilMs {until.Milliseconds}; expected a stretch that begins within the horizon and ends within "
                + $"24 hours of now, {now.Milliseconds}");
        }

        return measure.Kind switch
        {
            "extra-officers" => new ExtraOfficers(StaffedStreet(measure.Street, place), People(measure, place), from, until),
            "call-in" => new CallIn(measure.Street is null ? null : StaffedStreet(measure.Street, place), from, until),
            "extra-staff" => new ExtraStaff(Desk(measure, place), People(measure, place), from, until),
            "storm" => new Storm(from, until, Factor(measure, place)),
            _ => throw Problems.Unusable("no-such-measure", $"{place}：没有“{measure.Kind}”这种措施",
                $"{place}: there is no measure '{measure.Kind}'; expected extra-officers, call-in, extra-staff or storm"),
        };
    }

    private int StaffedStreet(string? code, string place)
    {
        var street = Street(code, place);
        return Array.Exists(plan.Teams, team => team.Officers.Length > 0 && (team.Org == street.Index || plan.City.Org[team.Org].Level == Level.District))
            ? street.Index
            : throw Problems.Unusable("no-officers", $"{place}：{street.Name}没有网格员", $"{place}: {street.Name} has no officers whom others could join");
    }

    private OrgUnit Street(string? code, string place) =>
        Array.Find(plan.City.Org, unit => unit.Level == Level.Street && unit.Code == code)
            ?? throw Problems.NotFound("no-such-street", $"{place}：没有街道“{code}”", $"{place}: there is no street '{code}'; expected a street's code");

    private int Desk(WhatIfMeasure measure, string place)
    {
        var desk = Array.FindIndex(plan.Desks, desk => desk.Id == measure.Desk);
        return desk >= 0 ? desk : throw Problems.NotFound("no-such-desk", $"{place}：没有席位“{measure.Desk}”",
            $"{place}: there is no desk '{measure.Desk}'; there are {string.Join(", ", plan.Desks.Select(each => each.Id))}");
    }

    private static int People(WhatIfMeasure measure, string place) => measure.Count is { } count and >= 1 and <= MostPeople
        ? count
        : throw Problems.Unusable("bad-count", $"{place}：人数须为1至200", $"{place}: count is {measure.Count?.ToString() ?? "missing"}; expected 1 to 200");

    private static double Factor(WhatIfMeasure measure, string place) => measure.Factor is null ? 1 : measure.Factor is >= 0.1 and <= 20
        ? measure.Factor.Value
        : throw Problems.Unusable("bad-factor", $"{place}：倍数须为0.1至20", FormattableString.Invariant($"{place}: factor is {measure.Factor}; expected 0.1 to 20"));
}
