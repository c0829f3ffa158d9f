using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>
/// Spreads the day's incidents over kinds and cells. A line of the mix gives its share to the conditions it names in proportion to their
/// frequencies; a condition's share goes to the cells in proportion to its factor for their kind. Conditions that have no cell to happen
/// in are left out and the rest makes up for them, so that the district's total is what the file says.
/// </summary>
internal sealed class DemandBuilding(ScenarioFile file, CityModel city, KindBuilding kinds, CellChoice cells, List<Finding> findings)
{
    private const int CellKinds = 6;
    private static readonly Rhythm Steady = new(0, "steady", Ones(24), Ones(7), Ones(12), Ones(5));
    private static readonly Climate AlwaysFair = new([.. Enumerable.Range(0, 12).Select(_ => new double[] { 1, 0, 0, 0, 0 })]);

    public DemandPlan Build()
    {
        Surge[] surges = [.. file.Surges.Select(BuildSurge)];
        var climate = file.Climate?.Climate ?? AlwaysFair;
        if (file.Demand is not { } demand)
        {
            return new DemandPlan([Steady], [], CellFactors(CellDifference.Nothing), climate, surges, 0);
        }

        if (city.Cells.Length == 0)
        {
            findings.Add(new Finding(demand.Mark.File, demand.Mark.Line, "", "a city", "incidents need cells to happen in"));
        }

        Rhythm[] rhythms = [.. file.Rhythms.Select(BuildRhythm)];
        var shares = Shares(demand);
        var perDay = demand.IncidentsPerDay / Math.Max(shares.Sum(), double.Epsilon);
        KindDemand[] demands = [.. shares
            .Select((share, kind) => (share, kind))
            .Where(each => each.share > 0)
            .Select(each => new KindDemand(each.kind, RhythmOf(each.kind), PerCellDay(each.kind, each.share * perDay)))];
        var cellFactors = demand.CellFactors is { } factors ? CellFactorFile.Read(factors, city, findings) : CellFactors(demand.CellsDifferBy);
        return new DemandPlan(rhythms, demands, cellFactors, climate, surges, demand.FalseReports);
    }

    private double[] Shares(DemandSection demand)
    {
        var shares = new double[file.Catalogue.Conditions.Length];
        var lineOf = new Marked<string>?[shares.Length];
        foreach (var (pattern, share) in demand.Mix)
        {
            var named = file.FindKinds(pattern, findings);
            if (named.Select(kind => lineOf[kind]).FirstOrDefault(line => line is not null) is { } other)
            {
                findings.Add(pattern.Finding($"kinds that {other.Value} does not name", "two lines of the mix name the same kind"));
            }

            var total = named.Sum(kinds.FrequencyOf);
            if (total <= 0 && share > 0 && named.Length > 0)
            {
                findings.Add(pattern.Finding("a frequency above 0 for one of them", "none of these kinds ever occurs"));
            }

            foreach (var kind in named)
            {
                lineOf[kind] = pattern;
                shares[kind] = total > 0 && CellsWeighed(kind) > 0 ? share * kinds.FrequencyOf(kind) / total : 0;
            }
        }

        var sum = demand.Mix.Sum(line => line.Share);
        if (Math.Abs(sum - 1) > 1e-6)
        {
            findings.Add(new Finding(demand.MixMark.File, demand.MixMark.Line, FormattableString.Invariant($"{sum:0.######}"), "1", "the shares of the mix do not sum to 1"));
        }

        return shares;
    }

    private double CellsWeighed(int kind)
    {
        var factors = kinds.FactorsOf(kind);
        return city.Cells.Sum(cell => factors[(int)cell.Kind]);
    }

    private double[] PerCellDay(int kind, double perDay)
    {
        var weighed = CellsWeighed(kind);
        return [.. kinds.FactorsOf(kind).Select(factor => perDay * factor / weighed)];
    }

    private int RhythmOf(int kind)
    {
        if (kinds.RhythmOf(kind) is not { } name)
        {
            findings.Add(new Finding(file.Mark.File, 0, file.Catalogue.Conditions[kind].Key, "a rhythm", "the kind has no rhythm"));
            return 0;
        }

        var index = Array.FindIndex(file.Rhythms, rhythm => rhythm.Id.Value == name.Value);
        if (index < 0 && !findings.Exists(finding => finding.Line == name.Mark.Line && finding.File == name.Mark.File))
        {
            findings.Add(name.Finding(NearestWord.Expected(name.Value, [.. file.Rhythms.Select(rhythm => rhythm.Id.Value)]), "an unknown rhythm"));
        }

        return Math.Max(0, index);
    }

    private static Rhythm BuildRhythm(RhythmSection rhythm, int index) =>
        new(index, rhythm.Id.Value, MeanOne(rhythm.Hours), MeanOne(rhythm.Weekdays), MeanOne(rhythm.Months), rhythm.Weather);

    private double[] CellFactors(CellDifference by)
    {
        double[] sizes = by switch
        {
            CellDifference.Area => [.. city.Cells.Select(cell => cell.AreaM2)],
            CellDifference.Residents => ResidentsOfCells(),
            _ => Ones(city.Cells.Length),
        };
        var means = new double[CellKinds];
        foreach (var ofKind in city.Cells.GroupBy(cell => cell.Kind))
        {
            means[(int)ofKind.Key] = ofKind.Average(cell => sizes[cell.Index]);
        }

        double Relative(CellSite cell) => means[(int)cell.Kind] > 0 ? sizes[cell.Index] / means[(int)cell.Kind] : 1;
        return by == CellDifference.Residents
            ? [.. city.Cells.Select(cell => (1 + Relative(cell)) / 2)]
            : [.. city.Cells.Select(Relative)];
    }

    private double[] ResidentsOfCells()
    {
        var residents = new double[city.Cells.Length];
        foreach (var building in city.Buildings)
        {
            residents[building.Cell] += building.Residents;
        }

        return residents;
    }

    private Surge BuildSurge(SurgeSection surge)
    {
        if (surge.From >= Instant.Start + file.Run.Length)
        {
            findings.Add(new Finding(
                surge.Mark.File, surge.Mark.Line, surge.Name, FormattableString.Invariant($"a day from 1 to {file.Run.Days}"), "the surge begins after the run's end"));
        }

        var concerned = new bool[file.Catalogue.Conditions.Length];
        Array.Fill(concerned, surge.Kinds.Length == 0);
        foreach (var kind in surge.Kinds.SelectMany(pattern => file.FindKinds(pattern, findings)))
        {
            concerned[kind] = true;
        }

        int[] where = surge.Where is null ? [] : cells.Find(surge.Where);
        return new Surge(surge.Name, surge.From, surge.From + surge.Lasts, concerned, where, surge.Factor, surge.Weather);
    }

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    private static double[] MeanOne(double[] factors)
    {
        var mean = factors.Average();
        return mean > 0 ? [.. factors.Select(factor => factor / mean)] : factors;
    }
}
