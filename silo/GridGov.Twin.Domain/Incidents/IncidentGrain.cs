using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Incidents;

/// <summary>One incident 事实: begins, is noticed (or not), is talked about, worsens, ends. Nobody on the command side reads it.</summary>
public static class IncidentGrain
{
    private const ushort NoReporter = ushort.MaxValue;

    /// <summary>Handles one message; false when the incident is over and nobody needs it any more.</summary>
    public static bool Handle(IncidentState state, in Body message, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        switch (message.Kind)
        {
            case IncidentStarts.Kind:
                Start(ref facts, message.As<IncidentStarts>(), turn, setting);
                break;
            case LookedAt.Kind:
                LookAt(ref facts, message.As<LookedAt>(), turn, setting);
                break;
            case Sensed.Kind when facts.Known != Knowledge.Over:
                Report(ref facts, Channel.Device, NoReporter, turn);
                break;
            case LoggedReport.Kind:
                Report(ref facts, (Channel)message.As<LoggedReport>().Channel, NoReporter, turn);
                break;
            case ResidentCalls.Kind when facts.Known != Knowledge.Over:
                Call(ref facts, turn, setting);
                ScheduleCall(ref facts, turn, setting);
                break;
            case Redials.Kind:
                facts.OnTheLine--;
                Call(ref facts, turn, setting);
                break;
            case JobDone.Kind:
                facts.OnTheLine--;
                Report(ref facts, Channel.Hotline, NoReporter, turn);
                EndImagined(ref facts, turn);
                break;
            case JobLost.Kind:
                HangUp(ref facts, turn, setting);
                EndImagined(ref facts, turn);
                break;
            case GrowsWorse.Kind:
                Worsen(ref facts, turn);
                break;
            case Inspect.Kind:
                var asked = message.As<Inspect>();
                turn.Send(asked.Case, new Found(asked.Ticket, facts.Known == Knowledge.Over || facts.Imagined == 1 ? 0 : 1));
                break;
            case GivenUp.Kind when facts.Known == Knowledge.Known:
                facts.Known = Knowledge.Forgotten;
                facts.GivenUp++;
                break;
            case GoesAway.Kind:
                End(ref facts, putRight: false, turn);
                break;
            case PutRight.Kind when facts.Imagined == 0 && facts.Known != Knowledge.Over:
                End(ref facts, putRight: true, turn);
                break;
        }

        return facts.Known != Knowledge.Over || facts.OnTheLine > 0;
    }

    /// <summary>Answers for an incident that is over and forgotten: an inspection finds nothing.</summary>
    public static void AnswerForGone(in Body message, Turn turn)
    {
        if (message.Kind == Inspect.Kind)
        {
            var asked = message.As<Inspect>();
            turn.Send(asked.Case, new Found(asked.Ticket, 0));
        }
    }

    /// <summary>Draws the next call anew, if one is awaited.</summary>
    public static void DrawAnew(IncidentState state, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        if (!facts.NextCall.IsNone && facts.Known != Knowledge.Over)
        {
            turn.Cancel(ref facts.NextCall);
            ScheduleCall(ref facts, turn, setting);
        }
    }

    private static void Start(ref IncidentFacts facts, IncidentStarts starts, Turn turn, Setting setting)
    {
        var profile = setting.Plan.Kinds[starts.What];
        facts = new IncidentFacts
        {
            Key = starts.Key,
            Began = turn.Now,
            Life = ChanceStream.For(turn.Seed, starts.Key, Purpose.IncidentLife),
            Noticing = ChanceStream.For(turn.Seed, starts.Key, Purpose.Noticing),
            Calling = ChanceStream.For(turn.Seed, starts.Key, Purpose.Calling),
            At = starts.At,
            Cell = starts.Cell,
            Building = starts.Building,
            What = starts.What,
            Imagined = starts.Imagined,
            Weight = (short)profile.Weight,
        };
        turn.Emit(new IncidentStarted(starts.Key, starts.At, starts.Building, starts.Cell, starts.What, starts.Imagined));
        if (starts.Imagined == 1)
        {
            Call(ref facts, turn, setting);
            EndImagined(ref facts, turn);
            return;
        }

        StartLife(ref facts, profile, turn);
        ScheduleCall(ref facts, turn, setting);
        Disturb(ref facts, profile, turn, setting);
        if (facts.Building >= 0)
        {
            turn.Send(Grain.BuildingOf(facts.Building), new TroubleBegins(facts.What));
        }
    }

    private static void StartLife(ref IncidentFacts facts, KindProfile profile, Turn turn)
    {
        if (profile.Lasts is { } lasts)
        {
            facts.Going = turn.StartTimer(lasts.Sample(ref facts.Life), new GoesAway());
        }

        if (profile.Worsens is { } worsens)
        {
            facts.Worsening = turn.StartTimer(worsens.Sample(ref facts.Life), new GrowsWorse());
        }
    }

