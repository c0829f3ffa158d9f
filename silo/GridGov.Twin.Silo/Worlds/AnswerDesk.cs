using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Silo.Drills;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>Finds in the events of a turn what the world answered to its inputs: each is answered at its own instant, by its number.</summary>
internal sealed class AnswerDesk(Setting setting)
{
    private readonly Dictionary<long, StoredAnswer> _byReference = [];
    private readonly Dictionary<ulong, StoredAnswer> _byKey = [];
    private long _saidMs;

    /// <summary>How many answers it has read.</summary>
    public int Count => _byReference.Count + _byKey.Count;

    /// <summary>Forgets what it has read, and reads the events from <paramref name="first"/> on.</summary>
    public void Read(IReadOnlyList<Event> events, int first)
    {
        _byReference.Clear();
        _byKey.Clear();
        for (var i = first; i < events.Count; i++)
        {
            Read(events[i]);
        }
    }

    /// <summary>The answer to an input; a world that says nothing to a command has not carried it out.</summary>
    public StoredAnswer Of(Input input) =>
        (Find(input.Sequence, input.Message) ?? Nothing) with { Input = input.Sequence, AtMs = input.At.Milliseconds };

    /// <summary>What was said to a message that came in under a number, at the moment it was said; null when nothing was.</summary>
    public StoredAnswer? Find(long input, in Body message) => message.Kind == LoggedIncident.Kind
        ? _byKey.GetValueOrDefault(message.As<LoggedIncident>().Key)
        : _byReference.GetValueOrDefault(input);

    /// <summary>The world has said nothing.</summary>
    public static StoredAnswer Nothing { get; } = No("no-answer", "未执行", "nothing was done");

    /// <summary>Reads one event more.</summary>
    public void Read(in Event e)
    {
        _saidMs = e.At.Milliseconds;
        switch (e.Body.Kind)
        {
            case ActDone.Kind:
                var done = e.Body.As<ActDone>();
                _byReference[done.Reference] = Yes(e.Source.Number, done.Moves);
                break;
            case ActRefused.Kind:
                var refused = e.Body.As<ActRefused>();
                var words = CaseActions.Explain(refused, setting);
                _byReference[refused.Reference] = Refusal(Words.Of(refused.Why), words.Zh, words.En) with { Case = e.Source.Number };
                break;
            case OfficerSent.Kind:
                var sent = e.Body.As<OfficerSent>();
                _byReference[sent.Reference] = Yes(sent.To.Kind == Grain.Case ? sent.To.Number : null, null);
                break;
            case SendRefused.Kind:
                var unsent = e.Body.As<SendRefused>();
                _byReference[unsent.Reference] = Refusal(Words.Of(unsent.Why), unsent.Why.Zh(), unsent.Why.En());
                break;
            case DeviceSilenced.Kind:
                _byReference[e.Body.As<DeviceSilenced>().Reference] = Yes(null, null);
                break;
            case SilenceRefused.Kind:
                _byReference[e.Body.As<SilenceRefused>().Reference] = Refusal("bad-length", "静默时长应为0或1分钟至30天", "a device is ignored for 0 or for a minute to 30 days");
                break;
            case CaseOpened.Kind:
                // Not when its cell accepts the report: whoever has the answer finds the case, also where it opens in a turn of its own.
                _byKey.TryAdd(e.Body.As<CaseOpened>().Key, Yes(e.Source.Number, 0));
                break;
            case ReportMerged.Kind:
                var merged = e.Body.As<ReportMerged>();
                _byKey.TryAdd(merged.Key, Yes(merged.Case.Number, null));
                break;
            case ReportRefused.Kind:
                _byKey.TryAdd(e.Body.As<ReportRefused>().Key, Refusal("bad-report", "上报内容有误", "there is no such kind of case or place"));
                break;
            case OrderObeyed.Kind:
                _byReference[e.Body.As<OrderObeyed>().Reference] = Yes(null, null);
                break;
            case OrderRefused.Kind:
                var disobeyed = e.Body.As<OrderRefused>();
                var why = DrillWords.Of(disobeyed.Why);
                _byReference[disobeyed.Reference] = Refusal(Words.Of(disobeyed.Why), why.Zh, why.En);
                break;
        }
    }

    private StoredAnswer Yes(long? about, int? version) => new(StoredAnswer.Done, null, null, 0, _saidMs, about, version);

    private StoredAnswer Refusal(string code, string zh, string en) => No(code, zh, en) with { AtMs = _saidMs };

    private static StoredAnswer No(string code, string zh, string en) => new(StoredAnswer.Refused, code, new Name(zh, en), 0, 0);
}
