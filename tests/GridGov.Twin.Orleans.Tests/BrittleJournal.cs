using System.Reflection;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Tests;

/// <summary>A journal whose next keeping of turns fails, before or after it is done.</summary>
public class BrittleJournal : DispatchProxy
{
    private ITurnJournal _inner = null!;

    /// <summary>The next keeping fails before anything is written.</summary>
    public bool FailsBefore { get; set; }

    /// <summary>The next keeping fails when all is written, as a connection does that breaks before the answer.</summary>
    public bool FailsAfter { get; set; }

    /// <summary>A journal around another one.</summary>
    public static (ITurnJournal Journal, BrittleJournal Brittle) Around(ITurnJournal inner)
    {
        var journal = Create<ITurnJournal, BrittleJournal>();
        var brittle = (BrittleJournal)journal;
        brittle._inner = inner;
        return (journal, brittle);
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var isKeeping = targetMethod!.Name == nameof(ITurnJournal.Keep);
        if (isKeeping && FailsBefore)
        {
            FailsBefore = false;
            throw new IOException("the storage failed");
        }

        var result = targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        if (isKeeping && FailsAfter)
        {
            FailsAfter = false;
            throw new IOException("the storage failed");
        }

        return result;
    }
}
