using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>
/// The territory-dispatch problem: where everything lies, how often and how long things happen. 1,500 cells, the first places of a
/// 39 × 39 lattice walked row by row, there and back. An officer has four neighbouring cells; three officers share twelve, one for
/// each shift of eight hours: whoever is on duty serves his mates' cells too. 2,000 cases a day keep an officer on duty busy for a
/// third of his time and a department's five servers for half of theirs.
/// </summary>
internal static class Town
{
    public const int Side = 39;
    public const int Cells = 1_500;
    public const int Officers = 375;
    public const int CellsPerOfficer = 4;
    public const int Shifts = 3;
    public const int Areas = Officers / Shifts;
    public const int CellsPerArea = CellsPerOfficer * Shifts;
    public const int Departments = 20;
    public const int ServersPerDepartment = 5;
    public const int Urgencies = 3;
    public const double CasesPerDay = 2_000;

    public const long HourMs = 3_600_000;
    public const long DayMs = 24 * HourMs;
    public const long ShiftMs = DayMs / Shifts;
    public const double BetweenCasesOfCellMs = DayMs * Cells / CasesPerDay;
    public const double HandlingMs = 25 * 60_000;
    public const double DepartmentMs = 4 * HourMs;

    /// <summary>Coefficient of variation of both handling times.</summary>
    public const double Variation = 1;

    /// <summary>Share of cases that an officer passes on to a department.</summary>
    public const double PassedOn = 0.15;

    /// <summary>A cell is 100 m wide, and an officer walks 4.5 km/h.</summary>
    public const long WalkMsPerCell = 80_000;

    /// <summary>Shares of cases up to and including each urgency, the most urgent first.</summary>
    public const double UpToFirst = 0.1, UpToSecond = 0.4;

    public static readonly Distribution Handling = Distribution.Lognormal(HandlingMs, Variation);
    public static readonly Distribution DepartmentWork = Distribution.Lognormal(DepartmentMs, Variation);

    public static GrainId Cell(int cell) => new(1, cell);

    public static GrainId Officer(int officer) => new(2, officer);

    public static GrainId Department(int department) => new(3, department);

    /// <summary>The stream of everything that befalls a grain.</summary>
    public static ChanceStream Chance(ulong seed, GrainId grain) => ChanceStream.For(seed, grain, 1);

    /// <summary>Who serves a cell now.</summary>
    public static int OnDuty(int cell, long nowMs) => (cell / CellsPerArea * Shifts) + ShiftAt(nowMs);

    /// <summary>Whose shift it is, 0 to 2.</summary>
    public static int ShiftAt(long nowMs) => (int)((ulong)nowMs / ShiftMs % Shifts);

    /// <summary>Who takes over from an officer.</summary>
    public static int Relief(int officer) => officer % Shifts == Shifts - 1 ? officer - (Shifts - 1) : officer + 1;

    /// <summary>The first end of an officer's shift; the next ones follow day by day.</summary>
    public static long FirstShiftEndMs(int officer) => ((officer % Shifts) + 1) * ShiftMs;

    /// <summary>How long the walk between two cells takes along the lattice.</summary>
    public static long WalkMs(int from, int to)
    {
        var (rowFrom, rowTo) = (from / Side, to / Side);
        return WalkMsPerCell * (Math.Abs(rowFrom - rowTo) + Math.Abs(Column(from, rowFrom) - Column(to, rowTo)));
    }

    /// <summary>How urgent a case is, 0 the most, by a number in [0, 1).</summary>
    public static int Urgency(double unit) => unit < UpToFirst ? 0 : unit < UpToSecond ? 1 : 2;

    private static int Column(int cell, int row) => (row & 1) == 0 ? cell - (row * Side) : (row * Side) + Side - 1 - cell;
}
