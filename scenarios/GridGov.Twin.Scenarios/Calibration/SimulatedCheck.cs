using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Running;
using MathNet.Numerics.Distributions;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>One kind's simulated number a day against the fitted one; <paramref name="Z"/> is their distance in Poisson standard deviations.</summary>
public readonly record struct SimulatedKind(int Kind, double FittedPerDay, double SimulatedPerDay, double Z);

/// <summary>
/// The written scenario, run: whether its world really brings forth what was fitted.
/// </summary>
/// <param name="Days">How many days were run, whole weeks.</param>
/// <param name="Kinds">Every kind.</param>
/// <param name="P">The p-value of Σ z² as χ²: small where the scenario does not do what the fit says.</param>
/// <param name="Opened">Cases opened a day: fewer than incidents where reports are merged or come late.</param>
public sealed record SimulatedCheck(int Days, SimulatedKind[] Kinds, double P, double Opened)
{
    private const double Surprising = 0.001;
    private const double IncidentsWanted = 20_000;
    private const int FewestWeeks = 4;
    private const int MostWeeks = 12;
    private const ulong Seed = 20_250_609;

    /// <summary>Whether they agree: what differs is what chance makes differ.</summary>
    public bool Agrees => P >= Surprising;

    /// <summary>The simulated number a day, all kinds.</summary>
    public double PerDay => Kinds.Sum(kind => kind.SimulatedPerDay);

    /// <summary>Runs the scenario in <paramref name="folder"/>; null when it was stopped.</summary>
    public static SimulatedCheck? Run(string folder, ArrivalFit fit, Func<ScenarioRun, bool> run)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(run);
        var weeks = (int)Math.Clamp(Math.Ceiling(IncidentsWanted / fit.Kinds.Sum(kind => kind.PerDay) / 7), FewestWeeks, MostWeeks);
        var built = ScenarioBuilder.Load(folder);
        var world = new ScenarioRun(built.Plan, new RunTerms(Seed, Duration.Days(7 * weeks), Duration.Zero, Pace.Max));
        var counts = new Arrived(built.Plan.Catalogue.Conditions.Length);
        world.Listen(counts);
        return run(world) ? Of(fit, counts, 7 * weeks) : null;
    }

    private static SimulatedCheck Of(ArrivalFit fit, Arrived counts, int days)
    {
        SimulatedKind[] kinds = [.. fit.Kinds.Select(kind =>
        {
            var (expected, seen) = (kind.PerDay * days, counts.Started[kind.Kind]);
            return new SimulatedKind(kind.Kind, kind.PerDay, (double)seen / days, (seen - expected) / Math.Sqrt(expected));
        })];
        var tested = kinds.Where(kind => kind.FittedPerDay * days >= ProfileTest.LeastExpected).ToArray();
        var p = tested.Length == 0 ? 1 : 1 - ChiSquared.CDF(tested.Length, tested.Sum(kind => kind.Z * kind.Z));
        return new SimulatedCheck(days, kinds, p, (double)counts.Opened / days);
    }

    /// <summary>Counts what happens in the simulated world.</summary>
    private sealed class Arrived(int kinds) : IEventListener
    {
        public long[] Started { get; } = new long[kinds];

        public long Opened { get; private set; }

        public void On(in Event e)
        {
            if (e.Body.Kind == IncidentStarted.Kind && e.Body.As<IncidentStarted>() is { Imagined: 0 } started)
            {
                Started[started.What]++;
            }
            else if (e.Body.Kind == Domain.Cases.CaseOpened.Kind)
            {
                Opened++;
            }
        }
    }
}
