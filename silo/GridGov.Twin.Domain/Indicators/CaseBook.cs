using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Indicators;

/// <summary>
/// The part of the ledger that follows each open case to its deadline and its end. 应结案数 counts a case when its deadline passes,
/// whether it is closed by then or not (field practice: the published weekly tables count more due than filed).
/// </summary>
internal sealed class CaseBook(Ledger ledger, Workflow workflow)
{
    private readonly Dictionary<long, Entry> _open = [];
    private readonly PriorityQueue<Entry, long> _closedEarly = new();

    private sealed class Entry
    {
        public required int What { get; init; }

        public required int Cell { get; init; }

        public Instant Due { get; set; } = Instant.Never;

        public bool Accepted { get; set; }

        public bool Filed { get; set; }

        public bool Dispatched { get; set; }
    }

    public void On(in Event e)
    {
        switch (e.Body.Kind)
        {
            case CaseOpened.Kind:
                CountPassedDeadlines(e.At);
                var opened = e.Body.As<CaseOpened>();
                _open[e.Source.Number] = new Entry { What = opened.What, Cell = opened.Cell };
                Accept(_open[e.Source.Number], opened.State);
                break;
            case CaseMoved.Kind:
                Move(e.Source.Number, e.Body.As<CaseMoved>());
                break;
            case CaseDueSet.Kind when _open.TryGetValue(e.Source.Number, out var entry):
                entry.Due = e.Body.As<CaseDueSet>().Due;
                break;
            case CaseEnded.Kind:
                End(e.Source.Number, e.Body.As<CaseEnded>());
                break;
        }
    }

    public void Restart(Instant now)
    {
        while (_closedEarly.TryPeek(out _, out var dueMs) && dueMs <= now.Milliseconds)
        {
            _closedEarly.Dequeue();
        }
    }

    /// <summary>Counts the deadlines that passed: of cases closed before them once and for all, of open cases at every reading anew.</summary>
    public void CloseBooks(Instant now)
    {
        CountPassedDeadlines(now);
        foreach (var tally in ledger.ByGroup.Concat(ledger.ByStreet).Append(ledger.All))
        {
            tally.OpenAndDue = 0;
        }

        foreach (var (_, entry) in _open.Where(pair => pair.Value.Due <= now))
        {
            foreach (var tally in ledger.Of(entry.What, entry.Cell))
            {
                tally.OpenAndDue++;
            }
        }
    }

    private void CountPassedDeadlines(Instant now)
    {
        while (_closedEarly.TryPeek(out var entry, out var dueMs) && dueMs <= now.Milliseconds)
        {
            _closedEarly.Dequeue();
            foreach (var tally in ledger.Of(entry.What, entry.Cell))
            {
                tally.CloseDue++;
                tally.Closed++;
                tally.ClosedOnTime++;
            }
        }
    }

    private void Move(long number, CaseMoved move)
    {
        if (!_open.TryGetValue(number, out var entry))
        {
            // Opened again after its end: a new life in the books, as the standards count it.
            entry = _open[number] = new Entry { What = move.What, Cell = move.Cell };
        }

        var firstFiled = move.Action == CaseAction.File && !entry.Filed;
        var firstDispatched = move.Action == CaseAction.Dispatch && !entry.Dispatched;
        entry.Filed |= firstFiled;
        entry.Dispatched |= firstDispatched;
        Accept(entry, move.To);
        foreach (var tally in ledger.Of(move.What, move.Cell))
        {
            CountMove(tally, move, firstFiled, firstDispatched);
        }
    }

    // 受理: the acceptor has it before him; what the officer refuted never came so far.
    private void Accept(Entry entry, int state)
    {
        if (entry.Accepted || workflow.States[state].Stage != Stage.Filing)
        {
            return;
        }

        entry.Accepted = true;
        foreach (var tally in ledger.Of(entry.What, entry.Cell))
        {
            tally.Accepted++;
        }
    }

    private static void CountMove(Tally tally, CaseMoved move, bool firstFiled, bool firstDispatched)
    {
        tally.Filed += firstFiled ? 1 : 0;
        tally.Dispatched += firstDispatched ? 1 : 0;
        switch (move.Action)
        {
            case CaseAction.Dispatch:
                tally.Dispatches++;
                break;
            case CaseAction.Return:
                tally.Returned++;
                break;
            case CaseAction.Finish:
                tally.Handled++;
                tally.HandledOnTime += 1 - move.Overdue;
                tally.HandlingTime.Add(move.Counted);
                break;
            case CaseAction.Refute:
                tally.Refuted++;
                break;
            case CaseAction.Rework:
                tally.Reworked++;
                break;
            case CaseAction.Extend:
                tally.Extended++;
                break;
            case CaseAction.Settle:
                tally.Settled++;
                break;
        }
    }

    private void End(long number, CaseEnded ended)
    {
        _open.Remove(number, out var entry);
        var isClosed = workflow.States[ended.State].Id == Workflow.Closed;
        // By the clock, not the time of day: nobody becomes late at night on a clock of working hours.
        var isLate = isClosed && ended.Overdue == 1;
        foreach (var tally in ledger.Of(ended.What, ended.Cell))
        {
            CountEnd(tally, ended, isClosed, isLate);
        }

        if (isClosed && !isLate && entry is not null && entry.Due != Instant.Never)
        {
            _closedEarly.Enqueue(entry, entry.Due.Milliseconds);
        }
    }

    private static void CountEnd(Tally tally, CaseEnded ended, bool isClosed, bool isLate)
    {
        if (!isClosed)
        {
            tally.Rejected++;
            return;
        }

        tally.ClosedAt[ended.Level]++;
        tally.OpenTime.Add(ended.Open);
        tally.CloseDue += isLate ? 1 : 0;
        tally.Closed += isLate ? 1 : 0;
    }
}
