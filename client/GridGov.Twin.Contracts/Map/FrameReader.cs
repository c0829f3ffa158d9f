namespace GridGov.Twin.Contracts.Map;

/// <summary>Reads what a <see cref="FrameWriter"/> spelled: for programs that view a map, and for tests.</summary>
public static class FrameReader
{
    /// <summary>Reads the head, and says where the body begins.</summary>
    /// <exception cref="FormatException">These bytes are no frame, or one of another version.</exception>
    public static FrameHead Head(ReadOnlySpan<byte> frame, out int bodyAt)
    {
        var cursor = new FrameCursor(frame);
        if (frame.Length == 0 || cursor.Byte() is var first && first >> 4 != FrameFormat.Version)
        {
            throw new FormatException($"not a map frame of version {FrameFormat.Version}: {frame.Length} bytes");
        }

        var head = new FrameHead((FrameFlags)(first & 0xF), (uint)cursor.Varint(), cursor.Zigzag(), cursor.Real(), cursor.Zigzag());
        bodyAt = cursor.At;
        return head;
    }

    /// <summary>Reads a body that is not, or no longer, deflated.</summary>
    /// <exception cref="FormatException">The body is damaged.</exception>
    public static MapFrame Body(in FrameHead head, ReadOnlySpan<byte> body)
    {
        var frame = new MapFrame(head);
        var cursor = new FrameCursor(body);
        while (!cursor.AtEnd)
        {
            var kind = cursor.Byte();
            frame = With(frame, kind, cursor.Take(cursor.Index()));
        }

        return frame;
    }

    private static MapFrame With(MapFrame frame, byte kind, ReadOnlySpan<byte> section)
    {
        var cursor = new FrameCursor(section);
        frame = kind switch
        {
            FrameFormat.Cells => frame with { Cells = Cells(ref cursor) },
            FrameFormat.Officers => frame with { Officers = Officers(ref cursor, frame.Head.NowMs) },
            FrameFormat.Cases => frame with { Cases = Cases(ref cursor, frame.Head.NowMs) },
            FrameFormat.Devices => frame with { Devices = Marks(ref cursor) },
            FrameFormat.Buildings => frame with { Buildings = Marks(ref cursor) },
            FrameFormat.CasesGone => frame with { CasesGone = cursor.Ids(cursor.Count()) },
            FrameFormat.OfficersGone => frame with { OfficersGone = cursor.Ids(cursor.Count()) },
            _ => Parts(frame, kind, ref cursor),
        };
        if (kind <= FrameFormat.Last)
        {
            cursor.End();
        }

        return frame;
    }

    private static MapFrame Parts(MapFrame frame, byte kind, ref FrameCursor cursor) => kind switch
    {
        FrameFormat.CaseStages => frame with { CaseStages = CaseParts(ref cursor) },
        FrameFormat.CaseMarks => frame with { CaseMarks = CaseParts(ref cursor) },
        FrameFormat.CaseDues => frame with { CaseDues = CaseDues(ref cursor, frame.Head.NowMs) },
        FrameFormat.CellsOpen => frame with { CellsOpen = Counts(ref cursor) },
        FrameFormat.CellsOverdue => frame with { CellsOverdue = Counts(ref cursor) },
        FrameFormat.CellsOfficers => frame with { CellsOfficers = Counts(ref cursor) },
        FrameFormat.CellsAlarms => frame with { CellsAlarms = Counts(ref cursor) },
        _ => frame,
    };

    private static CellLoad[] Cells(ref FrameCursor cursor)
    {
        var ids = cursor.Indices(cursor.Count());
        var (open, overdue, officers, alarms) = (cursor.Column(ids.Length), cursor.Column(ids.Length), cursor.Column(ids.Length), cursor.Column(ids.Length));
        return [.. ids.Select((id, i) => new CellLoad(id, open[i], overdue[i], officers[i], alarms[i]))];
    }

    private static OfficerLeg[] Officers(ref FrameCursor cursor, long nowMs)
    {
        var ids = cursor.Indices(cursor.Count());
        var doing = cursor.Column(ids.Length);
        var (depart, arrive) = (cursor.Signed(ids.Length), cursor.Signed(ids.Length));
        var legs = new OfficerLeg[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            var path = Path(ref cursor);
            legs[i] = path.Length < 2 ? new(ids[i], doing[i], 0, 0, path) : new(ids[i], doing[i], nowMs + depart[i], nowMs + arrive[i], path);
        }

        return legs;
    }

    private static int[] Path(ref FrameCursor cursor)
    {
        var path = new int[cursor.Count()];
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = i == 0 ? cursor.Index() : cursor.Step(path[i - 1]);
        }

        return path;
    }

    private static CasePin[] Cases(ref FrameCursor cursor, long nowMs)
    {
        var ids = cursor.Ids(cursor.Count());
        var count = ids.Length;
        var (stage, marks) = (cursor.Column(count), cursor.Column(count));
        var (kind, cell) = (cursor.Numbers(count), cursor.Numbers(count));
        var (east, north) = (cursor.Signed(count), cursor.Signed(count));
        var due = cursor.Dues(count, nowMs);
        return [.. ids.Select((id, i) => new CasePin(id, stage[i], marks[i], (int)kind[i], (int)cell[i], (int)east[i], (int)north[i], due[i]))];
    }

    private static CasePart[] CaseParts(ref FrameCursor cursor)
    {
        var ids = cursor.Ids(cursor.Count());
        var values = cursor.Column(ids.Length);
        return [.. ids.Select((id, i) => new CasePart(id, values[i]))];
    }

    private static CaseDue[] CaseDues(ref FrameCursor cursor, long nowMs)
    {
        var ids = cursor.Ids(cursor.Count());
        var due = cursor.Dues(ids.Length, nowMs);
        return [.. ids.Select((id, i) => new CaseDue(id, due[i]))];
    }

    private static CellCount[] Counts(ref FrameCursor cursor)
    {
        var ids = cursor.Indices(cursor.Count());
        var counts = cursor.Column(ids.Length);
        return [.. ids.Select((id, i) => new CellCount(id, counts[i]))];
    }

    private static StateMark[] Marks(ref FrameCursor cursor)
    {
        var ids = cursor.Indices(cursor.Count());
        var state = cursor.Column(ids.Length);
        return [.. ids.Select((id, i) => new StateMark(id, state[i]))];
    }
}
