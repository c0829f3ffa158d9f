using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GridGov.Twin.Web.Live;

/// <summary>
/// One world as one page shows it: what is known of it, what is selected, and the way to act in it. Its panels share it.
/// </summary>
public sealed class WorldScreen(
    ITwin twin, ChangeFeed feed, NavigationManager navigation, Viewer viewer, Toasts toasts, IJSRuntime browser) : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IDisposable? _following;

    /// <summary>Something changed in the world. Comes on any thread.</summary>
    public event Action<ChangeNote>? Noted;

    /// <summary>An answer came or the world was read again: all panels look again. Comes on the page's own thread.</summary>
    public event Action? Renewed;

    /// <summary>The world.</summary>
    public WorldView World { get; private set; } = null!;

    /// <summary>Its clock at the last change.</summary>
    public ClockView Clock { get; private set; } = null!;

    /// <summary>The workflow of its cases.</summary>
    public WorkflowView Workflow { get; private set; } = null!;

    /// <summary>The kinds of case.</summary>
    public KindView[] Kinds { get; private set; } = [];

    /// <summary>The departments cases can go to.</summary>
    public DepartmentView[] Departments { get; private set; } = [];

    /// <summary>What the address says.</summary>
    public ScreenAddress Address { get; set; } = new();

    /// <summary>The viewer's seat in the drill; null where the world is none.</summary>
    public DrillSeat? Seat { get; private set; }

    /// <summary>The drill that is replayed; null where the world is no replay.</summary>
    public ReplayScreen? Replay { get; private set; }

    /// <summary>Whether anything can be done here: a replay is only watched.</summary>
    public bool MayAct => World.Kind != DrillSeat.OfReplay;

    /// <summary>Ends when the page is left.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>The role acted in: the viewer's, if this workflow has it, else the first.</summary>
    public RoleView Role => Workflow.Roles.FirstOrDefault(role => role.Id == viewer.Role) ?? Workflow.Roles[0];

    /// <summary>Reads the world and follows it; <paramref name="of"/> is the drill where it is a replay.</summary>
    public async Task Open(string world, string? of = null)
    {
        Workflow = await twin.Workflow(world, Closed);
        Kinds = await twin.Kinds(world, Closed);
        Departments = await twin.Departments(world, Closed);

        // Followed before it is read, so that nothing changes unseen in between.
        _following = feed.Follow(world, Note);
        World = await twin.World(world, Closed);
        Take(World.Clock);
        Seat = World.Kind is DrillSeat.OfDrill or DrillSeat.OfReplay ? new DrillSeat(World, viewer) : null;
        Replay = MayAct ? null : new ReplayScreen(twin, of is { Length: > 0 } ? of : World.Id);
    }

    /// <summary>Goes to another address; back leads here again unless <paramref name="replace"/>.</summary>
    public void Go(ScreenAddress address, bool replace = false)
    {
        if (address == Address)
            return;
        Address = address;
        _ = Turn(address.On(navigation), replace);
    }

    /// <summary>Selects a thing, or nothing.</summary>
    public void Select(string? thing) => Go(Address with { Sel = thing });

    /// <summary>Orders the clock; a refusal is shown.</summary>
    public Task Order(ClockOrder order) => Try(async () =>
    {
        Take(await twin.Order(World.Id, order, viewer.Actor, Closed));
        return true;
    });

    /// <summary>Gives a command and shows what became of it. True when the world did it or will.</summary>
    public Task<bool> Give(Command command, Name done) => Try(async () =>
    {
        var answer = await twin.Give(World.Id, command, Guid.NewGuid().ToString("N"), Closed);
        var refused = answer.Outcome == "refused";
        toasts.Say(refused ? "bad" : "good", refused ? Refusal(answer.Why) : done);
        if (!refused && command.Kind == "report" && answer.Case is { } opened)
            Select($"case/{opened}");
        return !refused;
    });

    /// <summary>Goes to a moment of the drill that is replayed: ahead the clock jumps there, for one that has passed another replay is opened.</summary>
    /// <param name="atMs">The moment, as world time.</param>
    /// <param name="tell">Told that another replay is being opened, and that it is not any more.</param>
    public async Task Seek(long atMs, Action<bool>? tell = null)
    {
        // What the page shows of the clock may be a moment old, and a jump cannot lead back.
        var nowMs = Clock.NowMs;
        if (!await Try(async () => (nowMs = (await twin.World(World.Id, Closed)).Clock.NowMs) >= 0))
            return;
        if (atMs - StripMark.LeadMs > nowMs)
        {
            await Order(new ClockOrder(JumpToMs: atMs - StripMark.LeadMs));
        }
        else if (Replay is { } replay && Seat?.Drill is { } drill)
        {
            tell?.Invoke(true);
            var page = "";
            if (await Try(async () => (page = await replay.Open(atMs, drill, viewer.Actor, Closed)).Length > 0))
                navigation.NavigateTo(page);
            tell?.Invoke(false);
        }
    }

    /// <summary>Asks the host and shows its refusal, or that it cannot be reached; false then. The panels look again either way.</summary>
    public async Task<bool> Try(Func<Task<bool>> ask)
    {
        var done = false;
        try
        {
            done = await ask();
        }
        catch (TwinRefusedException refused)
        {
            toasts.Say("bad", refused.Why);
        }
        catch (HttpRequestException)
        {
            toasts.Say("bad", ScreenWords.Unreachable);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        Renewed?.Invoke();
        return done;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _following?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    private static Name Refusal(Name? why) => why is null ? ScreenWords.Refused : new($"未执行：{why.Zh}", $"Not done: {why.En}");

    // By the browser, which alone knows whether the page is still open: the map may come to rest just when it is left.
    private async Task Turn(string address, bool replace)
    {
        try
        {
            await browser.InvokeVoidAsync("twinPage.turn", Closed, address, replace);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // There is no page any more.
        }
    }

    // An answer may come when what happened after it was already told.
    private void Take(ClockView clock)
    {
        if (Clock is not { } last || (clock.WallMs, clock.NowMs).CompareTo((last.WallMs, last.NowMs)) >= 0)
            Clock = clock;
    }

    private void Note(ChangeNote note)
    {
        Clock = note.Clock;
        Noted?.Invoke(note);
    }
}
