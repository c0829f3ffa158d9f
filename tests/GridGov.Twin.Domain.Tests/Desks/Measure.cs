using GridGov.Twin.Domain.Tests.Build;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>A quantity of a queue as a ratio of two sums over batches, in units of the room, with the value it must have.</summary>
internal sealed record Measure(string Name, Func<Batch, double> Over, Func<Batch, double> Under, double Expected)
{
    public static Measure Wait(double expected) => new("Wq", b => b.AllWaited / DeskRoom.UnitMs, b => b.AllStarted, expected);

    public static Measure WaitOf(int callers, double expected) =>
        new($"Wq{callers + 1}", b => b.Waited[callers] / DeskRoom.UnitMs, b => b.Started[callers], expected);

    public static Measure Response(double expected) => new("R", b => (b.AllWaited + b.WorkDone) / DeskRoom.UnitMs, b => b.AllStarted, expected);

    public static Measure Present(double expected) => new("Q", b => b.PresentMs, b => b.LengthMs, expected);

    public static Measure Waiting(double expected) => new("Lq", b => b.PresentMs - b.BusyMs, b => b.LengthMs, expected);

    public static Measure Utilisation(int people, double expected) => new("U", b => b.BusyMs, b => b.LengthMs * people, expected);

    public static Measure Throughput(double expected) => new("X", b => b.Finished * DeskRoom.UnitMs, b => b.LengthMs, expected);

    public static Measure Blocking(double expected) => new("block", b => b.Refused, b => b.AllArrived, expected);

    public static Measure MustWait(double expected) => new("P(wait)", b => b.Delayed, b => b.AllStarted, expected);

    public static Measure GivesUp(double expected) => new("P(gives up)", b => b.GaveUp, b => b.AllArrived, expected);
}
