using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Silo.Telemetry;

namespace GridGov.Twin.Silo.Cluster;

/// <content>How the feed is mirrored and the clock is moved.</content>
internal sealed partial class ClusterLife
{
    /// <summary>Mirrors what the cluster did meanwhile and moves the clock; false when there is more of it than one turn may take.</summary>
    private bool Catch()
    {
        LookAtClock();
        var clockNow = _time!.IsConducted ? Instant.Start : _time.NowAt(clock.GetUtcNow());
        // Asked before the feed is read: what is due before the answer has been handled, and is in what is read then.
        if ((clockNow >= _nextDue && clockNow > World.Now) || _answers.AreOutstanding)
        {
            _answers.Ask();
            _nextDue = _journal.NextDue();
        }

        var isEnd = Mirror();
        _mirror.MoveTo(_mirror.Reached);
        if (isEnd)
        {
            _mirror.MoveTo(clockNow < _nextDue ? clockNow : _nextDue);
        }

        return isEnd;
    }

    /// <summary>The world at the last record there is; what was sent late is due now.</summary>
    public Snapshot Save()
    {
        var atDoor = _journal.AtDoor();
        while (_mirror.Record < atDoor.Record)
        {
            Mirror(atDoor.Record);
        }

        _mirror.MoveTo(_mirror.Reached);
        return _mirror.Save(atDoor);
    }

    private bool Mirror(long to = long.MaxValue)
    {
        var (since, most) = (clock.GetTimestamp(), _isThrough ? limits.TurnMs : StartSliceMs);
        foreach (var (record, _, turns) in _journal.Turns(_mirror.Record + 1).TakeWhile(one => one.Record <= to))
        {
            foreach (var turn in turns)
            {
                _mirror.Reflect(record, turn);
                _answers.Hear(turn);
                _followers.Hear(turn.Events);
                TwinTelemetry.Events.Add(turn.Events.Count);
            }

            _mirror.Record = record;
            if (ElapsedMs(since) > most)
            {
                return false;
            }
        }

        return true;
    }

    private void LookAtClock()
    {
        if (_time is null || ElapsedMs(_timeAt) > LookAtClockMs)
        {
            (_time, _timeAt) = (_journal.Time(), clock.GetTimestamp());
        }
    }
}
