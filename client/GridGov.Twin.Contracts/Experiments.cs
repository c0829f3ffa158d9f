namespace GridGov.Twin.Contracts;

/// <summary>An experiment of this host as lists show it.</summary>
/// <param name="Id">Its name in addresses: the name of its file without the ending.</param>
/// <param name="File">The name of its file.</param>
/// <param name="State">idle, running, done, stopped, failed, or invalid where its file cannot be used.</param>
/// <param name="Variants">What is compared; the first is the baseline. Empty where the file cannot be read.</param>
/// <param name="Findings">What is wrong with its file or a file it points at.</param>
/// <param name="Problem">Why it failed, else null.</param>
/// <param name="Progress">How far it has come while it runs, else null.</param>
/// <param name="Last">What came of the last run that reached its end; null where none did.</param>
public sealed record ExperimentRow(
    string Id, string File, Name Title, Name Question, string State, VariantView[] Variants, FindingView[] Findings, Name? Problem,
    ExperimentProgressView? Progress, ExperimentAnswer? Last);

/// <summary>A variant of an experiment.</summary>
public sealed record VariantView(string Id, Name Title);

/// <summary>Something wrong in a file people write.</summary>
/// <param name="File">The file, from the folder of the experiments.</param>
/// <param name="Line">The line, from 1; 0 where it is about the whole file.</param>
/// <param name="Value">What was found; may be empty.</param>
/// <param name="Expected">What would have been right, in English; may be empty.</param>
/// <param name="Message">What is the matter.</param>
/// <param name="Expectation">What would have been right, in both languages; null where there is nothing to say.</param>
public sealed record FindingView(string File, int Line, string Value, string Expected, Name Message, Name? Expectation = null);

/// <summary>How far a run of an experiment has come.</summary>
/// <param name="Done">Observations of every variant so far.</param>
/// <param name="Wanted">How many it will take, as it looks now; 0 while the variants are built.</param>
/// <param name="Replications">Single replications over, all variants together.</param>
/// <param name="Found">Of those, found done before.</param>
/// <param name="LeftS">About how many seconds it will still take; null where that cannot be said yet.</param>
/// <param name="Measure">The measure whose half-width <paramref name="Course"/> follows; null where nothing decides.</param>
/// <param name="Aim">The half-width that is wanted of it; null where none is.</param>
/// <param name="Course">The widest half-width of the variants after so many observations, oldest first.</param>
public sealed record ExperimentProgressView(
    int Done, int Wanted, int Replications, int Found, double ElapsedS, double? LeftS, MeasureName? Measure, double? Aim, HalfWidthPoint[] Course);

/// <summary>A measure by its names.</summary>
/// <param name="Unit">share (of 1), count, hours, minutes or kilometres.</param>
public sealed record MeasureName(string Id, Name Name, string Unit);

/// <summary>A half-width after so many observations, in the measure's unit.</summary>
public sealed record HalfWidthPoint(int Done, double HalfWidth);

/// <summary>What came of a run of an experiment.</summary>
/// <param name="Answer">The answer in one sentence.</param>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Actor">Who started it.</param>
/// <param name="Observations">Independent observations of every variant.</param>
/// <param name="WallS">How many seconds it took.</param>
public sealed record ExperimentAnswer(Name Answer, string At, string Actor, int Observations, double WallS);

/// <summary>An experiment with the replications of its last run.</summary>
/// <param name="DecidedBy">What the replications' values are of; null before the first run.</param>
/// <param name="Files">The files of its last report; none before the first run.</param>
/// <param name="Inputs">A hash of its file and of every file that it points at, titles left out; null where one of them cannot be used.</param>
public sealed record ExperimentView(ExperimentRow Row, MeasureName? DecidedBy, ReplicationRow[] Replications, string[] Files, string? Inputs = null);

/// <summary>One replication of the last run.</summary>
/// <param name="Seed">The seed, below 2^63.</param>
/// <param name="Mirrored">Whether it is the antithetic one of that seed: every draw mirrored.</param>
/// <param name="Value">The deciding measure; null where there was nothing to measure.</param>
/// <param name="Hash">The hash of the run, as <c>gridgov run</c> prints it.</param>
public sealed record ReplicationRow(string Variant, ulong Seed, bool Mirrored, double? Value, string Hash);

/// <summary>Which replication to open as a world.</summary>
/// <param name="Pace">The pace it starts at; null: it starts paused.</param>
public sealed record ReplicationOrder(string Variant, ulong Seed, bool Mirrored = false, string? Pace = null);

/// <summary>The world a replication was opened as.</summary>
/// <param name="World">Its name in addresses.</param>
/// <param name="Hash">The hash it ends with when nobody interferes; null where this replication was not part of the last run of these very files.</param>
public sealed record OpenedReplication(string World, string? Hash);

/// <summary>Where a run ends and its world holds still.</summary>
/// <param name="Experiment">The experiment it was opened from.</param>
/// <param name="Hash">The hash of the whole run, as <c>gridgov run</c> prints it, once it has got there.</param>
public sealed record RunEnd(string Experiment, long AtMs, string? Hash);
