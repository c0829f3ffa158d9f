using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>Reads all rows of a log by a mapping: when, where in degrees, what, how; or why not.</summary>
internal sealed class LogReader
{
    /// <summary>The most rows of one log; each is kept in about a hundred bytes.</summary>
    public const int MostRows = 20_000_000;

    private readonly LogFile _log;
    private readonly ReplayMapping _mapping;
    private readonly RowRules _rules;
    private readonly RowClock _clock;
    private readonly HashSet<UInt128> _seen = [];
    private readonly int _happened;
    private readonly int _opened;
    private readonly int _closed;
    private readonly int _latitude;
    private readonly int _longitude;
    private readonly int _cell;
    private readonly int _channel;
    private readonly int[] _kind;
    private readonly int[] _same;

    private LogReader(LogFile log, ReplayMapping mapping, RowRules rules)
    {
        (_log, _mapping, _rules, _clock) = (log, mapping, rules, new RowClock(mapping.Times));
        (_opened, _closed) = (log.Find(mapping.Columns.Opened), log.Find(mapping.Columns.Closed));
        (_latitude, _longitude) = (log.Find(mapping.Columns.Latitude), log.Find(mapping.Columns.Longitude));
        (_happened, _cell) = (log.Find(mapping.Columns.Happened), log.Find(mapping.Columns.Cell));
        _channel = log.Find(mapping.Channels.From);
        _kind = [.. mapping.Kinds.From.Select(log.Find)];
        _same = [.. mapping.Duplicates.Same.Select(log.Find)];
    }

    /// <summary>Reads the log at <paramref name="path"/>, in the order of the file.</summary>
    /// <exception cref="InputRejectedException">The file cannot be read, has a row without end, or lacks a column.</exception>
    public static List<LoggedRow> ReadAll(string path, ReplayMapping mapping, RowRules rules)
    {
        using var log = LogFile.Open(path, mapping.Columns.Header, mapping.Encoding);
        var reader = new LogReader(log, mapping, rules);
        var rows = new List<LoggedRow>();
        while (log.Next())
        {
            rows.Add(reader.Read());
            if (rows.Count > MostRows)
            {
                throw new InputRejectedException(new Finding(
                    path, 0, "", string.Create(CultureInfo.InvariantCulture, $"at most {MostRows} rows"), "the log is too long; cut it into parts"));
            }
        }

        return rows;
    }

    private LoggedRow Read()
    {
        var row = new LoggedRow
        {
            Line = _log.Line,
            Cell = -1,
            Case = -1,
            HappenedMs = LoggedRow.Unknown,
            ClosedMs = LoggedRow.Unknown,
            LongitudeDeg = double.NaN,
            LatitudeDeg = double.NaN,
        };
        row.Fault = ReadFields(ref row);
        if (row.Fault != RowFault.None)
        {
            row.Fate = RowFate.Rejected;
        }
        else if (_same.Length > 0 && !_seen.Add(Digest()))
        {
            (row.Fate, row.IsRepeated) = (RowFate.Merged, true);
        }

        return row;
    }

    private RowFault ReadFields(ref LoggedRow row)
    {
        if (!_log.HasAllFields)
        {
            return RowFault.WrongColumnCount;
        }

        if (_log.HasBrokenQuotes)
        {
            return RowFault.BrokenQuotes;
        }

        if (_log.HasUnknownBytes)
        {
            return RowFault.UnknownBytes;
        }

        var time = ReadTimes(ref row);
        if (time != RowFault.None)
        {
            return time;
        }

        row.What = _rules.KindOf(string.Join(RowRules.Between, _kind.Select(column => _log[column])));
        row.Channel = _channel < 0 ? _mapping.Channels.Otherwise : _rules.ChannelOf(_log[_channel]);
        return row.What < 0 ? RowFault.KindNotMapped : ReadPosition(ref row);
    }

    private RowFault ReadTimes(ref LoggedRow row)
    {
        if (_log[_opened].Length == 0)
        {
            return RowFault.NoDate;
        }

        if (!_clock.TryRead(_log[_opened], out row.OpenedMs))
        {
            return RowFault.UnreadableDate;
        }

        if (!TryRead(_happened, ref row.HappenedMs) || !TryRead(_closed, ref row.ClosedMs))
        {
            return RowFault.UnreadableDate;
        }

        return row.ClosedMs != LoggedRow.Unknown && row.ClosedMs < row.OpenedMs ? RowFault.ClosesBeforeOpens
            : row.HappenedMs != LoggedRow.Unknown && row.HappenedMs > row.OpenedMs ? RowFault.OpensBeforeHappening
            : RowFault.None;
    }

    // A column that is not there, or is empty, leaves the time unknown.
    private bool TryRead(int column, ref long ms) => column < 0 || _log[column].Length == 0 || _clock.TryRead(_log[column], out ms);

    private RowFault ReadPosition(ref LoggedRow row)
    {
        if (_cell >= 0 && _log[_cell].Length > 0)
        {
            return long.TryParse(_log[_cell], NumberStyles.None, CultureInfo.InvariantCulture, out row.CellCode) ? RowFault.None : RowFault.UnreadablePosition;
        }

        if (_latitude < 0 || _log[_latitude].Length == 0 || _log[_longitude].Length == 0)
        {
            return _mapping.Position.Missing == OddPosition.Spread ? RowFault.None : RowFault.NoPosition;
        }

        if (!TryDegrees(_log[_latitude], out var latitude) || !TryDegrees(_log[_longitude], out var longitude))
        {
            return RowFault.UnreadablePosition;
        }

        if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
        {
            return RowFault.PositionOutOfRange;
        }

        if (latitude == 0 && longitude == 0)
        {
            return _mapping.Position.AtZero == OddPosition.Spread ? RowFault.None : RowFault.PositionZero;
        }

        (row.LatitudeDeg, row.LongitudeDeg) = (latitude, longitude);
        return RowFault.None;
    }

    private static bool TryDegrees(string text, out double degrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && double.IsFinite(degrees);

    // Sixteen bytes of a digest stand for the texts, so that a long log fits.
    private UInt128 Digest()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', _same.Select(column => _log[column]))), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
