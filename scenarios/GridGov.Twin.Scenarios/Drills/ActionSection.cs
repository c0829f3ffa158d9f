using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>
/// An expected action 预期行动 as it is written: what a player <c>does</c> within a time of an inject. An action of the workflow (such as
/// <c>file</c>), <c>send-officer</c>, <c>report</c>, or <c>observed</c>, which only an evaluator can see.
/// </summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What it is.</param>
/// <param name="Inject">The inject it answers.</param>
/// <param name="Player">Who is to do it; null: whoever does, simulated staff too.</param>
/// <param name="Deed">What it consists of.</param>
/// <param name="Action">The action, where the deed is an act.</param>
/// <param name="To">The department the case must go to; null: any.</param>
/// <param name="Kind">The kind that must be reported; null: any.</param>
/// <param name="Where">The cell it must be reported in; null: any.</param>
/// <param name="Within">How long it may take.</param>
/// <param name="Objective">The objective it counts towards.</param>
/// <param name="Points">What it counts, above 0.</param>
/// <param name="Guide">What evaluators should look for; null for nothing.</param>
public sealed record ActionSection(
    Marked<string> Id, Title Title, Marked<string> Inject, Marked<string>? Player, Deed Deed, CaseAction Action, Marked<string>? To, Marked<string>? Kind,
    WhereSection? Where, Duration Within, Marked<string> Objective, double Points, Title? Guide)
{
    internal static readonly MapShape Shape = new(
        "expected-action", ["title", "inject", "does", "within", "objective"], ["player", "to", "kind", "where", "points", "guide"]);

    private static readonly string[] OfReports = ["kind", "where"];
    private static readonly Dictionary<string, (Deed Deed, CaseAction Action)> Deeds = MakeDeeds();

    internal static ActionSection Read(Marked<string> id, YamlValue value)
    {
        var fields = value.Fields(Shape);
        var (deed, action) = fields["does"].Word(Deeds);
        if (fields.Has("to") && (deed != Deed.Act || action is not (CaseAction.Dispatch or CaseAction.Transfer)))
        {
            fields["to"].Reject("to together with dispatch or transfer", "nothing else goes to a department");
        }

        foreach (var key in OfReports.Where(key => fields.Has(key) && deed != Deed.Report))
        {
            fields[key].Reject("kind and where together with report", "it is known from the inject");
        }

        return new ActionSection(
            id, Title.Read(fields["title"]), fields["inject"].MarkedText(), fields.Said("player", one => one.Text()), deed, action,
            fields.Said("to", one => one.Text()), fields.Said("kind", one => one.Text()), fields.Has("where") ? WhereSection.Read(fields["where"]) : null,
            fields["within"].Duration(), fields["objective"].MarkedText(), fields.Has("points") ? fields["points"].Real(0.01, 1_000) : 1,
            InjectSection.Optional(fields, "guide"));
    }

    private static Dictionary<string, (Deed Deed, CaseAction Action)> MakeDeeds()
    {
        var deeds = Words.Actions.ToDictionary(word => word.Key, word => (Deed.Act, word.Value), StringComparer.Ordinal);
        foreach (var deed in Enum.GetValues<Deed>().Where(deed => deed != Deed.Act))
        {
            deeds[Words.Of(deed)] = (deed, default);
        }

        return deeds;
    }
}
