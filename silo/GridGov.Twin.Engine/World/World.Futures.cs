using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Queue;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <summary>Says of a message still under way whether it is unwanted.</summary>
public delegate bool Unwanted(GrainId to, in Body message, Instant due);

/// <content>What makes a fork part from its past: another seed, and messages under way taken back.</content>
public sealed partial class World<TModel>
{
    /// <summary>
    /// Keys by another seed what is drawn from now on. Streams that grains keep are theirs to key anew: a fork with the same streams and another
    /// seed would share the next draws of its parent.
    /// </summary>
    public void Reseed(ulong seed)
    {
        RequireIdle();
        Seed = seed;
        _turn = new Turn(seed, _timers, _numbers);
    }

    /// <summary>
    /// Takes back messages that are under way, as if they had never been sent, and says how many; a timer among them ends. The others keep their
    /// places.
    /// </summary>
    public int Withdraw(Unwanted isUnwanted)
    {
        ArgumentNullException.ThrowIfNull(isUnwanted);
        RequireIdle();
        var kept = new List<(Key Key, Letter Letter)>(Pending);
        var withdrawn = 0;
        foreach (var entry in _queue.InOrder())
        {
            ref readonly var letter = ref _queue[entry.Slot];
            if (!_timers.Runs(letter.Timer))
            {
                _timers.Drop();
            }
            else if (isUnwanted(letter.To, in letter.Message, new Instant(entry.Key.DueMs)))
            {
                _timers.End(letter.Timer);
                withdrawn++;
            }
            else
            {
                kept.Add((entry.Key, letter));
            }
        }

        _queue.Clear(_queue.Sequence);
        kept.ForEach(each => _queue.PutBack(each.Key, each.Letter));
        return withdrawn;
    }
}
