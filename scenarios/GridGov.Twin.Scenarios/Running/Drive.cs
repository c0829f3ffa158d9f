using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Running;

/// <summary>
/// Drives a world towards an end in slices, so that somebody can watch, slow it down and stop it. Where the slices lie changes nothing in
/// the world: between two slices nothing is put in.
/// </summary>
internal sealed class Drive(World<DistrictModel> world, Instant end, Pacing pacing, Action<RunProgress>? watch, CancellationToken stop)
{
    // A slice of simulated time may hold very many messages; nobody should wait longer than this for a stop.
    private const long MostMessages = 500_000;

    /// <summary>Runs to <paramref name="to"/>; false when stopped before, with the world at a clean point between two messages.</summary>
    public bool RunTo(Instant to)
    {
        while (world.Now < to)
        {
            var next = world.Now + pacing.Slice;
            var isThere = false;
            while (!isThere)
            {
                if (stop.IsCancellationRequested)
                {
                    return false;
                }

                isThere = world.RunUntil(next < to ? next : to, MostMessages);
                watch?.Invoke(new RunProgress(world.Now, end, world.Handled, world.EventCount));
            }

            pacing.Wait(world.Now, stop);
        }

        return true;
    }
}
