using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>All grains of a district and the rule that routes a message to its grain. Buildings get a state when something first happens to them.</summary>
public sealed class DistrictModel : IModel
{
    private readonly SceneState[] _scenes;
    private readonly CellState[] _cells;
    private readonly BuildingState?[] _buildings;
    private readonly DeviceState[] _devices;
    private OfficerState[] _officers;
    private readonly TeamState[] _teams;
    private readonly DeskState[] _desks;
    private readonly CallStreamState[] _calls;

    /// <summary>The district of a setting before its first moment.</summary>
    public DistrictModel(Setting setting)
    {
        Setting = setting;
        var plan = setting.Plan;
        _scenes = New<SceneState>(plan.City.Cells.Length);
        _cells = New<CellState>(plan.City.Cells.Length);
        _buildings = new BuildingState?[plan.City.Buildings.Length];
        _devices = New<DeviceState>(plan.City.Devices.Length);
        _officers = New<OfficerState>(plan.Officers.Length);
        _teams = New<TeamState>(plan.Teams.Length);
        _desks = New<DeskState>(plan.Desks.Length);
        _calls = New<CallStreamState>(plan.Calls.Length);
        Exercise = plan.Exercise is null ? null : new ExerciseState();
    }

    /// <summary>What the grains read.</summary>
    public Setting Setting { get; private set; }

    /// <summary>The open cases and those that may still be opened again.</summary>
    public Living<CaseState> Cases { get; } = new();

    /// <summary>The incidents that last (truth).</summary>
    public Living<IncidentState> Incidents { get; } = new();

    /// <summary>The scenes, by cell.</summary>
    public ReadOnlySpan<SceneState> Scenes => _scenes;

    /// <summary>The cells.</summary>
    public ReadOnlySpan<CellState> Cells => _cells;

    /// <summary>The buildings; null where nothing ever happened.</summary>
    public ReadOnlySpan<BuildingState?> Buildings => _buildings;

    /// <summary>The devices.</summary>
    public ReadOnlySpan<DeviceState> Devices => _devices;

    /// <summary>The officers.</summary>
    public ReadOnlySpan<OfficerState> Officers => _officers;

    /// <summary>The teams.</summary>
    public ReadOnlySpan<TeamState> Teams => _teams;

    /// <summary>The desks.</summary>
    public ReadOnlySpan<DeskState> Desks => _desks;

    /// <summary>The streams of calls.</summary>
    public ReadOnlySpan<CallStreamState> Calls => _calls;

    /// <summary>The exercise that is played in it; null where none is.</summary>
    public ExerciseState? Exercise { get; }

    /// <inheritdoc/>
    public void Handle(GrainId to, in Body message, Turn turn)
    {
        if (StateOf(to, message) is not { } state)
        {
            Behaviour.AnswerForGone(to, message, turn);
        }
        else if (!Behaviour.Handle(to, state, message, turn, Setting))
        {
            Remove(to);
        }
    }

    /// <summary>
    /// Goes on under another plan of the same city, which may have more officers than the present one, behind those it has: the newcomers are to
    /// be told to begin.
    /// </summary>
    /// <exception cref="ArgumentException">The plan differs in something that grains hold.</exception>
    public void GoOnUnder(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var (now, next) = (Setting.Plan, setting.Plan);
        if (!ReferenceEquals(now.City, next.City) || now.Teams.Length != next.Teams.Length || now.Desks.Length != next.Desks.Length
            || now.Calls.Length != next.Calls.Length || now.Exercise != next.Exercise || now.Officers.Length > next.Officers.Length)
        {
            throw new ArgumentException($"plan {next.Name} does not continue plan {now.Name}: another city, or other teams, desks, calls or exercise", nameof(setting));
        }

        Setting = setting;
        _officers = [.. _officers, .. New<OfficerState>(next.Officers.Length - _officers.Length)];
        foreach (var team in next.Teams)
        {
            Array.Resize(ref _teams[team.Index].Members, team.Officers.Length);
        }
    }

    /// <inheritdoc/>
    public string NameOf(GrainId grain) => GrainName.Of(grain, Setting.Plan);

