using System.Globalization;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>A turn of the cluster comes out differently here: another program made it, or the journal was changed. The message names the turn.</summary>
internal sealed class MirrorBrokenException : Exception
{
    private MirrorBrokenException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    public static MirrorBrokenException Failed(long record, GrainTurn turn, DistrictModel model, Exception fault) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"{Place(record, turn, model.Setting.Plan)}: handling message {turn.Handled.Id} of kind {turn.Handled.Sent.Message.Kind} again failed: {fault.Message}"), fault);

    public static MirrorBrokenException Differs(long record, GrainTurn turn, WorldPlan plan, int nth, Event? here) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"{Place(record, turn, plan)}: its event {nth + 1} of {turn.Events.Count} is {Words(nth < turn.Events.Count ? turn.Events[nth] : null, plan)} in the journal, ")
            + $"and {Words(here, plan)} when its message is handled again here");

    private static string Place(long record, GrainTurn turn, WorldPlan plan) => string.Create(CultureInfo.InvariantCulture,
        $"record {record}: turn {turn.Number} of {GrainName.Of(turn.Grain, plan)} ({turn.Grain}) at {new Duration(turn.At.Milliseconds)}");

    private static string Words(Event? told, WorldPlan plan)
    {
        if (told is not { } e)
        {
            return "none";
        }

        var bytes = string.Create(CultureInfo.InvariantCulture, $"{e.Body.Kind}:{e.Body.W0:x}.{e.Body.W1:x}.{e.Body.W2:x}.{e.Body.W3:x} at {e.At.Milliseconds} ms");
        try
        {
            var words = new EventText(plan).Of(e);
            return $"'{words.Name} {words.Details.Text}' of {GrainName.Of(e.Source, plan)} ({bytes})";
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or IndexOutOfRangeException)
        {
            return $"an event that cannot be put into words ({bytes})";
        }
    }
}
