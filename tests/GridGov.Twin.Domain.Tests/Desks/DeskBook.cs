using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>Writes a desk's life down from its events, in batches of a set number of arrivals.</summary>
internal sealed class DeskBook(int classes, Shadow shadow, int batchArrivals) : IEventListener
{
    private Batch _batch = new(classes, shadow.Count);
    private long _atMs;
    private long _present;
    private long _busy;
    private int _arrivals;

    public List<Batch> Batches { get; } = [];

    public void On(in Event e)
    {
        Pass(e.At.Milliseconds);
        switch (e.Body.Kind)
        {
            case JobArrived.Kind:
                Arrive(e);
                break;
            case JobStarted.Kind:
                Start(e.Body.As<JobStarted>());
                break;
            case JobFinished.Kind:
                (_present, _busy) = (_present - 1, _busy - 1);
                _batch.Finished++;
                _batch.WorkDone += e.Body.As<JobFinished>().Work.Milliseconds;
                break;
            case JobLeft.Kind:
                _present--;
                _ = e.Body.As<JobLeft>().Why == 0 ? _batch.Refused++ : _batch.GaveUp++;
                break;
        }
    }

    private void Pass(long nowMs)
    {
        var passed = nowMs - _atMs;
        _batch.PresentMs += _present * passed;
        _batch.BusyMs += _busy * passed;
        _batch.LengthMs += passed;
        _atMs = nowMs;
    }

    private void Arrive(in Event e)
    {
        if (_arrivals++ == batchArrivals)
        {
            Batches.Add(_batch);
            (_batch, _arrivals) = (new Batch(classes, shadow.Count), 1);
        }

        var stream = (int)e.Body.As<JobArrived>().Item.Number;
        _present++;
        _batch.Arrived[stream]++;
        _batch.Brought[stream] += shadow.Arrive(stream, e.At, _batch);
    }

    private void Start(in JobStarted started)
    {
        _busy++;
        var stream = (int)started.Item.Number;
        _batch.Started[stream]++;
        _batch.Waited[stream] += started.Waited.Milliseconds;
        _batch.Delayed += started.Waited.Milliseconds > 0 ? 1 : 0;
    }
}
