using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Silo.Projections;

namespace GridGov.Twin.Silo.Views;

/// <summary>Officers as screens read them.</summary>
internal sealed class OfficerViews(Setting setting, WorldBook book)
{
    private readonly Dictionary<int, int> _cellOfNode = setting.Plan.City.Cells.GroupBy(cell => cell.Node).ToDictionary(same => same.Key, same => same.First().Index);

    /// <summary>Whether an officer holds the work that case waits for, in hand or on his list.</summary>
    public static bool Has(OfficerState officer, long number, int ticket) =>
        IsFor(officer.Facts.Task, number, ticket) || officer.Tasks.Exists(task => IsFor(task, number, ticket));

    public OfficerRow Row(DistrictModel model, Instant now, int index)
    {
        var (plan, facts) = (setting.Plan, model.Officers[index].Facts);
        var officer = plan.Officers[index];
        var task = facts.Task.Case;
        return new OfficerRow(
            index, officer.Name, plan.Teams[officer.Team].Name, Words.Of(facts.Doing), Wording.Of(facts.Doing), task.Kind == Grain.Case ? task.Number : null,
            model.Officers[index].Tasks.Count + (task.IsNone ? 0 : 1), _cellOfNode.TryGetValue(facts.Node, out var cell) ? plan.City.Cells[cell].Code : null,
            book.Spots.Of(PlaceOf(facts, now)));
    }

    public OfficerView? Find(DistrictModel model, Instant now, int index)
    {
        if ((uint)index >= (uint)setting.Plan.Officers.Length)
        {
            return null;
        }

        var officer = setting.Plan.Officers[index];
        var state = model.Officers[index];
        var inHand = state.Facts.Task.Case.Kind == Grain.Case ? [Task(state.Facts.Task, true)] : Array.Empty<TaskRow>();
        return new OfficerView(
            Row(model, now, index), [.. officer.Beat.Select(cell => setting.Plan.City.Cells[cell].Code)], [.. officer.Shifts.Select(Text)],
            [.. inHand, .. state.Tasks.Where(task => task.Case.Kind == Grain.Case).Select(task => Task(task, false))],
            book.Ways.PatrolKm(index, now), book.Ways.TaskKm(index, now), book.Officers.Of(index));
    }

    private static bool IsFor(in OfficerTask task, long number, int ticket) =>
        task.Case.Kind == Grain.Case && task.Case.Number == number && task.Ticket == ticket;

    private TaskRow Task(OfficerTask task, bool inHand)
    {
        var entry = book.Cases.Find(task.Case.Number);
        var kind = entry is null ? new Name("", "") : Wording.Of(setting.Plan.Catalogue.Conditions[entry.What]);
        return new TaskRow(task.Case.Number, entry?.Code ?? "", kind, Wording.Of((Stage)task.Stage), inHand);
    }

    private static string Text(Shift shift)
    {
        var days = shift.Days switch { DutyDays.Every => "", DutyDays.Working => " 工作日", _ => " 休息日" };
        return $"{Clock(shift.FromMs)}–{Clock(shift.ToMs)}{days}";
    }

    private static string Clock(long ms) => FormattableString.Invariant($"{ms / 3_600_000 % 24:00}:{ms / 60_000 % 60:00}");

    // On a leg he is where its share of the way lies that he has had time for.
    private Place PlaceOf(in OfficerFacts facts, Instant now)
    {
        var nodes = setting.Plan.City.Streets.Nodes;
        if (facts.Doing is not (Doing.Patrolling or Doing.Going) || facts.Target == facts.Node || facts.Arrives <= facts.Departed)
        {
            return nodes[facts.Node];
        }

        var share = Math.Clamp((double)(now - facts.Departed).Milliseconds / (facts.Arrives - facts.Departed).Milliseconds, 0, 1);
        var path = setting.Plan.Travel.Path(facts.Node, facts.Target);
        var leftM = share * Length(path);
        for (var i = 1; i < path.Length; i++)
        {
            var (from, to) = (nodes[path[i - 1]], nodes[path[i]]);
            var metres = from.MetresTo(to);
            if (leftM <= metres && metres > 0)
            {
                var part = leftM / metres;
                return new Place(from.EastM + ((to.EastM - from.EastM) * part), from.NorthM + ((to.NorthM - from.NorthM) * part));
            }

            leftM -= metres;
        }

        return nodes[facts.Target];
    }

    private double Length(int[] path)
    {
        var nodes = setting.Plan.City.Streets.Nodes;
        return path.Skip(1).Zip(path, (to, from) => nodes[from].MetresTo(nodes[to])).Sum();
    }
}
