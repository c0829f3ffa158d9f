using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Formats;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>Finds in the events of a turn what the world answered to its inputs: each is answered at its own instant, by its number.</summary>
internal sealed class AnswerDesk(Setting setting)
{
    private readonly Dictionary<long, StoredAnswer> _byReference = [];
    private readonly Dictionary<ulong, StoredAnswer> _byKey = [];

    /// <summary>Reads the events from <paramref name="first"/> on.</summary>
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
    public StoredAnswer Of(Input input)
    {
        var isReport = input.Message.Kind == LoggedIncident.Kind;
        var found = isReport ? _byKey.GetValueOrDefault(input.Message.As<LoggedIncident>().Key) : _byReference.GetValueOrDefault(input.Sequence);
        found ??= No("no-answer", "未执行", "nothing was done");
        return found with { Input = input.Sequence, AtMs = input.At.Milliseconds };
    }

    private void Read(in Event e)
    {
        switch (e.Body.Kind)
        {
            case ActDone.Kind:
                var done = e.Body.As<ActDone>();
                _byReference[done.Reference] = Yes(e.Source.Number, done.Moves);
                break;
            case ActRefused.Kind:
                var refused = e.Body.As<ActRefused>();
                _byReference[refused.Reference] = No(refused, CaseActions.Explain(refused, setting)) with { Case = e.Source.Number };
                break;
            case OfficerSent.Kind:
                var sent = e.Body.As<OfficerSent>();
                _byReference[sent.Reference] = Yes(sent.To.Kind == Grain.Case ? sent.To.Number : null, null);
                break;
            case SendRefused.Kind:
                var unsent = e.Body.As<SendRefused>();
                _byReference[unsent.Reference] = No(Words.Of(unsent.Why), unsent.Why.Zh(), unsent.Why.En());
                break;
            case DeviceSilenced.Kind:
                _byReference[e.Body.As<DeviceSilenced>().Reference] = Yes(null, null);
                break;
            case SilenceRefused.Kind:
                _byReference[e.Body.As<SilenceRefused>().Reference] = No("bad-length", "静默时长应为0或1分钟至30天", "a device is ignored for 0 or for a minute to 30 days");
                break;
            case ReportAccepted.Kind:
                var accepted = e.Body.As<ReportAccepted>();
                _byKey.TryAdd(accepted.Key, Yes(accepted.Case.Number, 0));
                break;
            case ReportMerged.Kind:
                var merged = e.Body.As<ReportMerged>();
                _byKey.TryAdd(merged.Key, Yes(merged.Case.Number, null));
                break;
            case ReportRefused.Kind:
                _byKey.TryAdd(e.Body.As<ReportRefused>().Key, No("bad-report", "上报内容有误", "there is no such kind of case or place"));
                break;
        }
    }

    private static StoredAnswer Yes(long? about, int? version) => new(StoredAnswer.Done, null, null, 0, 0, about, version);

    private static StoredAnswer No(in ActRefused refused, RefusedMove words) => No(Words.Of(refused.Why), words.Zh, words.En);

    private static StoredAnswer No(string code, string zh, string en) => new(StoredAnswer.Refused, code, new Name(zh, en), 0, 0);
}
