namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// One usable row of a log: its kind, day (from the first) and hour of opening, the cell (−1 where its position is not known), and its times in
/// milliseconds of the log's clock (null: not known, or still open).
/// </summary>
public readonly record struct Observation(int Kind, int Day, int Hour, int Cell, long OpenedMs, long? ClosedMs, long? HappenedMs);
