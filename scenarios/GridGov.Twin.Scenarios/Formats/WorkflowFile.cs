using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>
/// Reads workflow files: roles, then states with their moves in the order in which a case meets them; the first state is where an
/// unverified report begins. What is read is proved sound: a workflow with a dead end, an endless bounce or a clock never stopped is rejected.
/// </summary>
public static class WorkflowFile
{
    internal static readonly MapShape File = new("workflow", ["workflow", "title", "roles", "states"], ["enter-verified"]);
    internal static readonly MapShape Role = new("role", ["zh", "en", "performer", "level"], []);
    internal static readonly MapShape State = new("state", ["zh", "en", "stage", "level"], ["role", "limit", "case-clock", "overdue", "moves"]);
    internal static readonly MapShape Overdue = new("overdue", ["does"], ["at-share"]);
    internal static readonly MapShape Move = new("move", ["does", "by", "to"], ["for", "at-most"]);

    /// <summary>Every mapping of the format; the published schema has the same.</summary>
    public static IReadOnlyList<MapShape> Shapes => [File, Role, State, Overdue, Move, Title.Shape];

    /// <summary>Reads the workflow from a parsed file.</summary>
    /// <exception cref="InputRejectedException">Something in the file is wrong.</exception>
    public static Workflow Read(YamlNode root)
    {
        var findings = new List<Finding>();
        var fields = new YamlValue(root, findings).Fields(File);
        var title = Title.Read(fields["title"]);
        var roles = Numbered(fields["roles"]);
        var states = Numbered(fields["states"]);
        var verifiedEntry = fields.Has("enter-verified") ? Math.Max(0, fields["enter-verified"].Index(states, "state")) : 0;
        var reader = new WorkflowStateReader(roles, states);
        var workflow = new Workflow(
            fields["workflow"].Text(), title.Zh, title.En,
            [.. fields["roles"].Entries().Select((entry, index) => ReadRole(index, entry.Key, entry.Value))],
            [.. fields["states"].Entries().Select((entry, index) => reader.Read(index, entry.Key, entry.Value))])
        {
            VerifiedEntry = verifiedEntry,
        };
        if (findings.Count == 0)
        {
            findings.AddRange(Unsound(workflow, fields));
        }

        return findings.Count == 0 ? workflow : throw new InputRejectedException(findings);
    }

    // A finding of the proof points at the state its trace ends in.
    private static IEnumerable<Finding> Unsound(Workflow workflow, YamlFields fields)
    {
        var marks = fields["states"].Entries().ToDictionary(entry => entry.Key, entry => entry.Mark, StringComparer.Ordinal);
        return WorkflowProof.Findings(workflow).Select(finding =>
        {
            var mark = finding.Trace.Length > 0 ? marks[finding.Trace[^1].State] : fields["states"].Mark;
            var state = finding.Trace.Length > 0 ? finding.Trace[^1].State : "";
            return new Finding(mark.File, mark.Line, state, "", $"unsound workflow: {finding}".TrimEnd('.')) { Chinese = $"流程不健全：{finding.InChinese()}" };
        });
    }

    private static Dictionary<string, int> Numbered(YamlValue entries)
    {
        var numbers = entries.Entries().Select((entry, index) => (entry.Key, index)).ToDictionary(pair => pair.Key, pair => pair.index, StringComparer.Ordinal);
        if (numbers.Count == 0 && !entries.IsMissing && entries.IsMap)
        {
            entries.Reject("at least one", "there is none");
        }

        return numbers;
    }

    private static WorkflowRole ReadRole(int index, string id, YamlValue value)
    {
        var fields = value.Fields(Role);
        return new WorkflowRole(
            index, id, fields["zh"].Text(), fields["en"].Text(), fields["performer"].Word(Words.Performers), fields["level"].Word(Words.Levels));
    }
}
