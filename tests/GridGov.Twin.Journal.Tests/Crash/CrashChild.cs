using System.Globalization;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal.Tests.Stores;

namespace GridGov.Twin.Journal.Tests.Crash;

/// <summary>
/// The process that is killed: goes on with a world's journal where it ends, one command a batch, as fast as it can, and prints the number of each
/// once it is durable. Command N has the key <c>key-N</c> and the input N.
/// </summary>
internal static class CrashChild
{
    public static int Run(string[] args)
    {
        using var store = Journals.Open(args[0]);
        using var journal = store.Open(args[1]) ?? store.Create(RandomBatches.Genesis(args[1]));
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var batches = new RandomBatches(1);
        output.WriteLine("ready");
        while (true)
        {
            var head = journal.Head;
            journal.Append(BatchOf(head, batches));
            output.WriteLine(head.Inputs.ToString(CultureInfo.InvariantCulture));
            if (head.Records % 50 == 0)
            {
                journal.Note("watcher", "look", "case 1", "ok");
            }
        }
    }

    private static Batch BatchOf(JournalHead head, RandomBatches batches)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"key-{head.Inputs}");
        var input = new Input(head.Inputs, head.Now, batches.Grain(), batches.Body());
        return new Batch(head.Now, head.Now + new Duration(1), [input], [], (ulong)head.Inputs, [batches.Command(head.Inputs, key)]);
    }
}
