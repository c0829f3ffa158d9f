using System.Globalization;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>Gives cases their codes of 19 digits in the order they open: 6 division, 8 date opened, 5 sequence of the day.</summary>
public sealed class CaseCodes(WorldPlan plan)
{
    private const int DivisionDigits = 6;
    private DateOnly _day = DateOnly.MinValue;
    private int _sequence;

    /// <summary>The code of the case opened next.</summary>
    public string Next(Instant opened, int cell)
    {
        var day = plan.Calendar.DateOf(opened);
        (_day, _sequence) = (day, day == _day ? _sequence + 1 : 1);
        return string.Create(CultureInfo.InvariantCulture, $"{plan.City.Cells[cell].Code.AsSpan(0, DivisionDigits)}{day:yyyyMMdd}{_sequence:00000}");
    }
}
