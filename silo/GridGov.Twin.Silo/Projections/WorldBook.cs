using System.Globalization;
using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Silo.Views;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Projections;

/// <summary>
/// What the committed history of a world says: cases with their histories, alarms, indicators with their course. Read and written on the
/// world's thread; made again from the journal at every start.
/// </summary>
public sealed class WorldBook : IWorldFollower
{
    private readonly HistoryText _text;
    private readonly Dictionary<int, Instant> _alarms = [];
    private readonly Dictionary<int, Instant> _broken = [];
    private readonly Dictionary<(int Building, Utility Utility), Instant> _failed = [];
    private readonly HashSet<long> _changedCases = [];
    private readonly HashSet<int> _changedDevices = [];
    private bool _alarmsChanged;

    /// <summary>The book of a world before its first event.</summary>
    public WorldBook(WorldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        Spots = new Spots(plan.City);
        _text = new HistoryText(plan);
        Cases = new CaseBoard(plan);
        Indicators = new LiveIndicators(plan, Cases);
        Ways = new Ways(plan.Officers.Length);
        (Devices, Officers) = (new Histories(plan.City.Devices.Length), new Histories(plan.Officers.Length));
    }

    internal WorldPlan Plan { get; }

    internal Spots Spots { get; }

    internal CaseBoard Cases { get; }

    internal LiveIndicators Indicators { get; }

    internal Ways Ways { get; }

    internal Histories Devices { get; }

    internal Histories Officers { get; }

    /// <inheritdoc/>
    public void Hear(in Event e)
    {
        Indicators.Hear(e);
        Cases.Hear(e);
        Ways.Hear(e);
        if (_text.Of(e) is var (about, line) && Cases.Find(about.Number) is { } entry)
        {
            entry.History.Add(line);
            _changedCases.Add(about.Number);
        }

        if (_text.OfSource(e) is { } own)
        {
            (e.Source.Kind == Grain.Device ? Devices : Officers).Add(e.Source.Number, own);
        }

        Watch(e);
    }

    /// <inheritdoc/>
    public void Reach(in WorldClock clock) => Indicators.PassTo(clock.Now);

    /// <summary>What changed since the last call: cases and devices by number, and whether any alarm went on or off.</summary>
    public (long[] Cases, int[] Devices, bool Alarms) TakeChanges()
    {
        var changes = (_changedCases.ToArray(), _changedDevices.ToArray(), _alarmsChanged);
        _changedCases.Clear();
        _changedDevices.Clear();
        _alarmsChanged = false;
        return changes;
    }

    /// <summary>What wants attention at a moment, the gravest first, then the newest.</summary>
    public AlarmRow[] Alarms(Instant now)
    {
        var devices = _alarms.Select(pair => OfDevice("device-alarm", 1, pair, "告警", "alarm"));
        var broken = _broken.Select(pair => OfDevice("device-broken", 3, pair, "故障", "broken"));
        var failed = _failed.Select(pair => OfBuilding(pair.Key.Building, pair.Key.Utility, pair.Value));
        var cases = Cases.Open.Where(entry => entry.IsUrged || entry.Due < now).Select(entry => OfCase(entry, now));
        return [.. devices.Concat(broken).Concat(failed).Concat(cases).OrderBy(alarm => alarm.Severity).ThenByDescending(alarm => alarm.SinceMs)];
    }

    private void Watch(in Event e)
    {
        var index = (int)e.Source.Number;
        switch (e.Body.Kind)
        {
            case DeviceAlarmChanged.Kind:
                Set(_alarms, index, e.Body.As<DeviceAlarmChanged>().On == 1, e.At);
                _changedDevices.Add(index);
                break;
            case DeviceHealthChanged.Kind:
                Set(_broken, index, e.Body.As<DeviceHealthChanged>().Working == 0, e.At);
                _changedDevices.Add(index);
                break;
            case DeviceSilenced.Kind:
                _changedDevices.Add(index);
                break;
            case UtilityChanged.Kind:
                var changed = e.Body.As<UtilityChanged>();
                Set(_failed, (index, (Utility)changed.Utility), changed.Failed == 1, e.At);
                break;
            case CaseUrged.Kind or CaseEnded.Kind:
                _alarmsChanged = true;
                break;
        }
    }

    private void Set<TKey>(Dictionary<TKey, Instant> alarms, TKey key, bool isOn, Instant at)
        where TKey : notnull
    {
        _alarmsChanged = true;
        if (isOn)
        {
            alarms[key] = at;
        }
        else
        {
            alarms.Remove(key);
        }
    }

    private AlarmRow OfDevice(string what, int severity, KeyValuePair<int, Instant> on, string zh, string en)
    {
        var site = Plan.City.Devices[on.Key];
        var kind = Wording.Of(site.Kind);
        return new AlarmRow(what, severity, on.Value.Milliseconds, new Name($"{kind.Zh}{zh}", $"{kind.En} {en}"), "device", site.Code, Spots.Of(site.At));
    }

    private AlarmRow OfBuilding(int building, Utility utility, Instant since)
    {
        var site = Plan.City.Buildings[building];
        return new AlarmRow(
            "utility-failed", 1, since.Milliseconds, Wording.Of(utility), "building",
            building.ToString(CultureInfo.InvariantCulture), Spots.Of(site.Centre));
    }

    private AlarmRow OfCase(CaseEntry entry, Instant now)
    {
        var isOverdue = entry.Due < now;
        var kind = Wording.Of(Plan.Catalogue.Conditions[entry.What]);
        var text = isOverdue ? new Name($"案件超期：{kind.Zh}", $"case overdue: {kind.En}") : new Name($"督办案件：{kind.Zh}", $"urged case: {kind.En}");
        return new AlarmRow(
            isOverdue ? "case-overdue" : "case-urged", isOverdue && entry.Weight == 2 ? 1 : 2, (isOverdue ? entry.Due!.Value : entry.UrgedAt).Milliseconds,
            text, "case", entry.Number.ToString(CultureInfo.InvariantCulture), Spots.Of(entry.At));
    }
}
