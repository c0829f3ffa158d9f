namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// The places of a cluster where whole worlds can be run, one at a time in each: several on every silo. What is asked and what is answered are the
/// bytes of an <see cref="IRunDesk"/>.
/// </summary>
public interface IRunPlaces
{
    /// <summary>The places of the silos that live now, silo by silo in turn.</summary>
    Task<IReadOnlyList<string>> All();

    /// <summary>Runs what is asked at a place and waits for its answer; null when <paramref name="stop"/> was asked for before, which the place hears of.</summary>
    /// <exception cref="RunLostException">The silo of the place is gone, or does not answer.</exception>
    Task<byte[]?> Run(string place, byte[] asked, CancellationToken stop);
}

/// <summary>A silo went away with what was run on it; it can be run on another.</summary>
public sealed class RunLostException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Runs whole worlds on one silo, for whoever asks from another.</summary>
public interface IRunDesk
{
    /// <summary>How many it runs at once.</summary>
    int AtOnce { get; }

    /// <summary>Runs what is asked, on the calling thread; null when <paramref name="stop"/> was asked for before the end.</summary>
    /// <param name="silo">What this silo is called, for answers that name it.</param>
    /// <param name="asked">What to run.</param>
    /// <param name="stop">Asks for a stop.</param>
    byte[]? Run(string silo, byte[] asked, CancellationToken stop);
}