    /// <inheritdoc/>
    public void Write(SnapshotWriter writer)
    {
        Array.ForEach(_scenes, s => s.Write(writer));
        Array.ForEach(_cells, s => s.Write(writer));
        Array.ForEach(_devices, s => s.Write(writer));
        Array.ForEach(_officers, s => s.Write(writer));
        Array.ForEach(_teams, s => s.Write(writer));
        Array.ForEach(_desks, s => s.Write(writer));
        Array.ForEach(_calls, s => s.Write(writer));
        Cases.Write(writer, (state, w) => state.Write(w));
        Incidents.Write(writer, (state, w) => state.Write(w));
        foreach (var building in _buildings)
        {
            writer.Value<byte>(building is null ? (byte)0 : (byte)1);
            building?.Write(writer);
        }

        Exercise?.Write(writer);
        WriteBrokenOff(writer);
    }

    /// <inheritdoc/>
    public void Read(SnapshotReader reader)
    {
        Array.ForEach(_scenes, s => s.Read(reader));
        Array.ForEach(_cells, s => s.Read(reader));
        Array.ForEach(_devices, s => s.Read(reader));
        Array.ForEach(_officers, s => s.Read(reader));
        Array.ForEach(_teams, s => s.Read(reader));
        Array.ForEach(_desks, s => s.Read(reader));
        Array.ForEach(_calls, s => s.Read(reader));
        Cases.Read(reader, (state, r) => state.Read(r));
        Incidents.Read(reader, (state, r) => state.Read(r));
        for (var i = 0; i < _buildings.Length; i++)
        {
            _buildings[i] = reader.Value<byte>() == 0 ? null : new BuildingState();
            _buildings[i]?.Read(reader);
        }

        Exercise?.Read(reader);
        ReadBrokenOff(reader);
    }

    /// <inheritdoc/>
    public void Recall(GrainId to, in Body message, Instant due)
    {
        if (to.Kind == Grain.Desk && message.Kind == ServiceEnds.Kind)
        {
            DeskGrain.Recall(_desks[to.Number], message.As<ServiceEnds>(), due);
        }
    }

    // Only where there are any: work is broken off by people at the controls, and a district left to itself keeps the bytes it always had.
    private void WriteBrokenOff(SnapshotWriter writer)
    {
        BrokenOffJob[] broken = [.. _desks.SelectMany(desk => desk.BrokenOff)];
        if (broken.Length > 0)
        {
            writer.Row<BrokenOffJob>(broken);
        }
    }

    private void ReadBrokenOff(SnapshotReader reader)
    {
        foreach (var job in reader.AtEnd ? [] : reader.Row<BrokenOffJob>())
        {
            if ((uint)job.Desk >= (uint)_desks.Length)
            {
                throw new FormatException($"snapshot: a job was broken off at desk {job.Desk} of {_desks.Length}");
            }

            _desks[job.Desk].BrokenOff.Add(job);
        }
    }

    private IGrainState? StateOf(GrainId grain, in Body message)
    {
        var number = grain.Number;
        return grain.Kind switch
        {
            Grain.Scene => _scenes[number],
            Grain.Cell => _cells[number],
            Grain.Building => _buildings[number] ??= new BuildingState(),
            Grain.Device => _devices[number],
            Grain.Officer => _officers[number],
            Grain.Team => _teams[number],
            Grain.Desk => _desks[number],
            Grain.Case => Behaviour.BringsToLife(message) ? Cases.Add(number) : Cases.Find(number),
            Grain.Incident => Behaviour.BringsToLife(message) ? Incidents.Add(number) : Incidents.Find(number),
            Grain.CallStream => _calls[number],
            Grain.Exercise when Exercise is not null => Exercise,
            _ => throw Behaviour.Unknown(grain),
        };
    }

    private void Remove(GrainId grain)
    {
        if (grain.Kind == Grain.Case)
        {
            Cases.Remove(grain.Number);
        }
        else
        {
            Incidents.Remove(grain.Number);
        }
    }

    private static T[] New<T>(int count)
        where T : new()
    {
        var states = new T[count];
        for (var i = 0; i < count; i++)
        {
            states[i] = new T();
        }

        return states;
    }
}
