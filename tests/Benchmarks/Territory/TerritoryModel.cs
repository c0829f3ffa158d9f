using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>
/// The town as a world: a grain for each cell, officer and department, each with a stream of chance of its own. A grain touches
/// no other: cells tell officers, officers tell those who relieve them and the departments.
/// </summary>
internal sealed partial class TerritoryModel : IModel
{
    private readonly ChanceStream[] _cells = new ChanceStream[Town.Cells];
    private readonly Officer[] _officers = new Officer[Town.Officers];
    private readonly Department[] _departments = new Department[Town.Departments];
    private readonly Lines _ofOfficers = new(Town.Officers);
    private readonly Lines _ofDepartments = new(Town.Departments);
    private Tally _tally;

    /// <summary>What has happened so far.</summary>
    public Tally Tally => _tally;

    public static World<TerritoryModel> World(ulong seed)
    {
        var model = new TerritoryModel();
        var world = new World<TerritoryModel>(model, seed);
        for (var cell = 0; cell < Town.Cells; cell++)
        {
            ref var chance = ref model._cells[cell];
            chance = Town.Chance(seed, Town.Cell(cell));
            world.Post(Town.Cell(cell), new Happen(0), Instant.Start + UntilNext(ref chance));
        }

        for (var officer = 0; officer < Town.Officers; officer++)
        {
            model._officers[officer] = new Officer { Chance = Town.Chance(seed, Town.Officer(officer)), Cell = officer * Town.CellsPerOfficer };
            world.Post(Town.Officer(officer), new GoOffDuty(0), new Instant(Town.FirstShiftEndMs(officer)));
        }

        for (var department = 0; department < Town.Departments; department++)
        {
            model._departments[department].Chance = Town.Chance(seed, Town.Department(department));
        }

        return world;
    }

    public void Handle(GrainId to, in Body message, Turn turn)
    {
        var number = (int)to.Number;
        switch (message.Kind)
        {
            case 1:
                Happen(number, message.As<Happen>(), turn);
                break;
            case 2:
                Assign(number, message.As<Assign>().Case, turn);
                break;
            case 3:
                Reach(number, message.As<Reach>().Case, turn);
                break;
            case 4:
                Finish(number, message.As<Finish>().Case, turn);
                break;
            case 5:
                GoOffDuty(number, message.As<GoOffDuty>(), turn);
                break;
            case 6:
                PassOn(number, message.As<PassOn>().Case, turn);
                break;
            default:
                Resolve(number, turn);
                break;
        }
    }

    public string NameOf(GrainId grain) => $"{(grain.Kind == 1 ? "cell" : grain.Kind == 2 ? "officer" : "department")} {grain.Number}";

    private static Duration UntilNext(ref ChanceStream chance) => new((long)((Town.BetweenCasesOfCellMs * chance.Exponential()) + 0.5));

    private void Happen(int cell, Happen happen, Turn turn)
    {
        ref var chance = ref _cells[cell];
        _tally.Arrived++;
        var now = turn.Now.Milliseconds;
        turn.Send(Town.Officer(Town.OnDuty(cell, now)), new Assign(new Case(now, cell, Town.Urgency(chance.Unit()))));
        turn.SendAfter(UntilNext(ref chance), turn.Self, new Happen(happen.Number + 1));
    }

    private void Assign(int officer, in Case one, Turn turn)
    {
        ref var who = ref _officers[officer];
        if (who.Busy > 0)
        {
            _ofOfficers.Add(officer, in one);
        }
        else
        {
            SetOut(ref who, in one, turn);
        }
    }

    private void Reach(int officer, in Case one, Turn turn)
    {
        _tally.Begun.Add(one.Urgency, turn.Now.Milliseconds - one.SinceMs);
        turn.SendAfter(Town.Handling.Sample(ref _officers[officer].Chance), turn.Self, new Finish(one));
    }

    private void Finish(int officer, in Case one, Turn turn)
    {
        ref var who = ref _officers[officer];
        _tally.Ended++;
        if (who.Chance.Happens(Town.PassedOn))
        {
            _tally.PassedOn++;
            turn.Send(Town.Department(who.Chance.Below(Town.Departments)), new PassOn(one with { SinceMs = turn.Now.Milliseconds }));
        }

        who.Busy = 0;
        if (_ofOfficers.TryTake(officer, out var next))
        {
            SetOut(ref who, in next, turn);
        }
    }

    private void GoOffDuty(int officer, GoOffDuty off, Turn turn)
    {
        _tally.ShiftChanges++;
        while (_ofOfficers.TryTake(officer, out var one))
        {
            turn.Send(Town.Officer(Town.Relief(officer)), new Assign(one));
        }

        turn.SendAfter(new Duration(Town.DayMs), turn.Self, new GoOffDuty(off.Day + 1));
    }

    private void PassOn(int department, in Case one, Turn turn)
    {
        ref var desk = ref _departments[department];
        if (desk.Busy == Town.ServersPerDepartment)
        {
            _ofDepartments.Add(department, in one);
            return;
        }

        desk.Busy++;
        Take(ref desk, in one, turn);
    }

    private void Resolve(int department, Turn turn)
    {
        ref var desk = ref _departments[department];
        _tally.Done++;
        if (_ofDepartments.TryTake(department, out var next))
        {
            Take(ref desk, in next, turn);
        }
        else
        {
            desk.Busy--;
        }
    }

    // An officer walks from the cell he is in, and then is in the case's.
    private static void SetOut(ref Officer who, in Case one, Turn turn)
    {
        who.Busy = 1;
        turn.SendAfter(new Duration(Town.WalkMs(who.Cell, one.Cell)), turn.Self, new Reach(one));
        who.Cell = one.Cell;
    }

    private void Take(ref Department desk, in Case one, Turn turn)
    {
        _tally.Taken.Add(one.Urgency, turn.Now.Milliseconds - one.SinceMs);
        turn.SendAfter(Town.DepartmentWork.Sample(ref desk.Chance), turn.Self, new Resolve(one));
    }

    // Written as they lie in memory, so without gaps.
    private struct Officer
    {
        public ChanceStream Chance;
        public int Cell;
        public int Busy;
    }

    private struct Department
    {
        public ChanceStream Chance;
        public long Busy;
    }
}
