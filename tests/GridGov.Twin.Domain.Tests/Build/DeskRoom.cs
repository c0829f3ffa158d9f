using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Build;

/// <summary>
/// A desk and its callers, and no city: a queue of Kendall's kind. Every class of callers is a stream of its own; the first is served first.
/// The unit of time of all rates and means is one minute, 60,000 of the world's smallest steps.
/// </summary>
internal sealed record DeskRoom(string Name, int People, int Capacity, params Callers[] Classes)
{
    public const double UnitMs = Rules.MinuteMs;

    /// <summary>The work offered per person.</summary>
    public double Load => Classes.Sum(each => each.Rate * each.MeanWork) / People;

    public double Rate => Classes.Sum(each => each.Rate);

    public WorldPlan Plan => new Town(1, 1).Change(plan => plan with
    {
        City = Lattice.Nowhere,
        Travel = new Travel(Lattice.Nowhere),
        Teams = [],
        Demand = Rules.NoDemand(0),
        Desks = [plan.Desks[Town.Hotline] with { Index = 0, Shifts = Rules.AllDay(People), Capacity = Capacity }],
        Calls = [.. Classes.Select((each, index) => new CallStream(index, Name, 0, each.Rate * 60, (byte)index, each.Work, each.Patience))],
    }).Plan;

    public World<DistrictModel> World(ulong seed) => Beginning.NewWorld(new Setting(Plan), seed);
}

/// <summary>Callers of one class: Poisson with <paramref name="Rate"/>, work of that mean and squared coefficient of variation, patience or none.</summary>
internal sealed record Callers(double Rate, double MeanWork, double Cs2 = 1, double? MeanPatience = null)
{
    /// <summary>Constant, exponential, or another distribution with these two moments.</summary>
    public Distribution Work { get; } = Cs2 switch
    {
        0 => Distribution.Constant(MeanWork * DeskRoom.UnitMs),
        1 => Distribution.Exponential(MeanWork * DeskRoom.UnitMs),
        < 1 => Distribution.Erlang(MeanWork * DeskRoom.UnitMs, (int)Math.Round(1 / Cs2)),
        _ => Distribution.Hyperexponential(MeanWork * DeskRoom.UnitMs, Cs2),
    };

    public Distribution? Patience { get; } = MeanPatience is { } mean ? Distribution.Exponential(mean * DeskRoom.UnitMs) : null;

    /// <summary>The mean square of the work.</summary>
    public double SquareWork => MeanWork * MeanWork * (1 + Cs2);
}
