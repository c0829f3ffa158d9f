namespace GridGov.Twin.Contracts;

/// <summary>How the program's proofs of itself stand.</summary>
/// <param name="State">idle, running, done, stopped or failed.</param>
/// <param name="Findings">What is wrong with their files.</param>
/// <param name="Problem">Why they failed, else null.</param>
/// <param name="Progress">How far they have come while they run, else null.</param>
/// <param name="Last">What came of the last run that reached its end; null where none did.</param>
public sealed record ProofView(string State, FindingView[] Findings, Name? Problem, ProofProgressView? Progress, ProofAnswer? Last);

/// <summary>How far a run of the proofs has come.</summary>
/// <param name="Parts">What is run, one after the other; none while the files are read.</param>
public sealed record ProofProgressView(ProofPartView[] Parts, double ElapsedS);

/// <summary>One part of the proofs.</summary>
/// <param name="Share">How much of it is done, 0 to 1.</param>
public sealed record ProofPartView(string Id, Name Name, double Share);

/// <summary>What came of a run of the proofs.</summary>
/// <param name="Answer">The answer in one sentence.</param>
/// <param name="Holds">Whether everything that must hold does.</param>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Actor">Who started it.</param>
/// <param name="WallS">How many seconds it took.</param>
public sealed record ProofAnswer(Name Answer, bool Holds, string At, string Actor, double WallS);
