namespace GridGov.Twin.Web.Inspectors;

/// <summary>What was chosen for an action that needs something: a department, an officer, or the case to merge into.</summary>
public sealed record NeedAnswer(string? Department = null, int? Officer = null, long? Into = null);
