using System.Diagnostics;
using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.WhatIf;
using GridGov.Twin.Silo.Views;
using WhatIfQuestion = GridGov.Twin.Scenarios.WhatIf.WhatIfQuestion;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// The what-ifs of one world: one at a time, the last few answers kept. They run on threads of their own that leave one processor to the world.
/// </summary>
internal sealed partial class WhatIfDesk(ILogger log)
{
    private const int Kept = 8;
    private readonly Lock _gate = new();
    private readonly List<Ticket> _tickets = [];
    private long _next = 1;

    /// <summary>One what-if from its beginning on.</summary>
    internal sealed class Ticket(long id)
    {
        public long Id { get; } = id;

        public CancellationTokenSource Stop { get; } = new();

        public volatile WhatIfView? View;

        public bool IsOver => View is { State: not "running" };
    }

    /// <summary>Begins one, if none is under way.</summary>
    /// <param name="ask">Takes the world's snapshot and makes the question.</param>
    /// <param name="stopping">The host stops.</param>
    /// <exception cref="WorldRefusedException">One is under way.</exception>
    public async Task<WhatIfView> Begin(Func<Task<WhatIfQuestion>> ask, CancellationToken stopping)
    {
        var ticket = Enter();
        try
        {
            var question = await ask();
            var view = new WhatIfView(ticket.Id, "running", question.Now.Milliseconds, 0, question.AllPlans.Length * question.Seeds, null);
            ticket.View = view;
            _ = Task.Factory.StartNew(() => Run(ticket, question, view, stopping), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return view;
        }
        catch
        {
            Leave(ticket);
            throw;
        }
    }

    /// <summary>How one stands; null when it is not known, or not any more.</summary>
    public WhatIfView? Find(long id)
    {
        lock (_gate)
        {
            return _tickets.Find(ticket => ticket.Id == id)?.View;
        }
    }

    /// <summary>Stops one that is under way; false when there is none of that number.</summary>
    public bool TryStop(long id)
    {
        lock (_gate)
        {
            var ticket = _tickets.Find(each => each.Id == id);
            ticket?.Stop.Cancel();
            return ticket is not null;
        }
    }

    private Ticket Enter()
    {
        lock (_gate)
        {
            if (_tickets.Exists(ticket => !ticket.IsOver))
            {
                throw UnderWay();
            }

            if (_tickets.Count == Kept)
            {
                _tickets.RemoveAt(0);
            }

            var ticket = new Ticket(_next++);
            _tickets.Add(ticket);
            return ticket;
        }
    }

    private static WorldRefusedException UnderWay() => new(
        429, "what-if-under-way", new Name("此世界正在推演，请稍后再试", "a what-if of this world is under way; try again when it is done"))
    {
        RetryAfterS = 5,
    };

    private void Leave(Ticket ticket)
    {
        lock (_gate)
        {
            _tickets.Remove(ticket);
        }
    }

    private void Run(Ticket ticket, WhatIfQuestion question, WhatIfView view, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ticket.Stop.Token, stopping);
        var clock = Stopwatch.StartNew();
        try
        {
            var answer = new WhatIfRun(question, Math.Max(1, Environment.ProcessorCount - 1))
                .Run(progress => ticket.View = view with { Done = progress.Done }, either.Token);
            ticket.View = answer is null
                ? ticket.View! with { State = "stopped" }
                : view with { State = "done", Done = view.Of, Answer = WhatIfViews.Of(answer, clock.ElapsedMilliseconds) };
        }
        catch (Exception fault)
        {
            // A future that fails is no failure of the world.
            LogFailure(ticket.Id, fault);
            ticket.View = ticket.View! with { State = "failed" };
        }
    }

    [LoggerMessage(LogLevel.Error, "What-if {Id} failed")]
    private partial void LogFailure(long id, Exception fault);
}
