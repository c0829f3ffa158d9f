namespace GridGov.Twin.Contracts;

/// <summary>A point: WGS 84 degrees, and metres east and north of the district's anchor.</summary>
public sealed record PointView(double Lon, double Lat, double EastM, double NorthM);

/// <summary>A cell in lists.</summary>
/// <param name="Code">15 digits.</param>
/// <param name="LastPatrolMs">When an officer last looked; null if never.</param>
public sealed record CellRow(
    int Index, string Code, string Kind, Name KindName, string Street, string Community, double AreaM2, int OpenCases, int Overdue, long? LastPatrolMs, PointView At);

/// <summary>A cell with what lies in it. Households appear as sums of the cell only.</summary>
public sealed record CellView(
    CellRow Row, int Buildings, int Households, int Residents, long Reports, long Merged, CaseRow[] Cases, DeviceRow[] Devices, OfficerRow[] OnBeat, CodePart[] CodeParts);

/// <summary>A piece of a code by the standard: its digits and what they mean.</summary>
public sealed record CodePart(string Digits, Name Meaning, string? Value);

/// <summary>A building. Households are a count.</summary>
/// <param name="Failed">Utilities that have failed: water, power, gas, heat.</param>
public sealed record BuildingView(
    int Index, string? Label, string Use, Name UseName, double HeightM, int Floors, int Households, int Residents, int Troubles, string[] Failed,
    string Cell, string Street, string Community, PointView At, CaseRow[] Cases);

/// <summary>A device in lists.</summary>
/// <param name="Code">16 digits.</param>
/// <param name="Reading">The last reading of telemetry, 0 to 1.</param>
public sealed record DeviceRow(
    int Index, string Code, string Kind, Name KindName, string Cell, bool Alarm, bool Broken, long? SilencedUntilMs, double Reading, long? ChangedMs, PointView At);

/// <summary>A device with its history.</summary>
public sealed record DeviceView(DeviceRow Row, CodePart[] CodeParts, HistoryLine[] History);

/// <summary>An officer in lists.</summary>
/// <param name="Doing">off, waiting, patrolling, looking, going or working.</param>
/// <param name="Case">The case of the task in hand, else null.</param>
public sealed record OfficerRow(int Index, string Name, string Team, string Doing, Name DoingName, long? Case, int Tasks, string? Cell, PointView At);

/// <summary>An officer with beat, shifts and tasks.</summary>
public sealed record OfficerView(OfficerRow Row, string[] Beat, string[] Shifts, TaskRow[] Tasks, double PatrolKmToday, double TaskKmToday, HistoryLine[] History);

/// <summary>A task in an officer's hands or list.</summary>
public sealed record TaskRow(long Case, string CaseCode, Name Kind, Name Stage, bool InHand);

/// <summary>A desk.</summary>
public sealed record DeskRow(string Id, Name Name, string Level, string Place, int OnDuty, int Busy, int Waiting, long Arrived, long Finished);

/// <summary>One line of a history: when, what in words, and the sequence of the event.</summary>
public sealed record HistoryLine(long AtMs, string What, Name Text, long Event);

/// <summary>Something that wants attention now.</summary>
/// <param name="What">device-alarm, case-overdue, case-urged, utility-failed or device-broken.</param>
/// <param name="Severity">1 highest to 3.</param>
public sealed record AlarmRow(string What, int Severity, long SinceMs, Name Text, string Kind, string Id, PointView At);
