using System.Globalization;
using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Silo.Views;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>What a command becomes: whom it is for, its message once the number of its input is known, and what it is in words.</summary>
internal sealed record ReadCommand(string Action, string Target, Func<long, Draft> Message);

/// <summary>Reads commands: looks names up, and says exactly what is missing or unknown. What the rules allow is the world's to say.</summary>
internal sealed class CommandReading(WorldPlan plan, WorldViews views, DrillPlan? drill)
{
    private const int MostMinutes = 30 * 24 * 60;
    private const long MostNumber = (1L << 56) - 1;
    private readonly LocalPlane _plane = new(plan.City.Anchor);

    /// <exception cref="WorldRefusedException">Something in it is missing, unknown or impossible.</exception>
    public ReadCommand Read(Command command, int? ifMatch) => command.Kind switch
    {
        "act" => Act(command, ifMatch),
        "send-officer" => Send(command, ifMatch),
        "silence-device" => Silence(command),
        "report" => Report(command),
        _ when DrillCommandReading.Kinds.Contains(command.Kind) =>
            drill is null ? throw Problems.Conflict("not-a-drill", "此世界不是演练", "this world is no drill") : new DrillCommandReading(drill.File).Read(command),
        _ => throw Problems.Unusable(
            "no-such-kind", $"命令类型应为 act、send-officer、silence-device、report，或演练中的 {string.Join("、", DrillCommandReading.Kinds)}",
            $"a command is an act, send-officer, silence-device or report, or in a drill {string.Join(", ", DrillCommandReading.Kinds)}"),
    };

    private ReadCommand Act(Command command, int? ifMatch)
    {
        var about = CaseNumber(command.Case, "case");
        if (command.Action is null || !Words.Actions.TryGetValue(command.Action, out var action))
        {
            throw Problems.Unusable("no-such-action", "没有此操作", $"there is no such action; there are {string.Join(", ", Words.Actions.Keys)}");
        }

        var role = Array.Find(plan.Workflow.Workflow.Roles, one => one.Id == command.Role)
            ?? throw Problems.Unusable("no-such-role", "没有此角色", $"there is no such role; there are {string.Join(", ", plan.Workflow.Workflow.Roles.Select(one => one.Id))}");
        var department = command.Department is { } id ? DepartmentOf(id) : Domain.Cases.Act.SameDepartment;
        var into = command.Into is { } target ? new GrainId(Grain.Case, CaseNumber(target, "into")) : GrainId.None;
        var moves = ifMatch ?? command.Version ?? -1;
        return new ReadCommand($"{Words.Of(action)} as {role.Id}", Named("case", about), reference => new Draft(
            new GrainId(Grain.Case, about), Body.Of(new Act(reference, moves, role.Index, action, 0, department, into))));
    }

    private ReadCommand Send(Command command, int? ifMatch)
    {
        if (command.Officer is not { } officer || (uint)officer >= (uint)plan.Officers.Length)
        {
            throw Problems.NotFound("no-such-officer", "没有此网格员", "there is no such officer");
        }

        var action = $"send {plan.Officers[officer].Name}";
        if (command.Cell is not null && command.Case is null)
        {
            var cell = CellOf(command.Cell);
            return new ReadCommand(action, $"cell {command.Cell}", reference => new Draft(Grain.OfficerOf(officer), Body.Of(new VisitCell(reference, cell))));
        }

        var about = CaseNumber(command.Case, "case");
        var moves = ifMatch ?? command.Version ?? -1;
        return new ReadCommand(action, Named("case", about), reference => new Draft(
            new GrainId(Grain.Case, about), Body.Of(new SendOfficer(reference, moves, officer))));
    }

    private ReadCommand Silence(Command command)
    {
        var device = command.Device is { } code && views.DeviceOf(code) is { } index ? index : throw Problems.NotFound("no-such-device", "没有此设备", "there is no such device");
        return command.Minutes is { } minutes and >= 0 and <= MostMinutes
            ? new ReadCommand(FormattableString.Invariant($"silence for {minutes} min"), $"device {command.Device}", reference => new Draft(
                Grain.DeviceOf(device), Body.Of(new Silence(reference, minutes * 60_000L))))
            : throw Problems.Unusable("bad-length", "静默时长应为0或1分钟至30天", "minutes must be 0 or 1 to 43200");
    }

    private ReadCommand Report(Command command)
    {
        var what = Array.Find(plan.Catalogue.Conditions, one => one.Key == command.What)
            ?? throw Problems.Unusable("no-such-kind-of-case", "没有此案件类型", "what must be the key of a kind of case, such as E0110.1");
        var (cell, at) = PlaceOf(command);
        return new ReadCommand("report", $"{what.Key} in cell {plan.City.Cells[cell].Code}", reference => new Draft(
            Grain.SceneOf(cell), Body.Of(new LoggedIncident(IncidentKey.OfInput(reference), Spot.Of(at), what.Index, (int)Channel.Centre))));
    }

    // A point alone, a cell alone, or a point of the cell that is named.
    private (int Cell, Place At) PlaceOf(Command command)
    {
        var cell = command.Cell is { } code ? CellOf(code) : -1;
        if (command is { Lon: null, Lat: null, Cell: not null })
        {
            return (cell, plan.City.Cells[cell].Centre);
        }

        var (lon, lat) = (Degrees(command.Lon, "lon", 180), Degrees(command.Lat, "lat", 90));
        var at = _plane.ToPlace(lon, lat);
        var holding = Array.FindIndex(plan.City.Cells, site => Rings.Holds(site.Outline, at));
        var point = string.Create(CultureInfo.InvariantCulture, $"{lon}, {lat}");
        if (holding < 0)
        {
            throw Problems.Unusable("outside", $"位置 {point} 不在本辖区任何网格内", $"the place {point} lies in no cell of the district");
        }

        return cell < 0 || cell == holding
            ? (holding, at)
            : throw Problems.Unusable(
                "other-cell", $"位置 {point} 在网格 {plan.City.Cells[holding].Code} 内，不在 {command.Cell} 内",
                $"the place {point} lies in cell {plan.City.Cells[holding].Code}, not in {command.Cell}");
    }

    private static double Degrees(double? given, string name, int most) => given switch
    {
        null => throw Problems.Unusable("bad-place", $"缺少 {name}；须给出网格编码，或 lon 和 lat", $"{name} is missing: give a cell, or lon and lat"),
        { } degrees when Math.Abs(degrees) <= most => degrees,
        { } degrees => throw Problems.Unusable(
            "bad-place", string.Create(CultureInfo.InvariantCulture, $"{name} 为 {degrees}，应在 -{most} 至 {most} 之间"),
            string.Create(CultureInfo.InvariantCulture, $"{name} is {degrees}; expected -{most} to {most}")),
    };

    private ushort DepartmentOf(string id)
    {
        var index = Array.FindIndex(plan.Departments, one => one.Id == id);
        return index >= 0 ? (ushort)index : throw Problems.NotFound("no-such-department", "没有此部门", "there is no such department");
    }

    private int CellOf(string code) => views.CellOf(code) ?? throw Problems.NotFound("no-such-cell", "没有此网格", "there is no such cell");

    private static long CaseNumber(long? number, string field) => number switch
    {
        null => throw Problems.Unusable("no-case", $"须给出 {field}", $"{field} must say which case"),
        >= 0 and <= MostNumber => number.Value,
        _ => throw Problems.NotFound("no-such-case", "没有此案件", "there is no such case"),
    };

    private static string Named(string what, long number) => string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
}