    private static void Disturb(ref IncidentFacts facts, KindProfile profile, Turn turn, Setting setting)
    {
        foreach (var device in setting.DevicesOf(facts.Cell))
        {
            var senses = (profile.Sensors & (1 << (int)setting.Plan.City.Devices[device].Kind)) != 0;
            if (senses && facts.Noticing.Happens(setting.Plan.Devices.Notices))
            {
                turn.SendAfter(setting.Plan.Devices.NoticeDelay.Sample(ref facts.Noticing), Grain.DeviceOf(device), new Disturbs(turn.Self));
            }
        }
    }

    private static void LookAt(ref IncidentFacts facts, LookedAt look, Turn turn, Setting setting)
    {
        // An officer's list shows him the open cases of the cell, so he reports only what nobody deals with.
        var unnoticed = facts.Imagined == 0 && facts.Known is Knowledge.Unknown or Knowledge.Forgotten;
        if (unnoticed && facts.Noticing.Happens(setting.Plan.Kinds[facts.What].SeenByPatrol))
        {
            Report(ref facts, Channel.Patrol, (ushort)look.Officer, turn);
        }
    }

    private static void Call(ref IncidentFacts facts, Turn turn, Setting setting)
    {
        if (setting.Plan.Hotline is not { } hotline)
        {
            Report(ref facts, Channel.App, NoReporter, turn);
            return;
        }

        facts.OnTheLine++;
        facts.Calls++;
        var talk = hotline.Talk.Sample(ref facts.Calling);
        var patience = JobArrives.PatienceOf(hotline.Patience, ref facts.Calling);
        turn.Send(Grain.DeskOf(hotline.Desk), new JobArrives(turn.Self, talk, patience, facts.Calls, JobArrives.OrdinaryPriority, JobArrives.Tell));
    }

    private static void ScheduleCall(ref IncidentFacts facts, Turn turn, Setting setting)
    {
        var profile = setting.Plan.Kinds[facts.What];
        var perHour = profile.CallsPerHour * (facts.Weight > (int)profile.Weight ? 2 : 1);
        if (perHour > 0)
        {
            var waitMs = -Exact.Log(facts.Life.UnitAboveZero()) * 3_600_000 / perHour;
            facts.NextCall = turn.StartTimer(new Duration((long)waitMs + 1), new ResidentCalls());
        }
    }

    private static void HangUp(ref IncidentFacts facts, Turn turn, Setting setting)
    {
        var hotline = setting.Plan.Hotline!;
        if (facts.Calling.Happens(hotline.CallsAgain))
        {
            turn.SendAfter(hotline.RedialAfter.Sample(ref facts.Calling), turn.Self, new Redials());
        }
        else
        {
            facts.OnTheLine--;
        }
    }

    private static void Report(ref IncidentFacts facts, Channel channel, ushort reporter, Turn turn)
    {
        if (facts.Imagined == 0 && facts.Known is Knowledge.Unknown)
        {
            turn.Emit(new IncidentDiscovered(turn.Now - facts.Began, facts.What, facts.Cell, (long)channel));
        }

        if (facts.Known != Knowledge.Over)
        {
            facts.Known = Knowledge.Known;
        }

        var caseKey = IncidentKey.OfCase(facts.Key, facts.GivenUp);
        turn.Send(Grain.CellOf(facts.Cell), new ReportArrives(
            turn.Self, caseKey, facts.At, reporter, (ushort)facts.Cell, (ushort)facts.What, channel, (byte)(channel == Channel.Patrol ? 1 : 0)));
    }

    private static void Worsen(ref IncidentFacts facts, Turn turn)
    {
        facts.Weight++;
        turn.Emit(new IncidentWorsened(facts.What, facts.Cell));
    }

    private static void EndImagined(ref IncidentFacts facts, Turn turn)
    {
        if (facts.Imagined == 1 && facts.OnTheLine == 0 && facts.Known != Knowledge.Over)
        {
            End(ref facts, putRight: false, turn);
        }
    }

    private static void End(ref IncidentFacts facts, bool putRight, Turn turn)
    {
        turn.Emit(new IncidentEnded(
            turn.Now - facts.Began, facts.What, facts.Cell, putRight ? 1 : 0, facts.Known == Knowledge.Unknown ? 0 : 1, facts.Imagined, facts.Building));
        facts.Known = Knowledge.Over;
        turn.Cancel(ref facts.NextCall);
        turn.Cancel(ref facts.Going);
        turn.Cancel(ref facts.Worsening);
        turn.Send(Grain.SceneOf(facts.Cell), new IncidentLeaves(turn.Self));
        if (facts.Building >= 0 && facts.Imagined == 0)
        {
            turn.Send(Grain.BuildingOf(facts.Building), new TroubleEnds(facts.What));
        }
    }
}
