using System.Reflection;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>The shared database as a front sees it, which may lose it.</summary>
internal sealed class WatchedTurns(ITurnStore inner) : ITurnStore
{
    private volatile string? _gone;
    private volatile string? _goneIn;

    /// <summary>Said instead of an answer, while it is set.</summary>
    public string? Gone
    {
        get => _gone;
        set => _gone = value;
    }

    /// <summary>The one call that fails while <see cref="Gone"/> is set; null: all.</summary>
    public string? GoneIn
    {
        get => _goneIn;
        set => _goneIn = value;
    }

    /// <summary>Why a call fails; null when it does not.</summary>
    public string? WhyNot(string call) => _goneIn is null || _goneIn == call ? _gone : null;

    public IReadOnlyList<Genesis> Worlds() => inner.Worlds();

    public ITurnJournal Open(Genesis genesis, IReadOnlyList<Sent> first, WorldTime time)
    {
        var watched = DispatchProxy.Create<ITurnJournal, WatchedTurnJournal>();
        ((WatchedTurnJournal)watched).Set(WhyNot, inner.Open(genesis, first, time));
        return watched;
    }

    public void Dispose() => inner.Dispose();
}

/// <summary>Passes every call on, or says why not.</summary>
public class WatchedTurnJournal : DispatchProxy
{
    private Func<string, string?> _whyNot = _ => null;
    private ITurnJournal _inner = null!;

    /// <summary>What it passes calls on to, and what it says instead.</summary>
    public void Set(Func<string, string?> whyNot, ITurnJournal inner) => (_whyNot, _inner) = (whyNot, inner);

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name != nameof(IDisposable.Dispose) && _whyNot(targetMethod.Name) is { } why)
        {
            throw new JournalException(JournalProblem.Unavailable, why);
        }

        return targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
