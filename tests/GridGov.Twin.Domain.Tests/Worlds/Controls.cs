using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Worlds;

/// <summary>What came into a world from outside, as a host keeps it.</summary>
internal readonly record struct Input(Instant At, GrainId To, Body Message);

/// <summary>
/// A person at the controls who tries anything on anybody, half the time what the workflow allows, and hears the answers. Every input has
/// a reference of its own.
/// </summary>
internal sealed class Controls : IEventListener
{
    private readonly World<DistrictModel> _world;
    private readonly Random _random;
    private readonly Dictionary<long, int> _answers = [];
    private long _reference;

    public Controls(World<DistrictModel> world, int seed)
    {
        (_world, _random) = (world, new Random(seed));
        world.Listen(this);
    }

    /// <summary>All there was so far.</summary>
    public List<Input> Inputs { get; } = [];

    /// <summary>How many were answered with each kind of event.</summary>
    public Dictionary<ulong, int> Heard { get; } = [];

    /// <summary>Runs to a moment, tries so many things there, and on until they are answered, once each.</summary>
    public void TryAnything(Instant at, int times)
    {
        _world.RunUntil(at);
        _answers.Clear();
        for (var i = 0; i < times; i++)
        {
            Try(++_reference);
        }

        _world.RunUntil(at + new Duration(1));
        for (var reference = _reference - times + 1; reference <= _reference; reference++)
        {
            _answers.GetValueOrDefault(reference).ShouldBe(1, $"answers to input {reference}, of kind {Inputs[(int)reference - 1].Message.Kind}, at {at}");
        }
    }

    public void On(in Event e)
    {
        var reference = e.Body.Kind switch
        {
            ActDone.Kind => e.Body.As<ActDone>().Reference,
            ActRefused.Kind => e.Body.As<ActRefused>().Reference,
            OfficerSent.Kind => e.Body.As<OfficerSent>().Reference,
            SendRefused.Kind => e.Body.As<SendRefused>().Reference,
            DeviceSilenced.Kind => e.Body.As<DeviceSilenced>().Reference,
            SilenceRefused.Kind => e.Body.As<SilenceRefused>().Reference,
            ReportAccepted.Kind => ReferenceOf(e.Body.As<ReportAccepted>().Key),
            ReportMerged.Kind => ReferenceOf(e.Body.As<ReportMerged>().Key),
            ReportRefused.Kind => ReferenceOf(e.Body.As<ReportRefused>().Key),
            _ => -1,
        };
        if (reference >= 0)
        {
            _answers[reference] = _answers.GetValueOrDefault(reference) + 1;
            Heard[e.Body.Kind] = Heard.GetValueOrDefault(e.Body.Kind) + 1;
        }
    }

    // What is given up and reported again has a key that counts on.
    private static long ReferenceOf(ulong key) => key >= IncidentKey.OfInput(0) && key <= IncidentKey.OfInput(1L << 32) ? (long)(key - IncidentKey.OfInput(0)) : -1;

    private void Try(long reference)
    {
        var plan = _world.Model.Setting.Plan;
        switch (_random.Next(10))
        {
            case 0:
                Put(AnyCase(), new SendOfficer(reference, -1, _random.Next(-1, plan.Officers.Length + 1)));
                break;
            case 1:
                Put(Grain.OfficerOf(_random.Next(plan.Officers.Length)), new VisitCell(reference, _random.Next(-1, plan.City.Cells.Length + 1)));
                break;
            case 2 when plan.City.Devices.Length > 0:
                Put(Grain.DeviceOf(_random.Next(plan.City.Devices.Length)), new Silence(reference, _random.Next(-1, 3) * 3_600_000L));
                break;
            case 3:
                var at = new Spot(_random.Next(50) == 0 ? float.NaN : _random.Next(400), -_random.Next(300));
                Put(Grain.SceneOf(_random.Next(plan.City.Cells.Length)), new LoggedIncident(
                    IncidentKey.OfInput(reference), at, _random.Next(-1, plan.Kinds.Length + 1), _random.Next(-1, 7)));
                break;
            default:
                var about = AnyCase();
                Put(about, _random.Next(2) == 0 ? AllowedAct(about, reference) : AnyAct(reference));
                break;
        }
    }

    private Act AnyAct(long reference) => new(
        reference, _random.Next(8) == 0 ? 2 : -1, _random.Next(-1, Loop.Workflow.Roles.Length), (CaseAction)_random.Next(19), 0,
        (ushort)(_random.Next(2) == 0 ? Act.SameDepartment : _random.Next(3)), _random.Next(3) == 0 ? GrainId.None : AnyCase());

    private Act AllowedAct(GrainId about, long reference)
    {
        var open = _world.Model.Cases.Find(about.Number) is { } state
            ? CaseActions.Of(state, _world.Model.Setting).Where(choice => choice.WhyNot is null).ToArray()
            : [];
        return open.Length == 0 ? AnyAct(reference) : AnyAct(reference) with
        {
            Moves = -1,
            Action = open[_random.Next(open.Length)] is var choice ? choice.Action : default,
            Role = choice.Role,
        };
    }

    private GrainId AnyCase()
    {
        long[] cases = [.. _world.Model.Cases.InOrder.Select(each => each.Number)];
        return new GrainId(Grain.Case, cases.Length == 0 || _random.Next(20) == 0 ? _random.Next(1000) : cases[_random.Next(cases.Length)]);
    }

    private void Put<T>(GrainId to, T message)
        where T : unmanaged, IMessage
    {
        Inputs.Add(new Input(_world.Now, to, Body.Of(message)));
        _world.Post(to, message, _world.Now);
    }
}
