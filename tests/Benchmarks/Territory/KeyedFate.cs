using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>Chance from the very streams the world's grains draw from, in the same order: the loop must then come to the world's own figures.</summary>
internal readonly struct KeyedFate : IFate
{
    private readonly ChanceStream[] _cells;
    private readonly ChanceStream[] _officers;
    private readonly ChanceStream[] _departments;

    public KeyedFate(ulong seed)
    {
        _cells = [.. Enumerable.Range(0, Town.Cells).Select(cell => Town.Chance(seed, Town.Cell(cell)))];
        _officers = [.. Enumerable.Range(0, Town.Officers).Select(officer => Town.Chance(seed, Town.Officer(officer)))];
        _departments = [.. Enumerable.Range(0, Town.Departments).Select(department => Town.Chance(seed, Town.Department(department)))];
    }

    public long UntilNextCase(int cell) => (long)((Town.BetweenCasesOfCellMs * _cells[cell].Exponential()) + 0.5);

    public int Urgency(int cell) => Town.Urgency(_cells[cell].Unit());

    public long Handling(int officer) => Town.Handling.Sample(ref _officers[officer]).Milliseconds;

    public bool PassesOn(int officer) => _officers[officer].Happens(Town.PassedOn);

    public int DepartmentFor(int officer) => _officers[officer].Below(Town.Departments);

    public long DepartmentWork(int department) => Town.DepartmentWork.Sample(ref _departments[department]).Milliseconds;
}
