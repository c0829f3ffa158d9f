using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Incidents;

/// <summary>The truth of one cell 现场: begins incidents by the demand, and shows them to who passes.</summary>
public static class SceneGrain
{
    /// <summary>Handles one message.</summary>
    public static void Handle(SceneState state, in Body message, Turn turn, Setting setting)
    {
        switch (message.Kind)
        {
            case NextIncident.Kind:
                Begin(state, turn, setting);
                ScheduleNext(state, turn, setting);
                break;
            case ScriptRuns.Kind:
                RunScript(state, message.As<ScriptRuns>(), turn, setting);
                break;
            case LoggedIncident.Kind:
                BeginLogged(state, message.As<LoggedIncident>(), turn, setting);
                break;
            case IncidentInjected.Kind:
                BeginInjected(state, message.As<IncidentInjected>(), turn);
                break;
            case PatrolPasses.Kind:
                Show(state, message.As<PatrolPasses>(), turn);
                break;
            case IncidentLeaves.Kind:
                state.Open.Remove(message.As<IncidentLeaves>().Incident);
                break;
        }
    }

    /// <summary>Sends the scene its next arrival, if there will be one.</summary>
    public static void ScheduleNext(SceneState state, Turn turn, Setting setting)
    {
        var next = setting.Demand.NextArrival((int)turn.Self.Number, turn.Now, turn.Seed, ref state.Arrivals);
        if (next != Instant.Never)
        {
            turn.SendAfter(next - turn.Now, turn.Self, new NextIncident());
        }
    }

    private static void Begin(SceneState state, Turn turn, Setting setting)
    {
        var cell = (int)turn.Self.Number;
        var kind = setting.Demand.DrawKind(cell, turn.Now, turn.Seed, ref state.Arrivals);
        var (building, place) = DrawPlace(cell, ref state.Arrivals, setting);
        var imagined = state.Arrivals.Happens(setting.Plan.Demand.FalseReportShare);
        Start(state, kind, building, Spot.Of(place), imagined, turn);
    }

    private static void RunScript(SceneState state, ScriptRuns message, Turn turn, Setting setting)
    {
        var line = setting.Plan.Script[message.Line];
        for (var i = 0; i < line.Count; i++)
        {
            Start(state, line.Kind, -1, Spot.Of(line.Place), imagined: false, turn);
        }
    }

    private static void BeginLogged(SceneState state, LoggedIncident logged, Turn turn, Setting setting)
    {
        // What comes in from outside may be anything: refused, for a failing handler stops the world.
        var isKind = (uint)logged.What < (uint)setting.Plan.Kinds.Length;
        var isChannel = logged.Channel is > (int)Channel.Patrol and <= (int)Channel.Centre;
        if (!isKind || !isChannel || !logged.At.IsSomewhere)
        {
            turn.Emit(new ReportRefused(logged.Key, logged.What, logged.Channel));
            return;
        }

        var incident = Add(state, new IncidentStarts(logged.Key, logged.At, -1, (int)turn.Self.Number, logged.What, 0), turn);
        turn.Send(incident, new LoggedReport(logged.Channel));
    }

    private static void BeginInjected(SceneState state, IncidentInjected injected, Turn turn)
    {
        var starts = new IncidentStarts(injected.Key, injected.At, -1, (int)turn.Self.Number, injected.What, injected.Imagined);
        var incident = Add(state, starts, turn);
        if (injected.Channel >= 0 && injected.Imagined == 0)
        {
            turn.Send(incident, new LoggedReport(injected.Channel));
        }
    }

    private static void Start(SceneState state, int kind, int building, Spot at, bool imagined, Turn turn)
    {
        var cell = (int)turn.Self.Number;
        var key = IncidentKey.Of(cell, state.Began++);
        Add(state, new IncidentStarts(key, at, building, cell, kind, imagined ? 1 : 0), turn);
    }

    private static GrainId Add(SceneState state, IncidentStarts starts, Turn turn)
    {
        var incident = turn.Next(Grain.Incident);
        state.Open.Add(incident);
        turn.Send(incident, starts);
        return incident;
    }

    private static void Show(SceneState state, PatrolPasses pass, Turn turn)
    {
        foreach (var incident in state.Open)
        {
            turn.Send(incident, new LookedAt(pass.Officer));
        }
    }

    private static (int Building, Place Place) DrawPlace(int cell, ref ChanceStream chance, Setting setting)
    {
        var buildings = setting.BuildingsOf(cell);
        var atBuilding = chance.Happens(setting.AtBuildingShare) && buildings.Length > 0;
        if (atBuilding)
        {
            var building = setting.DrawBuilding(cell, chance.Unit());
            return (building, setting.Plan.City.Buildings[building].Centre);
        }

        var site = setting.Plan.City.Cells[cell];
        var corner = site.Outline[chance.Below(site.Outline.Length)];
        var share = chance.Unit();
        return (-1, new Place(
            site.Centre.EastM + ((corner.EastM - site.Centre.EastM) * share),
            site.Centre.NorthM + ((corner.NorthM - site.Centre.NorthM) * share)));
    }
}
