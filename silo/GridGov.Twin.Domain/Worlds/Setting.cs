using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>A plan and the look-ups its grains need, made once and shared by every world of the plan. Immutable.</summary>
public sealed class Setting
{
    private readonly int[][] _buildings;
    private readonly double[][] _buildingWeights;
    private readonly int[][] _devices;
    private readonly int[][] _kindsSensed;
    private readonly int[] _teamOfCell;
    private readonly int[] _beatMember;
    private readonly int[] _member;
    private readonly Utility?[] _utilities;
    private readonly DeskIndex _desks;

    /// <summary>Prepares the look-ups.</summary>
    public Setting(WorldPlan plan)
    {
        Plan = plan;
        var cells = plan.City.Cells.Length;
        Demand = new DemandTable(plan.Demand, plan.Calendar, plan.City.Cells);
        _buildings = ByCell(plan.City.Buildings, b => b.Cell, b => b.Index, cells);
        _buildingWeights = [.. _buildings.Select(row => Summed(row.Select(b => plan.City.Buildings[b].Residents + 5.0)))];
        _devices = ByCell(plan.City.Devices, d => d.Cell, d => d.Index, cells);
        _kindsSensed = [.. Enum.GetValues<DeviceKind>().Select(device =>
            plan.Kinds.Where(k => (k.Sensors & (1 << (int)device)) != 0).Select(k => k.Index).ToArray())];
        _utilities = [.. plan.Catalogue.Conditions.Select(UtilityOf)];
        _desks = new DeskIndex(plan);
        (_teamOfCell, _beatMember, _member) = (new int[cells], new int[cells], new int[plan.Officers.Length]);
        IndexTeams(plan);
        MeanTaskSeconds = plan.Conduct.StageWork[(int)Stage.Check].MeanMs / 1000;
    }

    /// <summary>The plan.</summary>
    public WorldPlan Plan { get; }

    /// <summary>What scenes draw incidents from.</summary>
    public DemandTable Demand { get; }

    /// <summary>The mean hands-on time of an officer's task, in seconds.</summary>
    public double MeanTaskSeconds { get; }

    /// <summary>The share of incidents that happen in or at a building, where the cell has any.</summary>
    public double AtBuildingShare { get; } = 0.6;

    /// <summary>The buildings of a cell.</summary>
    public ReadOnlySpan<int> BuildingsOf(int cell) => _buildings[cell];

    /// <summary>The building of a cell that a number in [0, 1) falls on, by residents.</summary>
    public int DrawBuilding(int cell, double unit)
    {
        var weights = _buildingWeights[cell];
        var at = Array.BinarySearch(weights, unit * weights[^1]);
        return _buildings[cell][Math.Min(at < 0 ? ~at : at + 1, weights.Length - 1)];
    }

    /// <summary>The devices of a cell.</summary>
    public ReadOnlySpan<int> DevicesOf(int cell) => _devices[cell];

    /// <summary>The filing conditions a kind of device can notice.</summary>
    public ReadOnlySpan<int> KindsSensedBy(DeviceKind kind) => _kindsSensed[(int)kind];

    /// <summary>The utility that fails when such a thing happens at a building, if any.</summary>
    public Utility? UtilityOf(int what) => _utilities[what];

    /// <summary>The handling limit of a filing condition.</summary>
    public Limit LimitOf(int what) => Plan.Catalogue.Conditions[what].Limit;

    /// <summary>The team that serves a cell.</summary>
    public int TeamOf(int cell) => _teamOfCell[cell];

    /// <summary>An officer's place in his team.</summary>
    public int MemberOf(int officer) => _member[officer];

    /// <summary>The place in its team of the officer whose beat a cell is on; −1 if it is on none.</summary>
    public int BeatMemberOf(int cell) => _beatMember[cell];

    /// <summary>The desk of a workflow role that serves a cell.</summary>
    public int DeskOf(int role, int cell) => _desks.OfRole(role, cell);

    /// <summary>The desk of a department that serves a cell at a level, or the department's desk for the whole district.</summary>
    public int DepartmentDeskOf(int department, Level level, int cell) => _desks.OfDepartment(department, level, cell);

    private void IndexTeams(WorldPlan plan)
    {
        for (var cell = 0; cell < _teamOfCell.Length; cell++)
        {
            var street = plan.City.StreetOf(plan.City.Cells[cell].Community);
            var team = Array.Find(plan.Teams, t => t.Org == street) ?? Array.Find(plan.Teams, t => plan.City.Org[t.Org].Level == Level.District);
            _teamOfCell[cell] = team?.Index ?? -1;
        }

        Array.Fill(_beatMember, -1);
        foreach (var team in plan.Teams)
        {
            for (var member = 0; member < team.Officers.Length; member++)
            {
                _member[team.Officers[member]] = member;
                // A beat may reach into another team's cells, but the tasks there are that team's.
                foreach (var cell in plan.Officers[team.Officers[member]].Beat.Where(cell => _teamOfCell[cell] == team.Index))
                {
                    _beatMember[cell] = member;
                }
            }
        }
    }

    // Codes of the national catalogue: 0501 burst water main, 0502 gas, 0504 heat, 0508 fallen cable.
    private static Utility? UtilityOf(FilingCondition condition) => (condition.Class, condition.BigCode, condition.SmallCode) switch
    {
        (CaseClass.Event, "05", "01") => Utility.Water,
        (CaseClass.Event, "05", "02") => Utility.Gas,
        (CaseClass.Event, "05", "04") => Utility.Heat,
        (CaseClass.Event, "05", "08") => Utility.Power,
        _ => null,
    };

    private static int[][] ByCell<T>(T[] sites, Func<T, int> cell, Func<T, int> index, int cells)
    {
        var rows = new List<int>[cells];
        foreach (var site in sites)
        {
            (rows[cell(site)] ??= []).Add(index(site));
        }

        return [.. rows.Select(row => row?.ToArray() ?? [])];
    }

    private static double[] Summed(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(weight => sum += weight)];
    }
}
