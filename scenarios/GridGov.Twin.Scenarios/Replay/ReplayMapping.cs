using System.Text;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>
/// How the rows of a log are read as reports: which columns, how times are written, where positions go, which rows are the same, and which kind
/// of the catalogue a category is.
/// </summary>
/// <param name="Name">The mapping's name.</param>
/// <param name="Title">Its names for people.</param>
/// <param name="Starts">The world's first day; null: the day of the first row.</param>
/// <param name="Columns">Which columns hold what.</param>
/// <param name="Times">How times are written.</param>
/// <param name="Position">Where rows are put.</param>
/// <param name="Duplicates">When rows are the same.</param>
/// <param name="Kinds">Which kinds they are.</param>
/// <param name="Channels">How they came in.</param>
public sealed record ReplayMapping(
    string Name, Title Title, DateOnly? Starts, LogColumns Columns, LogTimes Times, LogPosition Position, LogDuplicates Duplicates,
    LogKinds Kinds, LogChannels Channels)
{
    /// <summary>How the file's characters are written; UTF-8 unless the mapping says otherwise. A byte order mark wins.</summary>
    public Encoding Encoding { get; init; } = Encoding.UTF8;
}

/// <summary>
/// Columns by name. <paramref name="Header"/> names the columns of a file that has no head; null: its first row is the head.
/// <paramref name="Happened"/> is when the matter began, where a log knows; <paramref name="Cell"/> is the code of the cell it lies in.
/// </summary>
public sealed record LogColumns(
    string[]? Header, Marked<string>? Id, Marked<string>? Happened, Marked<string> Opened, Marked<string>? Closed, Marked<string>? Latitude,
    Marked<string>? Longitude, Marked<string>? Cell);

/// <summary>
/// The formats a time may have (.NET custom formats, such as <c>yyyy-MM-dd HH:mm:ss</c>) and the district's offset from UTC that times are moved to;
/// null: the clock time counts as it is written. Times without an offset are UTC where they are moved.
/// </summary>
public sealed record LogTimes(string[] Formats, TimeSpan? Offset);

/// <summary>What is done with a row whose position is of no use.</summary>
public enum OddPosition : byte
{
    /// <summary>The row is rejected, with the reason.</summary>
    Reject,

    /// <summary>The row is put somewhere in the district, by a draw that is the same for the same seed.</summary>
    Spread,
}

/// <summary>A box of positions in degrees.</summary>
public sealed record DegreeBox(double WestDeg, double SouthDeg, double EastDeg, double NorthDeg);

/// <summary>
/// Where rows are put: at their own positions, or with the log's box stretched over the district (<paramref name="Fit"/>; a null
/// <paramref name="Box"/> means the box around all positions of the log).
/// </summary>
public sealed record LogPosition(bool Fit, DegreeBox? Box, OddPosition Missing, OddPosition AtZero, OddPosition Outside);

/// <summary>
/// Rows equal in all columns of <paramref name="Same"/> are one row (none: no row is). Reports of a kind nearer than <paramref name="WithinM"/>
/// metres and <paramref name="For"/> are one case; null: as the scenario says.
/// </summary>
public sealed record LogDuplicates(Marked<string>[] Same, double? WithinM, Duration? For);

/// <summary>A text pattern (* any characters, ? one; case does not matter) and what a row is that it fits; the first that fits counts.</summary>
public sealed record LogRule<T>(string When, Marked<T>? Is);

/// <summary>
/// The kind of a row: the texts of the columns, joined by <c> / </c>, are held against the rules. A rule without a kind, and
/// <paramref name="Otherwise"/> when null, reject the row.
/// </summary>
public sealed record LogKinds(Marked<string>[] From, LogRule<string>[] Rules, Marked<string>? Otherwise);

/// <summary>How a row came in: the hotline unless a rule says otherwise.</summary>
public sealed record LogChannels(Marked<string>? From, LogRule<Channel>[] Rules, Channel Otherwise);
