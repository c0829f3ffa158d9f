using System.Reflection;
using System.Runtime.ExceptionServices;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>The shared database as a front sees it, which may lose it.</summary>
internal sealed class WatchedTurns(ITurnStore inner) : ITurnStore
{
    private volatile string? _gone;

    /// <summary>Said instead of an answer, while it is set.</summary>
    public string? Gone
    {
        get => _gone;
        set => _gone = value;
    }

    public IReadOnlyList<Genesis> Worlds() => inner.Worlds();

    public ITurnJournal Open(Genesis genesis, IReadOnlyList<Sent> first, WorldTime time)
    {
        var watched = DispatchProxy.Create<ITurnJournal, WatchedTurnJournal>();
        ((WatchedTurnJournal)watched).Set(() => Gone, inner.Open(genesis, first, time));
        return watched;
    }

    public void Dispose() => inner.Dispose();
}

/// <summary>Passes every call on, or says why not.</summary>
public class WatchedTurnJournal : DispatchProxy
{
    private Func<string?> _gone = () => null;
    private ITurnJournal _inner = null!;

    /// <summary>What it passes calls on to, and what it says instead.</summary>
    public void Set(Func<string?> gone, ITurnJournal inner) => (_gone, _inner) = (gone, inner);

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name != nameof(IDisposable.Dispose) && _gone() is { } why)
        {
            throw new JournalException(JournalProblem.Unavailable, why);
        }

        try
        {
            return targetMethod.Invoke(_inner, args);
        }
        catch (TargetInvocationException fault)
        {
            ExceptionDispatchInfo.Throw(fault.InnerException!);
            return null;
        }
    }
}
