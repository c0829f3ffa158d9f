using System.Runtime.CompilerServices;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>
/// The town as tight as one would write it by hand for this problem alone: rows of structs, a calendar of the numbers of those that
/// have an appointment, and everything that follows at once done at once. It knows no grains, messages, hash, snapshot or timers
/// to cancel. It draws from the same streams as the world, so that both must come to the same figures to the millisecond.
/// </summary>
internal sealed class TerritoryLoop
{
    private const int FirstOfficer = Town.Cells;
    private const int FirstServer = FirstOfficer + Town.Officers;
    private const int Clock = FirstServer + (Town.Departments * Town.ServersPerDepartment);

    private static readonly LognormalTime _handling = new(Town.HandlingMs, Town.Variation);
    private static readonly LognormalTime _departmentWork = new(Town.DepartmentMs, Town.Variation);

    private readonly Calendar _calendar = new(Clock + 1);
    private readonly Lines _ofOfficers = new(Town.Officers);
    private readonly Lines _ofDepartments = new(Town.Departments);
    private readonly ChanceStream[] _cells = new ChanceStream[Town.Cells];
    private readonly Officer[] _officers = new Officer[Town.Officers];
    private readonly Department[] _departments = new Department[Town.Departments];
    private Tally _tally;
    private long _nowMs;

    public TerritoryLoop(ulong seed)
    {
        for (var cell = 0; cell < Town.Cells; cell++)
        {
            _cells[cell] = Town.Chance(seed, Town.Cell(cell));
            PutNextCase(cell);
        }

        for (var officer = 0; officer < Town.Officers; officer++)
        {
            _officers[officer] = new Officer { Chance = Town.Chance(seed, Town.Officer(officer)), Cell = officer * Town.CellsPerOfficer };
        }

        for (var department = 0; department < Town.Departments; department++)
        {
            _departments[department].Chance = Town.Chance(seed, Town.Department(department));
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
        var one = new Case(_nowMs, cell, Town.Urgency(_cells[cell].Unit()));
        Assign(Town.OnDuty(cell, _nowMs), in one);
        PutNextCase(cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutNextCase(int cell) => _calendar.Put(cell, _nowMs + (long)((Town.BetweenCasesOfCellMs * _cells[cell].Exponential()) + 0.5));

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
            _calendar.Put(FirstOfficer + officer, _nowMs + _handling.Sample(ref who.Chance));
            return;
        }

        _tally.Ended++;
        if (who.Chance.Happens(Town.PassedOn))
        {
            PassOn(who.Chance.Below(Town.Departments), new Case(_nowMs, who.Cell, who.Urgency));
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
        ref var desk = ref _departments[department];
        if (desk.Busy == (1 << Town.ServersPerDepartment) - 1)
        {
            _ofDepartments.Add(department, in one);
            return;
        }

        var server = int.TrailingZeroCount(~desk.Busy);
        desk.Busy |= 1 << server;
        Begin(ref desk, (department * Town.ServersPerDepartment) + server, in one);
    }

    private void Begin(ref Department desk, int server, in Case one)
    {
        _tally.Taken.Add(one.Urgency, _nowMs - one.SinceMs);
        _calendar.Put(FirstServer + server, _nowMs + _departmentWork.Sample(ref desk.Chance));
    }

    private void Resolve(int server)
    {
        _tally.Done++;
        var department = server / Town.ServersPerDepartment;
        ref var desk = ref _departments[department];
        if (_ofDepartments.TryTake(department, out var next))
        {
            Begin(ref desk, server, in next);
        }
        else
        {
            desk.Busy &= ~(1 << (server % Town.ServersPerDepartment));
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
        public ChanceStream Chance;
        public long SinceMs;
        public int Cell;
        public int Urgency;
        public State State;
    }

    private struct Department
    {
        public ChanceStream Chance;
        public int Busy;
    }

    // As Distribution.Lognormal, without the choice among kinds.
    private sealed class LognormalTime(double meanMs, double variation)
    {
        private readonly double _sigma = Math.Sqrt(Exact.Log(1 + (variation * variation)));
        private readonly double _mu = Exact.Log(meanMs) - (Exact.Log(1 + (variation * variation)) / 2);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long Sample(ref ChanceStream chance) => (long)(Exact.Exp(_mu + (_sigma * chance.Normal())) + 0.5);
    }
}
