namespace GridGov.Twin.Scenarios.Findings;

/// <summary>
/// Input files that people wrote cannot be used. Carries every finding, in the order of the files; nothing was written.
/// </summary>
public sealed class InputRejectedException : Exception
{
    /// <summary>Rejects the input for the given reasons, of which there is at least one.</summary>
    /// <exception cref="ArgumentException">There is no finding.</exception>
    public InputRejectedException(IReadOnlyList<Finding> findings)
        : base(Say(findings))
    {
        Findings = findings;
    }

    /// <summary>Rejects the input for one reason.</summary>
    public InputRejectedException(Finding finding)
        : this([finding])
    {
    }

    /// <summary>The reasons, at least one.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    private static string Say(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return findings.Count > 0
            ? string.Join(Environment.NewLine, findings)
            : throw new ArgumentException("A rejection needs at least one finding.", nameof(findings));
    }
}
