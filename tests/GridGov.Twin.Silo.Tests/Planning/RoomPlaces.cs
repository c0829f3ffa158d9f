using System.Collections.Concurrent;
using GridGov.Twin.Orleans.Shell;

namespace GridGov.Twin.Silo.Tests.Planning;

/// <summary>A stand-in for a cluster of two silos with two places each; the second goes away when it is told to, with what it runs.</summary>
internal sealed class RoomPlaces(Func<int, IRunDesk> desks) : IRunPlaces, IDisposable
{
    private const int Silos = 2;
    private const int Each = 2;
    private readonly CancellationTokenSource _second = new();
    private int _runs;

    /// <summary>What was run to its end, by silo.</summary>
    public ConcurrentBag<int> Done { get; } = [];

    /// <summary>How many were asked for and not brought to their end.</summary>
    public int Cut { get; private set; }

    /// <summary>After how many runs were asked for the second silo goes away.</summary>
    public int SecondLasts { get; set; } = int.MaxValue;

    public Task<IReadOnlyList<string>> All() => Task.FromResult<IReadOnlyList<string>>(
        [.. Enumerable.Range(0, Silos * Each).Select(i => $"{(i % Silos) + 1}/{i / Silos}").Where(place => !_second.IsCancellationRequested || place[0] == '1')]);

    public Task<byte[]?> Run(string place, byte[] asked, CancellationToken stop)
    {
        if (Interlocked.Increment(ref _runs) > SecondLasts)
        {
            _second.Cancel();
        }

        var silo = place[0] - '0';
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, silo == 2 ? _second.Token : CancellationToken.None);
        var answer = desks(silo).Run($"{silo}", asked, end.Token);
        if (answer is null)
        {
            Cut++;
            return stop.IsCancellationRequested ? Task.FromResult<byte[]?>(null) : throw new RunLostException($"silo {silo} is gone");
        }

        Done.Add(silo);
        return Task.FromResult<byte[]?>(answer);
    }

    public void Dispose() => _second.Dispose();
}
