using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Build;

/// <summary>
/// One grain on its own, for specifications: given messages it had, when it gets one more, then it announces these facts and sends these
/// messages. What it sends goes nowhere; a test that wants an answer sends it.
/// </summary>
internal sealed class OneGrain
{
    private readonly DistrictModel _model;
    private readonly GrainId _self;
    private readonly Turn _turn = new(seed: 1, new Timers(), new long[256]);

    public OneGrain(Town town, GrainId self, bool begins = true)
    {
        (_model, _self) = (new DistrictModel(town.Setting), self);
        if (begins)
        {
            When(new Begin());
        }
    }

    public DistrictModel Model => _model;

    /// <summary>Now, in minutes since the world's start; moved on by the test.</summary>
    public double Minutes { get; set; }

    public Instant Now => new((long)(Minutes * 60_000));

    /// <summary>The grain handles a message, now.</summary>
    public OneGrain When<T>(T message)
        where T : unmanaged, IMessage
    {
        _turn.Begin(Now, _self);
        _model.Handle(_self, Body.Of(message), _turn);
        return this;
    }

    /// <summary>The messages of a kind it sent in its last turn.</summary>
    public T[] Sends<T>()
        where T : unmanaged, IMessage => [.. SendsTo<T>().Select(sent => sent.Message)];

    /// <summary>The same with receiver and delay in minutes.</summary>
    public (GrainId To, T Message, double AfterMinutes)[] SendsTo<T>()
        where T : unmanaged, IMessage
    {
        List<(GrainId, T, double)> found = [];
        foreach (ref readonly var sent in _turn.Sends)
        {
            if (sent.Message.Kind == T.Kind)
            {
                found.Add((sent.To, sent.Message.As<T>(), (sent.Due - Now).TotalMinutes));
            }
        }

        return [.. found];
    }

    /// <summary>The facts of a kind it announced in its last turn.</summary>
    public T[] Says<T>()
        where T : unmanaged, IEvent
    {
        List<T> found = [];
        foreach (ref readonly var e in _turn.Events)
        {
            if (e.Body.Kind == T.Kind)
            {
                found.Add(e.Body.As<T>());
            }
        }

        return [.. found];
    }

    /// <summary>How many messages and facts its last turn brought.</summary>
    public int Effects => _turn.Sends.Length + _turn.Events.Length;
}
