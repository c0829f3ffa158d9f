using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <content>How a turn is made of a message, how a grain comes back from the journal, and what becomes of a message that it cannot handle.</content>
public sealed partial class GrainShell
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(50);

    // The turn, or null where the grain cannot handle the message, which then lies aside.
    private async Task<GrainTurn?> Try(LoneGrain grain, UnderWay message)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Make(grain, message);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // The handler may have changed half of the state.
                grain = await Recall();
                _agenda.Remove(message.Id);
                if (attempt == MostAttempts)
                {
                    await SetAside(message, fault);
                    return null;
                }
            }

            await Task.Delay(BetweenAttempts * attempt, home.Wall);
        }
    }

    private GrainTurn Make(LoneGrain grain, UnderWay message)
    {
        var at = message.Sent.Due < _last ? _last : message.Sent.Due;
        var turn = grain.Handle(message.Sent, at);
        var number = _number + 1;
        var sends = new List<UnderWay>(turn.Sends.Length);
        for (var i = 0; i < turn.Sends.Length; i++)
        {
            // A timer that was started and cancelled in one turn was never under way.
            if (grain.Awaits(turn.Sends[i]))
            {
                sends.Add(new UnderWay(new MessageId(self, number, i), turn.Sends[i]));
            }
        }

        var withdrawn = _agenda.All.Where(waiting => !grain.Awaits(waiting.Sent)).Select(waiting => waiting.Id).ToArray();
        return new GrainTurn(self, number, at, message, turn.Events.ToArray(), sends, withdrawn);
    }

    private async Task SetAside(UnderWay message, Exception fault)
    {
        var problem = $"{GrainName.Of(self, home.Setting.Plan)} ({self}) cannot handle message kind {message.Sent.Message.Kind}: {fault.Message}";
        home.Poisoned(problem, fault);
        await home.Readers.Ask(journal =>
        {
            journal.SetAside(message.Id, problem);
            return true;
        });
    }

    private async Task<LoneGrain> Recall()
    {
        // All that waits is in the journal, in its order.
        _agenda.Clear();
        var kept = await shelf.Read();
        var (grain, number, last) = Restore(kept);
        var (turns, waiting) = await home.Readers.Ask(journal => (journal.TurnsOf(self, number), journal.WaitingFor(self)));
        foreach (var turn in turns)
        {
            if (turn.Number != number + 1)
            {
                throw new InvalidOperationException($"grain {self}: turn {turn.Number} comes where {number + 1} should; its turns are damaged");
            }

            grain.Handle(turn.Handled.Sent, turn.At);
            (number, last) = (turn.Number, turn.At);
        }

        (_grain, _number, _last, _keptNumber) = (grain, number, last, Math.Min(kept?.Turn ?? 0, number));
        Take(waiting);
        return grain;
    }

    // A state this program cannot read, one of an older format for one, is made again from the turns.
    private (LoneGrain Grain, long Number, Instant Last) Restore(KeptState? kept)
    {
        var grain = new LoneGrain(self, home.Setting, home.Seed);
        if (kept is not { Format: KeptState.PresentFormat })
        {
            return (grain, 0, Instant.Start);
        }

        try
        {
            grain.Read(new SnapshotReader(kept.Bytes));
            return (grain, kept.Turn, new Instant(kept.AtMs));
        }
        catch (FormatException fault)
        {
            home.Unreadable(self, fault);
            return (new LoneGrain(self, home.Setting, home.Seed), 0, Instant.Start);
        }
    }

    private KeptState Present(LoneGrain grain)
    {
        var writer = new SnapshotWriter();
        grain.Write(writer);
        return new KeptState(KeptState.PresentFormat, _number, _last.Milliseconds, writer.Written.ToArray());
    }
}
