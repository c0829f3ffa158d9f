using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Build;

/// <summary>Towns in which everything the domain knows happens within a day or two, for tests of what must always hold.</summary>
internal static class Towns
{
    private static readonly DeviceKind[] DeviceKinds = Enum.GetValues<DeviceKind>();

    /// <summary>All of them, by name.</summary>
    public static readonly (string Name, Func<Town> Build)[] All =
    [
        ("own cells round the clock", () => Lively().Patrols(4).Policy(DispatchPolicy.OwnCell)),
        ("day and night shifts, nearest free", () => Lively().Patrols(5, Relay).Policy(DispatchPolicy.NearestFree)),
        ("few people, least loaded", () => Scarce(Lively().Patrols(2, Relay).Policy(DispatchPolicy.LeastLoaded))),
        ("storm, shortest travel", () => Stormy(Lively()).Patrols(4).Policy(DispatchPolicy.ShortestTravel)),
        ("nobody patrols", () => Lively().Officer([0]).Officer([11], Rules.Hours(8, 18, DutyDays.Working))),
    ];

    /// <summary>Four by three cells with a device in each, all kinds of incident, staff who also do the unusual, and callers who lose patience.</summary>
    public static Town Lively()
    {
        var devices = Enumerable.Range(0, 12).Select(cell => (DeviceKinds[cell % DeviceKinds.Length], cell)).ToArray();
        return new Town(4, 3, devices)
            .Demand(1.5)
            .EveryKind(kind => kind with
            {
                SeenByPatrol = 0.4,
                CallsPerHour = 0.3,
                Sensors = 0x55 << kind.Index,
                OnTheSpot = 0.5,
                Department = kind.Index % 2,
                Lasts = kind.Index == Rules.Rubbish ? Distribution.Exponential(12 * Rules.HourMs) : null,
                Worsens = kind.Index == Rules.BurstMain ? Distribution.Exponential(3 * Rules.HourMs) : null,
                Handling = Distribution.Lognormal(2 * Rules.HourMs, 1.2),
                MergeForMs = 6 * 3_600_000,
            })
            .Telephone(Distribution.Exponential(2 * Rules.MinuteMs), callsAgain: 0.6)
            .People(Town.Hotline, 2)
            .Conduct(plain => plain with { Chances = UnusualChances(), StageWork = Varied(), FixedAtFirst = 0.7 })
            .Change(plan => plan with
            {
                Demand = plan.Demand with { Rhythms = [QuietNights(plan.Demand.Rhythms[0])], FalseReportShare = 0.1 },
                Devices = new DeviceRules(0.6, Distribution.Exponential(10 * Rules.MinuteMs), 40, Distribution.Exponential(30 * Rules.HourMs),
                    Distribution.Lognormal(5 * Rules.HourMs, 1)),
                Calls =
                [
                    new CallStream(0, "questions", Town.Hotline, 12, 7,
                        Distribution.Exponential(4 * Rules.MinuteMs), Distribution.Exponential(5 * Rules.MinuteMs)),
                ],
            });
    }

    // Two thirds by day, the others by night; the day is worked on working days only.
    private static Shift[] Relay(int officer) =>
        officer % 3 < 2 ? Rules.Hours(8, 18, officer == 0 ? DutyDays.Every : DutyDays.Working) : Rules.Hours(18, 32);

    private static Town Scarce(Town town) => town
        .ChangeDesk(Town.FirstDepartment, desk => desk with { Shifts = Rules.Hours(9, 17, people: 2), Capacity = 6 })
        .ChangeDesk(Town.SecondDepartment, desk => desk with { Shifts = Rules.Hours(20, 29, people: 1) })
        .ChangeDesk(Town.Hotline, desk => desk with { Shifts = Rules.AllDay(1), Capacity = 3 })
        .People(Town.Acceptors, 1).People(Town.Dispatchers, 1).People(Town.Leaders, 1);

    private static Town Stormy(Town town) => town.Change(plan => plan with
    {
        Demand = plan.Demand with
        {
            Surges =
            [
                new Surge("storm", Instant.Start + Duration.Minutes(500), Instant.Start + Duration.Minutes(831), [false, true, true], [], 6, Weather.Storm),
                new Surge("fair", Instant.Start + Duration.Hours(12), Instant.Start + Duration.Hours(20), [true, false, false], [2, 3, 7], 4, null),
            ],
        },
        Script = [new ScriptedIncident(Instant.Start + Duration.Hours(10), Rules.BurstMain, 5, new Place(150, -150), 3)],
    });

    private static Rhythm QuietNights(Rhythm flat) => flat with { ByHour = [.. flat.ByHour.Select((factor, hour) => hour < 5 ? 0 : factor * 1.2)] };

    private static double[][] UnusualChances() => Rules.Chances(
        (Stage.Filing, CaseAction.Reject, 0.05), (Stage.Handling, CaseAction.Return, 0.1), (Stage.Handling, CaseAction.Transfer, 0.1),
        (Stage.Handling, CaseAction.Extend, 0.1), (Stage.Handling, CaseAction.Suspend, 0.1));

    private static Distribution[] Varied() => [.. Enum.GetValues<Stage>().Select(_ => Distribution.Exponential(6 * Rules.MinuteMs))];
}
