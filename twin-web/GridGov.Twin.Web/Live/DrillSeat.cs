using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;

namespace GridGov.Twin.Web.Live;

/// <summary>
/// A viewer's seat in a drill: what the drill says, the part the viewer took, and the messages not read yet. The panels of a page share it.
/// </summary>
public sealed class DrillSeat(WorldView world, Viewer viewer)
{
    /// <summary>The kind of a drill's world.</summary>
    public const string OfDrill = "drill";

    /// <summary>The kind of a replay's world.</summary>
    public const string OfReplay = "replay";

    /// <summary>The part of controllers and evaluators.</summary>
    public const string Control = "control";

    private readonly HashSet<string> _read = [];
    private string _readAs = "";

    /// <summary>The drill was read again, a part was taken or a message was read.</summary>
    public event Action? Changed;

    /// <summary>The drill as its players see it; null before it was read.</summary>
    public DrillView? Drill { get; private set; }

    /// <summary>Whether the viewer took the controllers' part.</summary>
    public bool IsControl => Part == Control;

    /// <summary>The player the viewer is; null where none was chosen.</summary>
    public PlayerView? Player => Drill?.Players.FirstOrDefault(player => player.Id == Part);

    /// <summary>Whether the viewer may order the clock: players may not.</summary>
    public bool MayRun => world.Kind == OfReplay || IsControl;

    /// <summary>How many messages to the viewer are not read yet.</summary>
    public int Unread => Drill?.Inbox.Count(IsUnread) ?? 0;

    private string? Part => viewer.Part.StartsWith(world.Id + "/", StringComparison.Ordinal) ? viewer.Part[(world.Id.Length + 1)..] : null;

    /// <summary>Whether a message is to the viewer.</summary>
    public bool IsMine(InboxRow row) => Player is { } player && (row.To.Length == 0 || row.To.Contains(player.Id));

    /// <summary>Whether a message is to the viewer and not read yet.</summary>
    public bool IsUnread(InboxRow row) => IsMine(row) && !_read.Contains(row.Inject);

    /// <summary>Takes the drill as it is now, and gives the messages to the viewer that came since.</summary>
    public InboxRow[] Take(DrillView drill)
    {
        var before = Drill?.Inbox.Select(row => row.Inject).ToHashSet() ?? [];
        var isFirst = Drill is null;
        Drill = drill;
        if (isFirst || _readAs != viewer.Part)
            ReadAll();
        Changed?.Invoke();
        return [.. drill.Inbox.Where(row => !before.Contains(row.Inject) && IsUnread(row))];
    }

    /// <summary>Takes a part: a player's, <see cref="Control"/>, or none. A player acts in the player's role.</summary>
    public ViewerKeeps Sit(string part)
    {
        var role = Drill?.Players.FirstOrDefault(player => player.Id == part)?.Role;
        var keeps = viewer.Change(role: role, part: $"{world.Id}/{part}");
        ReadAll();
        Changed?.Invoke();
        return keeps;
    }

    /// <summary>A message was read.</summary>
    public void Read(InboxRow row)
    {
        if (_read.Add(row.Inject))
            Changed?.Invoke();
    }

    /// <summary>All messages that are there were read.</summary>
    public void ReadAll()
    {
        _readAs = viewer.Part;
        _read.UnionWith(Drill?.Inbox.Select(row => row.Inject) ?? []);
        Changed?.Invoke();
    }
}
