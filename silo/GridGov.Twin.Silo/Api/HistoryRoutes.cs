using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Silo.Worlds;
using Microsoft.AspNetCore.Http.HttpResults;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Api;

/// <summary>What happened and what changes: events, notes of change, the audit log.</summary>
internal static class HistoryRoutes
{
    private const int MostEvents = 10_000;
    private const int MostAudits = 1_000;

    public static void Map(RouteGroupBuilder world)
    {
        world.MapGet("/events", Events).ProducesProblem(400).WithSummary("Committed events from a sequence on");
        world.MapGet("/changes", Changes).Produces<ChangeNote>(contentType: "text/event-stream").WithSummary("Notes of change as server-sent events; Last-Event-ID resumes");
        world.MapGet("/audit", Audit).ProducesProblem(400).WithSummary("The audit log from a number on, oldest first");
    }

    private static Page<EventView> Events(string world, string? since, string? most, WorldDesks desks)
    {
        var desk = desks.Of(world);
        var status = desk.Live.Status;
        var events = Shown(desk.Live, Given.Whole(since, "since", 0, long.MaxValue, 0), (int)Given.Whole(most, "most", 1, MostEvents, 100));
        lock (desk.Views)
        {
            return new Page<EventView>(status.Clock.Now.Milliseconds, (int)Math.Min(int.MaxValue, status.Events), [.. events.Select(e => desk.Views.Event(e))]);
        }
    }

    // What is awaited in a drill, and what is thought of it, is for those who may see its script: every look at that is in the audit log.
    private static Event[] Shown(LiveWorld live, long from, int most)
    {
        while (live.Events(from, most) is { Count: > 0 } events)
        {
            if (events.Where(e => e.Source.Kind != Grain.Exercise).ToArray() is { Length: > 0 } shown)
            {
                return shown;
            }

            from = events[^1].Sequence + 1;
        }

        return [];
    }

    private static ServerSentEventsResult<ChangeNote> Changes(string world, HttpRequest request, WorldDesks desks, IHostApplicationLifetime host, CancellationToken stop)
    {
        var desk = desks.Of(world);
        var after = long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : (long?)null;
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(Items(desk, after, host.ApplicationStopping, stop));
    }

    // A host that stops does not wait for those who listen for ever.
    private static async IAsyncEnumerable<SseItem<ChangeNote>> Items(
        WorldDesk desk, long? after, CancellationToken stopping, [EnumeratorCancellation] CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, stopping);
        await using var notes = desk.Notes.Follow(after, either.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await Next(notes))
        {
            var note = notes.Current;
            var told = new ChangeNote(note.Sequence, note.Now.Milliseconds, desk.Clock(note.Status), note.Cases, note.Devices, note.Alarms);
            yield return new SseItem<ChangeNote>(told, "change") { EventId = note.Sequence.ToString(CultureInfo.InvariantCulture) };
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<ChangeNotes.Note> notes)
    {
        try
        {
            return await notes.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static AuditLine[] Audit(string world, string? from, string? most, WorldDesks desks)
    {
        var live = desks.Of(world).Live;
        var entries = live.Audit(Given.Whole(from, "from", 0, long.MaxValue, 0), (int)Given.Whole(most, "most", 1, MostAudits, 100));
        return [.. entries.Select(entry => AuditText.Line(entry, live.Plan))];
    }
}
