namespace GridGov.Twin.Contracts.Map;

/// <summary>Spells frames: a short head, and a body of sections, each in columns so that it deflates well.</summary>
public sealed class FrameWriter
{
    private readonly FrameBytes _body = new();
    private readonly FrameBytes _section = new();
    private long _nowMs;

    /// <summary>The head, which is never deflated: version and flags in its first byte, then the number in the area, and the clock if the flags say so.</summary>
    public static byte[] Head(in FrameHead head)
    {
        var first = (byte)((FrameFormat.Version << FrameFormat.FlagBits) | (byte)head.Flags);
        if (!head.Flags.HasFlag(FrameFlags.Clock))
        {
            return [first, head.Sequence];
        }

        var bytes = new FrameBytes(32);
        bytes.Byte(first);
        bytes.Byte(head.Sequence);
        bytes.Zigzag(head.NowMs);
        bytes.Real(head.Speed);
        bytes.Zigzag(head.WallMs);
        return bytes.Written.ToArray();
    }

    /// <summary>The body, not deflated; valid until the next call.</summary>
    public ReadOnlySpan<byte> Body(MapFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _body.Clear();
        _nowMs = frame.Head.NowMs;
        Section(FrameFormat.Cells, frame.Cells, static cell => cell.Cell, static (to, cells) => to.CellColumns(cells));
        Section(FrameFormat.Officers, frame.Officers, static officer => officer.Officer, static (to, officers) => to.OfficerColumns(officers));
        Section(FrameFormat.Cases, frame.Cases, static pin => pin.Case, static (to, pins) => to.CaseColumns(pins));
        States(FrameFormat.Devices, frame.Devices);
        States(FrameFormat.Buildings, frame.Buildings);
        Section(FrameFormat.CasesGone, frame.CasesGone, static id => id, static (_, _) => { });
        Section(FrameFormat.OfficersGone, frame.OfficersGone, static id => id, static (_, _) => { });
        Parts(FrameFormat.CaseStages, frame.CaseStages);
        Parts(FrameFormat.CaseMarks, frame.CaseMarks);
        Section(FrameFormat.CaseDues, frame.CaseDues, static due => due.Case, static (to, dues) => to.Numbers(dues, due => to.Due(due.DueMs)));
        Counts(FrameFormat.CellsOpen, frame.CellsOpen);
        Counts(FrameFormat.CellsOverdue, frame.CellsOverdue);
        Counts(FrameFormat.CellsOfficers, frame.CellsOfficers);
        Counts(FrameFormat.CellsAlarms, frame.CellsAlarms);
        return _body.Written;
    }

    private void States(byte kind, IReadOnlyList<StateMark> marks) =>
        Bytes(kind, marks, static mark => mark.Index, static mark => mark.State);

    private void Parts(byte kind, IReadOnlyList<CasePart> parts) =>
        Bytes(kind, parts, static part => part.Case, static part => part.Value);

    private void Counts(byte kind, IReadOnlyList<CellCount> counts) =>
        Bytes(kind, counts, static count => count.Cell, static count => count.Count);

    // Things of which there is one byte to say.
    private void Bytes<T>(byte kind, IReadOnlyList<T> things, Func<T, long> id, Func<T, byte> value)
    {
        if (things.Count == 0)
        {
            return;
        }

        _section.Clear();
        var isJoined = IsJoined(things, value);
        var last = 0L;
        for (var i = 0; i < things.Count; i++)
        {
            var lead = (ulong)(id(things[i]) - last);
            last += (long)lead;
            _section.Varint(isJoined ? (lead << FrameFormat.JoinedBits) | value(things[i]) : lead);
        }

        if (!isJoined)
        {
            Column(things, value);
        }

        Close(isJoined ? (byte)(kind | FrameFormat.Joined) : kind, things.Count);
    }

    private static bool IsJoined<T>(IReadOnlyList<T> things, Func<T, byte> value)
    {
        var isJoined = things.Count < FrameFormat.ManyThings;
        for (var i = 0; isJoined && i < things.Count; i++)
        {
            isJoined = value(things[i]) < 1 << FrameFormat.JoinedBits;
        }

        return isJoined;
    }

    private void Section<T>(byte kind, IReadOnlyList<T> things, Func<T, long> id, Action<FrameWriter, IReadOnlyList<T>> columns)
    {
        if (things.Count == 0)
        {
            return;
        }

        _section.Clear();
        var last = 0L;
        for (var i = 0; i < things.Count; i++)
        {
            var number = id(things[i]);
            _section.Varint((ulong)(number - last));
            last = number;
        }

        columns(this, things);
        Close(kind, things.Count);
    }

    private void Close(byte kind, int things)
    {
        _body.Varint(((ulong)things << FrameFormat.KindBits) | kind);
        _body.Varint((ulong)_section.Length);
        _body.Raw(_section.Written);
    }

    private void CellColumns(IReadOnlyList<CellLoad> cells)
    {
        Column(cells, cell => cell.Open);
        Column(cells, cell => cell.Overdue);
        Column(cells, cell => cell.Officers);
        Column(cells, cell => cell.Alarms);
    }

    private void OfficerColumns(IReadOnlyList<OfficerLeg> officers)
    {
        Column(officers, officer => officer.Doing);
        Numbers(officers, officer => IsStanding(officer) ? 0 : Zigzag(officer.DepartMs - _nowMs));
        Numbers(officers, officer => IsStanding(officer) ? 0 : Zigzag(officer.ArriveMs - _nowMs));
        foreach (var officer in officers)
        {
            _section.Varint((ulong)officer.Path.Length);
            for (var i = 0; i < officer.Path.Length; i++)
            {
                _section.Varint(i == 0 ? (ulong)officer.Path[0] : Zigzag(officer.Path[i] - officer.Path[i - 1]));
            }
        }
    }

    private void CaseColumns(IReadOnlyList<CasePin> cases)
    {
        Column(cases, pin => pin.Stage);
        Column(cases, pin => pin.Marks);
        Numbers(cases, pin => (ulong)pin.Kind);
        Numbers(cases, pin => (ulong)pin.Cell);
        Numbers(cases, pin => Zigzag(pin.EastDm));
        Numbers(cases, pin => Zigzag(pin.NorthDm));
        Numbers(cases, pin => Due(pin.DueMs));
    }

    private void Column<T>(IReadOnlyList<T> things, Func<T, byte> value)
    {
        for (var i = 0; i < things.Count; i++)
        {
            _section.Byte(value(things[i]));
        }
    }

    private void Numbers<T>(IReadOnlyList<T> things, Func<T, ulong> value)
    {
        for (var i = 0; i < things.Count; i++)
        {
            _section.Varint(value(things[i]));
        }
    }

    // 0 is a clock that stands; what is due is so from now on or long since.
    private ulong Due(long dueMs) => dueMs == 0 ? 0 : Zigzag(dueMs - _nowMs) + 1;

    private static ulong Zigzag(long value) => FrameBytes.Zigzagged(value);

    private static bool IsStanding(OfficerLeg officer) => officer.Path.Length < 2;
}
