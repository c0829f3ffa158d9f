using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>What each kind of grain is made of and does, wherever its state is kept: in a whole district, or by itself.</summary>
internal static class Behaviour
{
    /// <summary>Lets a grain handle a message; false when it is over for good.</summary>
    public static bool Handle(GrainId self, IGrainState state, in Body message, Turn turn, Setting setting)
    {
        var livesOn = HandleItself(self, state, message, turn, setting);
        if (setting.Plan.Exercise is not null)
        {
            Hearing.Tell(state, message, turn);
        }

        return livesOn;
    }

    /// <summary>The state of a grain of this kind that nothing has happened to.</summary>
    public static IGrainState NewState(GrainId self) => self.Kind switch
    {
        Grain.Scene => new SceneState(),
        Grain.Cell => new CellState(),
        Grain.Building => new BuildingState(),
        Grain.Device => new DeviceState(),
        Grain.Officer => new OfficerState(),
        Grain.Team => new TeamState(),
        Grain.Desk => new DeskState(),
        Grain.Case => new CaseState(),
        Grain.Incident => new IncidentState(),
        Grain.CallStream => new CallStreamState(),
        Grain.Exercise => new ExerciseState(),
        _ => throw Unknown(self),
    };

    /// <summary>Whether a grain of this kind is there only from a first message on, and one day over for good.</summary>
    public static bool ComesAndGoes(GrainId self) => self.Kind is Grain.Case or Grain.Incident;

    /// <summary>Whether a message brings a grain to life that was not there.</summary>
    public static bool BringsToLife(in Body message) => message.Kind is CaseOpens.Kind or IncidentStarts.Kind;

    /// <summary>Answers for a grain that is not there, or no more.</summary>
    public static void AnswerForGone(GrainId self, in Body message, Turn turn)
    {
        if (self.Kind == Grain.Case)
        {
            CaseGrain.AnswerForGone(message, turn);
        }
        else
        {
            IncidentGrain.AnswerForGone(message, turn);
        }
    }

    public static ArgumentException Unknown(GrainId grain) => new($"no grain of kind {grain.Kind}", nameof(grain));

    private static bool HandleItself(GrainId self, IGrainState state, in Body message, Turn turn, Setting setting)
    {
        if (message.Kind <= DrawsAnew.Kind)
        {
            Begin(self, state, message.Kind, turn, setting);
            return true;
        }

        switch (self.Kind)
        {
            case Grain.Scene:
                SceneGrain.Handle((SceneState)state, message, turn, setting);
                return true;
            case Grain.Cell:
                CellGrain.Handle((CellState)state, message, turn, setting);
                return true;
            case Grain.Building:
                ((BuildingState)state).Handle(message, turn, setting);
                return true;
            case Grain.Device:
                DeviceGrain.Handle((DeviceState)state, message, turn, setting);
                return true;
            case Grain.Officer:
                OfficerGrain.Handle((OfficerState)state, message, turn, setting);
                return true;
            case Grain.Team:
                TeamGrain.Handle((TeamState)state, message, turn, setting);
                return true;
            case Grain.Desk:
                DeskGrain.Handle((DeskState)state, message, turn, setting);
                return true;
            case Grain.Case:
                return CaseGrain.Handle((CaseState)state, message, turn, setting);
            case Grain.Incident:
                return IncidentGrain.Handle((IncidentState)state, message, turn, setting);
            case Grain.CallStream:
                CallStreamGrain.Handle((CallStreamState)state, message, turn, setting);
                return true;
            case Grain.Exercise:
                ExerciseGrain.Handle((ExerciseState)state, message, turn, setting);
                return true;
            default:
                throw Unknown(self);
        }
    }

    private static void Begin(GrainId self, IGrainState state, ulong kind, Turn turn, Setting setting)
    {
        if (kind == Worlds.Begin.Kind)
        {
            Beginning.Begin(self, state, turn, setting);
        }
        else
        {
            Future.DrawAnew(state, turn, setting);
        }
    }
}
