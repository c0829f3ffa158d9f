using GridGov.Twin.Web.Live;
using Microsoft.AspNetCore.Components;

namespace GridGov.Twin.Web.Inspectors;

/// <summary>An inspector of one thing: reads it anew when another one is selected, and says so when there is none of that name.</summary>
public abstract class ThingInspector<TThing, TId> : LivePanel
    where TThing : class
{
    private TId? _read;
    private bool _asked;

    /// <summary>The map is to go to the thing.</summary>
    [Parameter]
    public EventCallback<string> OnFlyTo { get; set; }

    /// <summary>The thing; null while it is read for the first time, or when there is none.</summary>
    protected TThing? Thing { get; private set; }

    /// <summary>Which one is selected.</summary>
    protected abstract TId Id { get; }

    /// <summary>Whether there is no such thing.</summary>
    protected bool IsMissing => Thing is null && IsLoaded;

    /// <summary>Reads the thing; null when there is none.</summary>
    protected abstract Task<TThing?> Read(TId id, CancellationToken stop);

    /// <summary>Another thing is selected: what was opened for the last one closes.</summary>
    protected virtual void Turn()
    {
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_asked && EqualityComparer<TId>.Default.Equals(_read, Id))
            return;
        (_asked, _read, Thing) = (true, Id, null);
        Turn();
        await LoadNow();
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken stop)
    {
        var id = Id;
        var read = await Read(id, stop);
        if (EqualityComparer<TId>.Default.Equals(id, Id))
            Thing = read;
    }
}
