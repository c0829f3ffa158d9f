using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Contracts.Tests.Map;

/// <summary>Frames of every shape, from a seed.</summary>
internal static class RandomFrames
{
    public static MapFrame Of(int seed)
    {
        var chance = new Random(seed);
        var now = chance.NextInt64(0, 1L << 40);
        return new MapFrame(new FrameHead((FrameFlags)chance.Next(32), Byte(chance), now, chance.Next(3) == 0 ? float.PositiveInfinity : chance.Next(700), chance.NextInt64(1L << 42)))
        {
            Cells = [.. Ids(chance, 1_540).Select(id => new CellLoad((int)id, Byte(chance), Byte(chance), Byte(chance), Byte(chance)))],
            Officers = [.. Ids(chance, 350).Select(id => Officer(chance, (int)id, now))],
            Cases = [.. Ids(chance, long.MaxValue).Select(id => Case(chance, id))],
            Devices = Marks(chance, 9_000),
            Buildings = Marks(chance, 200_000),
            CasesGone = Ids(chance, long.MaxValue),
            OfficersGone = Ids(chance, 350),
            CaseStages = Parts(chance),
            CaseMarks = Parts(chance),
            CaseDues = [.. Ids(chance, long.MaxValue).Select(id => new CaseDue(id, Due(chance)))],
            CellsOpen = Counts(chance),
            CellsOverdue = Counts(chance),
            CellsOfficers = Counts(chance),
            CellsAlarms = Counts(chance),
        };
    }

    private static OfficerLeg Officer(Random chance, int id, long now)
    {
        var path = Enumerable.Range(0, chance.Next(1, 12)).Select(_ => chance.Next(20_000)).ToArray();
        return path.Length == 1
            ? new OfficerLeg(id, (byte)chance.Next(6), 0, 0, path)
            : new OfficerLeg(id, (byte)chance.Next(6), now - chance.Next(600_000), now + chance.Next(600_000), path);
    }

    private static CasePin Case(Random chance, long id) => new(
        id, (byte)chance.Next(7), (byte)chance.Next(8), chance.Next(423), chance.Next(1_540), chance.Next(-50_000, 50_000), chance.Next(-50_000, 50_000),
        Due(chance));

    private static long Due(Random chance) => chance.Next(4) == 0 ? 0 : chance.NextInt64(1L << 45);

    private static CellCount[] Counts(Random chance) => Below(chance) is var below ? [.. Ids(chance, 1_540).Select(id => new CellCount((int)id, Byte(chance, below)))] : [];

    private static StateMark[] Marks(Random chance, int things) =>
        Below(chance) is var below ? [.. Ids(chance, things).Select(id => new StateMark((int)id, Byte(chance, below)))] : [];

    // Numbers of cases stay below 2 to the 60th: no world opens more.
    private static CasePart[] Parts(Random chance) =>
        Below(chance) is var below ? [.. Ids(chance, 1L << 60).Select(id => new CasePart(id, Byte(chance, below)))] : [];

    // Small bytes are spelled otherwise than large ones.
    private static int Below(Random chance) => chance.Next(2) == 0 ? 8 : 256;

    private static long[] Ids(Random chance, long below) =>
        [.. Enumerable.Range(0, chance.Next(3) == 0 ? 0 : chance.Next(40)).Select(_ => chance.NextInt64(below)).Distinct().Order()];

    private static byte Byte(Random chance, int below = 256) => (byte)chance.Next(below);
}
