using GridGov.Twin.Client;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Live;

/// <summary>The drill that a replay's world is of, as the page shows it: its whole course, read once, and the way to other moments.</summary>
public sealed class ReplayScreen(ITwin twin, string of)
{
    private long _endMs = long.MaxValue;

    /// <summary>The drill's world, or the replay's own where its address does not say of which drill it is.</summary>
    public string Of { get; } = of;

    /// <summary>The drill's whole script; null before it was read.</summary>
    public DrillScriptView? Script { get; private set; }

    /// <summary>The moments of the drill.</summary>
    public StripMark[] Marks { get; private set; } = [];

    /// <summary>The script was read.</summary>
    public event Action? Changed;

    /// <summary>Reads the script, once.</summary>
    public async Task Read(string actor, CancellationToken stop)
    {
        if (Script is not null)
            return;
        _endMs = (await twin.World(Of, stop)).Clock.NowMs;
        Script = await twin.DrillScript(Of, actor, stop);
        Marks = StripMark.Of(Script);
        Changed?.Invoke();
    }

    /// <summary>Opens a replay from shortly before a moment on and gives the address of its page.</summary>
    public async Task<string> Open(long atMs, DrillView drill, string actor, CancellationToken stop) =>
        AddressOf((await twin.Replay(Of, StripMark.OrderOf(Math.Min(atMs, _endMs), drill), actor, stop)).World);

    // The address says which drill it is of, so that a link to the page brings the whole timeline back.
    private string AddressOf(string world) => $"w/{world}?tab={ScreenAddress.DrillTab}&of={Uri.EscapeDataString(Of)}";
}
