using System.Runtime.CompilerServices;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>
/// The town as tight as one would write it by hand for this problem alone: rows of structs, a calendar of the numbers of those that
/// have an appointment, and everything that follows at once done at once. It knows no grains, messages, hash, snapshot or timers
/// to cancel. With the streams of the world's grains it must come to the world's figures to the millisecond.
/// </summary>
internal sealed class TerritoryLoop<TFate>
    where TFate : struct, IFate
{
    private const int FirstOfficer = Town.Cells;
    private const int FirstServer = FirstOfficer + Town.Officers;
    private const int Clock = FirstServer + (Town.Departments * Town.ServersPerDepartment);

    private readonly Calendar _calendar = new(Clock + 1);
    private readonly Lines _ofOfficers = new(Town.Officers);
    private readonly Lines _ofDepartments = new(Town.Departments);
    private readonly Officer[] _officers = new Officer[Town.Officers];
    private readonly int[] _busyServers = new int[Town.Departments];
    private TFate _fate;
    private Tally _tally;
    private long _nowMs;

    public TerritoryLoop(TFate fate)
    {
        _fate = fate;
        for (var cell = 0; cell < Town.Cells; cell++)
        {
            PutNextCase(cell);
        }

        for (var officer = 0; officer < Town.Officers; officer++)
        {
            _officers[officer] = new Officer { Cell = officer * Town.CellsPerOfficer };
        }

        _calendar.Put(Clock, Town.ShiftMs);
    }

    /// <summary>What has happened so far.</summary>
    public Tally Tally => _tally;

    /// <summary>Goes on until <paramref name="endMs"/>, which itself no longer belongs to it. Only once.</summary>
    public void RunUntil(long endMs)
    {
        while (true)
        {
            var thing = _calendar.Take(out var atMs);
            if (atMs >= endMs)
            {
                return;
            }

            _nowMs = atMs;
            if (thing < FirstOfficer)
            {
                Happen(thing);
            }
            else if (thing < FirstServer)
            {
                GoOn(thing - FirstOfficer);
            }
            else if (thing < Clock)
            {
                Resolve(thing - FirstServer);
            }
            else
            {
                ChangeShift();
            }
        }
    }

    private void Happen(int cell)
    {
        _tally.Arrived++;
        var one = new Case(_nowMs, cell, _fate.Urgency(cell));
        Assign(Town.OnDuty(cell, _nowMs), in one);
        PutNextCase(cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutNextCase(int cell) => _calendar.Put(cell, _nowMs + _fate.UntilNextCase(cell));

    private void Assign(int officer, in Case one)
    {
        ref var who = ref _officers[officer];
        if (who.State == State.Free)
        {
            SetOut(officer, ref who, in one);
        }
        else
        {
            _ofOfficers.Add(officer, in one);
        }
    }

    private void SetOut(int officer, ref Officer who, in Case one)
    {
        who.State = State.Walking;
        _calendar.Put(FirstOfficer + officer, _nowMs + Town.WalkMs(who.Cell, one.Cell));
        who.Cell = one.Cell;
        who.Urgency = one.Urgency;
        who.SinceMs = one.SinceMs;
    }

    // An officer's appointment is with his arrival while he walks, and else with the end of what he does.
    private void GoOn(int officer)
    {
        ref var who = ref _officers[officer];
        if (who.State == State.Walking)
        {
            who.State = State.Handling;
            _tally.Begun.Add(who.Urgency, _nowMs - who.SinceMs);
            _calendar.Put(FirstOfficer + officer, _nowMs + _fate.Handling(officer));
            return;
        }

        _tally.Ended++;
        if (_fate.PassesOn(officer))
        {
            PassOn(_fate.DepartmentFor(officer), new Case(_nowMs, who.Cell, who.Urgency));
        }

        if (_ofOfficers.TryTake(officer, out var next))
        {
            SetOut(officer, ref who, in next);
        }
        else
        {
            who.State = State.Free;
        }
    }

    private void PassOn(int department, in Case one)
    {
        _tally.PassedOn++;
        ref var busy = ref _busyServers[department];
        if (busy == (1 << Town.ServersPerDepartment) - 1)
        {
            _ofDepartments.Add(department, in one);
            return;
        }

        var server = int.TrailingZeroCount(~busy);
        busy |= 1 << server;
        Begin((department * Town.ServersPerDepartment) + server, in one);
    }

    private void Begin(int server, in Case one)
    {
        _tally.Taken.Add(one.Urgency, _nowMs - one.SinceMs);
        _calendar.Put(FirstServer + server, _nowMs + _fate.DepartmentWork(server / Town.ServersPerDepartment));
    }

    private void Resolve(int server)
    {
        _tally.Done++;
        var department = server / Town.ServersPerDepartment;
        ref var busy = ref _busyServers[department];
        if (_ofDepartments.TryTake(department, out var next))
        {
            Begin(server, in next);
        }
        else
        {
            busy &= ~(1 << (server % Town.ServersPerDepartment));
        }
    }

    private void ChangeShift()
    {
        var over = (Town.ShiftAt(_nowMs) + Town.Shifts - 1) % Town.Shifts;
        for (var officer = over; officer < Town.Officers; officer += Town.Shifts)
        {
            _tally.ShiftChanges++;
            while (_ofOfficers.TryTake(officer, out var one))
            {
                Assign(Town.Relief(officer), in one);
            }
        }

        _calendar.Put(Clock, _nowMs + Town.ShiftMs);
    }

    private enum State : byte
    {
        Free,
        Walking,
        Handling,
    }

    private struct Officer
    {
        public long SinceMs;
        public int Cell;
        public int Urgency;
        public State State;
    }
}
