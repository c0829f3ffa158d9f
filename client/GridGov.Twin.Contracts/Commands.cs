namespace GridGov.Twin.Contracts;

/// <summary>
/// Something a person wants done in a world. Which fields are needed depends on <paramref name="Kind"/>:
/// <c>act</c> (case, action, role, version, and department, officer or into where the action needs it),
/// <c>send-officer</c> (officer, and case or cell), <c>silence-device</c> (device, minutes), <c>report</c> (cell or lon and lat, what);
/// in a drill <c>inject</c> and <c>skip-inject</c> (inject), <c>judge</c> (expected, as: met, late or missed), <c>rate</c> (objective, as:
/// performed, some-challenges, major-challenges, unable or none), <c>note</c> (text: 1 to 500 characters), <c>end-drill</c>.
/// </summary>
/// <param name="Actor">Who asks, for the audit log: 1 to 64 characters.</param>
/// <param name="AtMs">World time to carry it out at; null: now. Not in the past.</param>
public sealed record Command(
    string Kind, string Actor, string? Role = null, long? Case = null, string? Action = null, int? Version = null, string? Department = null,
    int? Officer = null, string? Device = null, string? Cell = null, long? Into = null, int? Minutes = null, string? What = null,
    double? Lon = null, double? Lat = null, long? AtMs = null, string? Inject = null, string? Expected = null, string? Objective = null,
    string? As = null, string? Text = null);

/// <summary>What became of a command: it is durable, and <paramref name="Outcome"/> says what the world did with it.</summary>
/// <param name="Outcome">done, refused or scheduled.</param>
/// <param name="Why">Why it was refused, else null.</param>
/// <param name="Input">The input's number in the world's journal.</param>
/// <param name="Case">The case it concerned or opened, if any, and its version afterwards.</param>
public sealed record CommandAnswer(string Outcome, Name? Why, long Input, long AtMs, long? Case = null, int? Version = null);

/// <summary>One reading of a device: its code and its level, 0 (quiet) to 1 (full scale).</summary>
public sealed record Reading(string Device, double Level);

/// <summary>Many readings at once, at most 10,000.</summary>
public sealed record ReadingBatch(Reading[] Readings);

/// <summary>What became of a batch: how many were accepted, and which were not and why.</summary>
public sealed record ReadingAnswer(int Accepted, RejectedReading[] Rejected);

/// <summary>A reading that was not accepted: its place in the batch, from 0, and why.</summary>
public sealed record RejectedReading(int Index, string Device, string Why);

/// <summary>One event of a world as programs read it.</summary>
/// <param name="Details">The event's own fields, a JSON object.</param>
public sealed record EventView(long Sequence, long AtMs, string Grain, string Event, string? Kind, string? Cell, long? Case, string Details);

/// <summary>
/// Something changed in a world, told to whoever follows: the kinds are clock, case, officer, device, alarm and indicator.
/// A follower who misses a <paramref name="Sequence"/> asks again for what he shows.
/// </summary>
public sealed record ChangeNote(long Sequence, long NowMs, ClockView Clock, long[] Cases, int[] Devices, bool Alarms);

/// <summary>A line of the audit log: in stable words for programs, and as people read it.</summary>
/// <param name="At">When, of the wall clock, in UTC.</param>
/// <param name="What">What was done, in both languages; likewise <paramref name="On"/> what, and what <paramref name="Came"/> of it.</param>
public sealed record AuditLine(long Number, string At, string Actor, string Action, string Target, string Outcome, Name What, Name On, Name Came);

/// <summary>The synthetic person who called about a case. Every look at it is in the audit log.</summary>
public sealed record CallerView(long Case, string Name, string? Building);
