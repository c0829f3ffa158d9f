using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>The kinds of grain in a district and how they are numbered. The kind numbers are a storage format.</summary>
public static class Grain
{
    /// <summary>The truth of one cell; numbered like its cell.</summary>
    public const byte Scene = 1;

    /// <summary>A unit grid, as the command side knows it; numbered by its index in the city.</summary>
    public const byte Cell = 2;

    /// <summary>A building, by its index in the city.</summary>
    public const byte Building = 3;

    /// <summary>A device, by its index in the city.</summary>
    public const byte Device = 4;

    /// <summary>An officer, by his index in the plan.</summary>
    public const byte Officer = 5;

    /// <summary>A team of officers, by its index in the plan.</summary>
    public const byte Team = 6;

    /// <summary>A desk, by its index in the plan.</summary>
    public const byte Desk = 7;

    /// <summary>A case; numbered as they open.</summary>
    public const byte Case = 8;

    /// <summary>An incident (truth); numbered as they start.</summary>
    public const byte Incident = 9;

    /// <summary>A stream of calls, by its index in the plan.</summary>
    public const byte CallStream = 10;

    /// <summary>The exercise of a world; there is one at most.</summary>
    public const byte Exercise = 11;

    /// <summary>The world's exercise, where it has one.</summary>
    public static GrainId TheExercise => new(Exercise, 0);

    /// <summary>The scene of a cell.</summary>
    public static GrainId SceneOf(int cell) => new(Scene, cell);

    /// <summary>The cell's grain.</summary>
    public static GrainId CellOf(int cell) => new(Cell, cell);

    /// <summary>The building's grain.</summary>
    public static GrainId BuildingOf(int building) => new(Building, building);

    /// <summary>The device's grain.</summary>
    public static GrainId DeviceOf(int device) => new(Device, device);

    /// <summary>The officer's grain.</summary>
    public static GrainId OfficerOf(int officer) => new(Officer, officer);

    /// <summary>The team's grain.</summary>
    public static GrainId TeamOf(int team) => new(Team, team);

    /// <summary>The desk's grain.</summary>
    public static GrainId DeskOf(int desk) => new(Desk, desk);

    /// <summary>The call stream's grain.</summary>
    public static GrainId CallStreamOf(int stream) => new(CallStream, stream);
}
