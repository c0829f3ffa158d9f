using System.Collections.Concurrent;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Orleans.Shell;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>The worlds of this silo. A grain that is called before its world is at home waits for it.</summary>
public sealed class Homes
{
    private static readonly TimeSpan MostWait = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<WorldHome>> _homes = new(StringComparer.Ordinal);

    /// <summary>The worlds at home.</summary>
    public IEnumerable<WorldHome> All => _homes.Values.Where(home => home.Task.IsCompletedSuccessfully).Select(home => home.Task.Result);

    /// <summary>Takes a world in.</summary>
    public void Add(WorldHome home)
    {
        ArgumentNullException.ThrowIfNull(home);
        Waiting(home.World).TrySetResult(home);
    }

    /// <summary>A world's home.</summary>
    /// <exception cref="TimeoutException">This silo was not told of such a world: its configuration differs from that of the silo which calls.</exception>
    public Task<WorldHome> Of(string world) => Waiting(world).Task.WaitAsync(MostWait);

    /// <summary>The plan of a world, if it is at home.</summary>
    internal Setting? SettingOf(string world) =>
        _homes.TryGetValue(world, out var home) && home.Task.IsCompletedSuccessfully ? home.Task.Result.Setting : null;

    private TaskCompletionSource<WorldHome> Waiting(string world) =>
        _homes.GetOrAdd(world, static _ => new TaskCompletionSource<WorldHome>(TaskCreationOptions.RunContinuationsAsynchronously));
}
