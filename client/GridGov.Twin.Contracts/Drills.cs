namespace GridGov.Twin.Contracts;

/// <summary>The drills of a host: the files it has, and the drills that were opened from them, the newest first.</summary>
public sealed record DrillsView(DrillCard[] Files, DrillWorldCard[] Opened);

/// <summary>A drill's file as lists show it.</summary>
/// <param name="Id">Its name in addresses: the name of its file without the ending.</param>
/// <param name="Aim">What is to be practised.</param>
/// <param name="Scenario">The machine name of the scenario it is played in; empty where the file cannot be read.</param>
/// <param name="BeginsMs">StartEx, as world time.</param>
/// <param name="Pace">The pace it is played at.</param>
/// <param name="Findings">What is wrong with its file or a file it points at; a drill with any cannot be opened.</param>
public sealed record DrillCard(
    string Id, string File, Name Title, Name Aim, string Scenario, long BeginsMs, long LengthMs, string Pace, PlayerView[] Players, int Injects,
    int Expected, FindingView[] Findings);

/// <summary>A player's part, and the role of the workflow whose desk the player takes over from the simulated staff.</summary>
public sealed record PlayerView(string Id, Name Name, string Role, Name RoleName);

/// <summary>A drill that was opened: it has a world of its own.</summary>
/// <param name="World">Its name in addresses.</param>
/// <param name="State">ready, running, held, ended, or failed; missing where its file is not there any more or says something else now.</param>
/// <param name="At">When it was opened, UTC.</param>
/// <param name="Points">The points it has so far, of so many that could be had so far.</param>
/// <param name="Silo">The silo its world lives on; null where there is no cluster.</param>
public sealed record DrillWorldCard(string World, string Drill, Name Title, ulong Seed, string State, string At, string Actor, double Points, double Of, string? Silo);

/// <summary>How a drill is to be opened; the seed is the file's where none is given.</summary>
public sealed record DrillOrder(ulong? Seed = null);

/// <summary>The world that was opened.</summary>
public sealed record OpenedWorld(string World);

/// <summary>A drill as its players see it: nothing of what is still to come.</summary>
/// <param name="State">ready (StartEx is to come), running, held, or ended.</param>
/// <param name="BeginsMs">StartEx and <paramref name="EndsMs"/> EndEx, as world time.</param>
/// <param name="Inbox">What has been told to players, the newest first.</param>
/// <param name="Hash">The hash of the whole drill, once it has ended by its time; the replay has the same.</param>
public sealed record DrillView(
    string Drill, Name Title, Name Aim, string State, long BeginsMs, long EndsMs, PlayerView[] Players, InboxRow[] Inbox, string? Hash);

/// <summary>A message of an inject to players.</summary>
/// <param name="To">The players it is for; empty: all.</param>
/// <param name="From">Who speaks; null where nobody is named.</param>
public sealed record InboxRow(string Inject, long AtMs, string[] To, Name? From, Name Text);

/// <summary>A drill as its controllers and evaluators see it. Who looks is in the audit log: a page that stays open is one look, noted again after ten minutes.</summary>
/// <param name="Points">The points so far, of so many that could be had so far.</param>
public sealed record DrillScriptView(
    DrillView Drill, InjectRow[] Injects, ExpectedRow[] Expected, ObjectiveRow[] Objectives, DrillNote[] Notes, double Points, double Of);

/// <summary>An inject of the script.</summary>
/// <param name="Trigger">at-time, if-missed (a contingency), once-met, or by-hand.</param>
/// <param name="Watched">The expected action it waits for; null where it waits for none.</param>
/// <param name="DueMs">When it falls due, as world time; null where that is not known.</param>
/// <param name="State">waiting, delivered or skipped.</param>
/// <param name="AtMs">When it was delivered or skipped.</param>
/// <param name="Actor">Who delivered or skipped it by hand; null where it fell due.</param>
/// <param name="Cells">Where something begins in the district.</param>
/// <param name="Cases">The cases that are about it.</param>
public sealed record InjectRow(
    string Id, Name Title, string Trigger, string? Watched, long? DueMs, string State, long? AtMs, string? Actor, Name? Text, Name? Guide,
    string[] Cells, long[] Cases);

/// <summary>An expected action of the script.</summary>
/// <param name="Player">Who is to do it; null: whoever does.</param>
/// <param name="DueMs">Until when it is awaited; null before its inject.</param>
/// <param name="State">not-yet, awaited, met, late or missed.</param>
/// <param name="AtMs">When it was done; null where it was not.</param>
/// <param name="Actor">Who did it; null where simulated staff did, or nobody.</param>
/// <param name="Judge">The evaluator who said so; null where the program counted it.</param>
/// <param name="IsObserved">Whether only an evaluator can say if it was done.</param>
public sealed record ExpectedRow(
    string Id, Name Title, string Inject, string? Player, string Objective, long? DueMs, string State, long? AtMs, string? Actor, string? Judge, long? Case,
    double Points, double Of, bool IsObserved, Name? Guide);

/// <summary>An objective of the drill.</summary>
/// <param name="Suggested">The rating its points suggest: performed, some-challenges, major-challenges or unable; null where nothing counts yet.</param>
/// <param name="Rating">The rating an evaluator gave; null where none did.</param>
public sealed record ObjectiveRow(string Id, Name Title, double Points, double Of, string? Suggested, string? Rating, string? RatedBy);

/// <summary>A note somebody made while the drill went on or afterwards.</summary>
public sealed record DrillNote(long AtMs, string Actor, string Text);

/// <summary>From which moment of a drill on it is to be replayed, and at which pace; null: it starts paused.</summary>
public sealed record ReplayOrder(long AtMs, string? Pace = null);
