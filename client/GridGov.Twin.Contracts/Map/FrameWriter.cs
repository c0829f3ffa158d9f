namespace GridGov.Twin.Contracts.Map;

/// <summary>Spells frames: a head of 32 bytes, and a body of sections, each in columns so that it deflates well.</summary>
public sealed class FrameWriter
{
    private readonly FrameBytes _body = new();
    private readonly FrameBytes _section = new();

    /// <summary>The head's 32 bytes.</summary>
    public static byte[] Head(in FrameHead head)
    {
        var bytes = new FrameBytes();
        bytes.Byte(FrameFormat.Version);
        bytes.Byte((byte)head.Flags);
        bytes.Byte(0);
        bytes.Byte(0);
        bytes.Word(head.Sequence);
        bytes.Real(head.NowMs);
        bytes.Real(head.Speed);
        bytes.Real(head.WallMs);
        return bytes.Written.ToArray();
    }

    /// <summary>The body, not deflated; valid until the next call.</summary>
    public ReadOnlySpan<byte> Body(MapFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _body.Clear();
        Section(FrameFormat.Cells, frame.Cells, cell => cell.Cell, CellColumns);
        Section(FrameFormat.Officers, frame.Officers, officer => officer.Officer, officers => OfficerColumns(officers, (long)Math.Floor(frame.Head.NowMs)));
        Section(FrameFormat.Cases, frame.Cases, pin => pin.Case, CaseColumns);
        Section(FrameFormat.Devices, frame.Devices, mark => mark.Index, StateColumn);
        Section(FrameFormat.Buildings, frame.Buildings, mark => mark.Index, StateColumn);
        Section(FrameFormat.CasesGone, frame.CasesGone, id => id, _ => { });
        Section(FrameFormat.OfficersGone, frame.OfficersGone, id => id, _ => { });
        return _body.Written;
    }

    private void Section<T>(byte kind, IReadOnlyList<T> things, Func<T, long> id, Action<IReadOnlyList<T>> columns)
    {
        if (things.Count == 0)
        {
            return;
        }

        _section.Clear();
        _section.Varint((ulong)things.Count);
        var last = 0L;
        foreach (var thing in things)
        {
            _section.Varint((ulong)(id(thing) - last));
            last = id(thing);
        }

        columns(things);
        _body.Byte(kind);
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

    private void OfficerColumns(IReadOnlyList<OfficerLeg> officers, long nowMs)
    {
        Column(officers, officer => officer.Doing);
        foreach (var officer in officers)
        {
            _section.Zigzag(IsStanding(officer) ? 0 : officer.DepartMs - nowMs);
        }

        foreach (var officer in officers)
        {
            _section.Zigzag(IsStanding(officer) ? 0 : officer.ArriveMs - nowMs);
        }

        foreach (var officer in officers)
        {
            _section.Varint((ulong)officer.Path.Length);
            for (var i = 0; i < officer.Path.Length; i++)
            {
                if (i == 0)
                {
                    _section.Varint((ulong)officer.Path[0]);
                }
                else
                {
                    _section.Zigzag(officer.Path[i] - officer.Path[i - 1]);
                }
            }
        }
    }

    private void CaseColumns(IReadOnlyList<CasePin> cases)
    {
        Column(cases, pin => pin.Stage);
        Column(cases, pin => pin.Marks);
        Numbers(cases, pin => (ulong)pin.Kind);
        Numbers(cases, pin => (ulong)pin.Cell);
        foreach (var pin in cases)
        {
            _section.Zigzag(pin.EastDm);
        }

        foreach (var pin in cases)
        {
            _section.Zigzag(pin.NorthDm);
        }

        Numbers(cases, pin => (ulong)pin.DueMs);
    }

    private void StateColumn(IReadOnlyList<StateMark> marks) => Column(marks, mark => mark.State);

    private void Column<T>(IReadOnlyList<T> things, Func<T, byte> value)
    {
        foreach (var thing in things)
        {
            _section.Byte(value(thing));
        }
    }

    private void Numbers<T>(IReadOnlyList<T> things, Func<T, ulong> value)
    {
        foreach (var thing in things)
        {
            _section.Varint(value(thing));
        }
    }

    private static bool IsStanding(OfficerLeg officer) => officer.Path.Length < 2;
}
