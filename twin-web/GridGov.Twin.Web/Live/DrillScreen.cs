using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;
using Microsoft.AspNetCore.Components;

namespace GridGov.Twin.Web.Live;

/// <summary>A page about one opened drill: the drill as everybody sees it, and its world's clock.</summary>
public abstract class DrillScreen : PlanningScreen
{
    /// <summary>The drill's world.</summary>
    [Parameter]
    public string World { get; set; } = "";

    /// <summary>The drill; null before it was read and where there is none.</summary>
    protected DrillView? Drill { get; private set; }

    /// <summary>Its world's clock.</summary>
    protected ClockView Clock { get; private set; } = null!;

    /// <summary>Whether there is no such drill.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>The page's heading.</summary>
    protected abstract Name What { get; }

    /// <summary>The heading with the drill's name.</summary>
    protected string Heading => Drill is { } drill ? $"{Viewer[drill.Title]} · {Viewer[What]}" : Viewer[IsMissing ? DrillWords.NoDrill : What];

    /// <inheritdoc />
    protected override async Task<bool> Load()
    {
        try
        {
            var drill = await Twin.Drill(World, Closed);
            if (drill is not null)
                Clock = (await Twin.World(World, Closed)).Clock;
            (Drill, IsMissing) = (drill, drill is null);
        }
        catch (TwinRefusedException gone) when (gone.Status == 404)
        {
            (Drill, IsMissing) = (null, true);
        }

        if (Drill is { State: not "ready" } begun)
            await LoadMore(begun);
        return false;
    }

    /// <summary>Reads what else is shown once the drill has begun.</summary>
    protected virtual Task LoadMore(DrillView drill) => Task.CompletedTask;
}
