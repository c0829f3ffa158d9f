namespace GridGov.Twin.Contracts.Map;

/// <summary>Reads what a <see cref="FrameWriter"/> spelled: for programs that view a map, and for tests.</summary>
public static class FrameReader
{
    /// <summary>Reads the head of the frame after the one with the head <paramref name="last"/> (default: it is the first), and says where the body begins.</summary>
    /// <exception cref="FormatException">These bytes are no frame, or one of another version.</exception>
    public static FrameHead Head(ReadOnlySpan<byte> frame, in FrameHead last, out int bodyAt)
    {
        var cursor = new FrameCursor(frame);
        if (frame.Length == 0 || cursor.Byte() is var first && first >> FrameFormat.FlagBits != FrameFormat.Version)
        {
            throw new FormatException($"not a map frame of version {FrameFormat.Version}: {frame.Length} bytes");
        }

        var flags = (FrameFlags)(first & ((1 << FrameFormat.FlagBits) - 1));
        var head = last with { Flags = flags, Sequence = cursor.Byte() };
        if (flags.HasFlag(FrameFlags.Clock))
        {
            head = head with { NowMs = cursor.Zigzag(), Speed = cursor.Real(), WallMs = cursor.Zigzag() };
        }

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
            var tag = cursor.Index();
            frame = With(frame, tag & ((1 << FrameFormat.KindBits) - 1), tag >> FrameFormat.KindBits, cursor.Take(cursor.Index()));
        }

        return frame;
    }

    private static MapFrame With(MapFrame frame, int kind, int count, ReadOnlySpan<byte> section)
    {
        var cursor = new FrameCursor(section);
        cursor.Require(count);
        if (kind > FrameFormat.Joined)
        {
            return IsKnown(kind & ~FrameFormat.Joined) ? With(frame, kind & ~FrameFormat.Joined, count, Parted(ref cursor, count)) : frame;
        }

        if (!IsKnown(kind))
        {
            return frame;
        }

        frame = kind switch
        {
            FrameFormat.Cells => frame with { Cells = Cells(ref cursor, count) },
            FrameFormat.Officers => frame with { Officers = Officers(ref cursor, count, frame.Head.NowMs) },
            FrameFormat.Cases => frame with { Cases = Cases(ref cursor, count, frame.Head.NowMs) },
            FrameFormat.Devices => frame with { Devices = Marks(ref cursor, count) },
            FrameFormat.Buildings => frame with { Buildings = Marks(ref cursor, count) },
            FrameFormat.CasesGone => frame with { CasesGone = cursor.Ids(count) },
            FrameFormat.OfficersGone => frame with { OfficersGone = cursor.Ids(count) },
            _ => Parts(frame, kind, ref cursor, count),
        };
        cursor.End();
        return frame;
    }

    private static bool IsKnown(int kind) => kind is > 0 and <= FrameFormat.Last;

    // A joined section as the column it could have been.
    private static ReadOnlySpan<byte> Parted(ref FrameCursor cursor, int count)
    {
        var (ids, column) = (new FrameBytes(), new byte[count]);
        for (var i = 0; i < count; i++)
        {
            var joined = cursor.Varint();
            column[i] = (byte)(joined & ((1 << FrameFormat.JoinedBits) - 1));
            ids.Varint(joined >> FrameFormat.JoinedBits);
        }

        cursor.End();
        ids.Raw(column);
        return ids.Written;
    }

    private static MapFrame Parts(MapFrame frame, int kind, ref FrameCursor cursor, int count) => kind switch
    {
        FrameFormat.CaseStages => frame with { CaseStages = CaseParts(ref cursor, count) },
        FrameFormat.CaseMarks => frame with { CaseMarks = CaseParts(ref cursor, count) },
        FrameFormat.CaseDues => frame with { CaseDues = CaseDues(ref cursor, count, frame.Head.NowMs) },
        FrameFormat.CellsOpen => frame with { CellsOpen = Counts(ref cursor, count) },
        FrameFormat.CellsOverdue => frame with { CellsOverdue = Counts(ref cursor, count) },
        FrameFormat.CellsOfficers => frame with { CellsOfficers = Counts(ref cursor, count) },
        FrameFormat.CellsAlarms => frame with { CellsAlarms = Counts(ref cursor, count) },
        _ => frame,
    };

    private static CellLoad[] Cells(ref FrameCursor cursor, int count)
    {
        var ids = cursor.Indices(count);
        var (open, overdue, officers, alarms) = (cursor.Column(ids.Length), cursor.Column(ids.Length), cursor.Column(ids.Length), cursor.Column(ids.Length));
        return [.. ids.Select((id, i) => new CellLoad(id, open[i], overdue[i], officers[i], alarms[i]))];
    }

    private static OfficerLeg[] Officers(ref FrameCursor cursor, int count, long nowMs)
    {
        var ids = cursor.Indices(count);
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

    private static CasePin[] Cases(ref FrameCursor cursor, int count, long nowMs)
    {
        var ids = cursor.Ids(count);
        var (stage, marks) = (cursor.Column(count), cursor.Column(count));
        var (kind, cell) = (cursor.Numbers(count), cursor.Numbers(count));
        var (east, north) = (cursor.Signed(count), cursor.Signed(count));
        var due = cursor.Dues(count, nowMs);
        return [.. ids.Select((id, i) => new CasePin(id, stage[i], marks[i], (int)kind[i], (int)cell[i], (int)east[i], (int)north[i], due[i]))];
    }

    private static CasePart[] CaseParts(ref FrameCursor cursor, int count)
    {
        var ids = cursor.Ids(count);
        var values = cursor.Column(ids.Length);
        return [.. ids.Select((id, i) => new CasePart(id, values[i]))];
    }

    private static CaseDue[] CaseDues(ref FrameCursor cursor, int count, long nowMs)
    {
        var ids = cursor.Ids(count);
        var due = cursor.Dues(ids.Length, nowMs);
        return [.. ids.Select((id, i) => new CaseDue(id, due[i]))];
    }

    private static CellCount[] Counts(ref FrameCursor cursor, int count)
    {
        var ids = cursor.Indices(count);
        var counts = cursor.Column(ids.Length);
        return [.. ids.Select((id, i) => new CellCount(id, counts[i]))];
    }

    private static StateMark[] Marks(ref FrameCursor cursor, int count)
    {
        var ids = cursor.Indices(count);
        var state = cursor.Column(ids.Length);
        return [.. ids.Select((id, i) => new StateMark(id, state[i]))];
    }
}
