using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Snapshots;

namespace GridGov.Twin.Benchmarks.Territory;

/// <content>How the town is written down and read back.</content>
internal sealed partial class TerritoryModel
{
    public void Write(SnapshotWriter writer)
    {
        writer.Value(_tally);
        writer.Row<ChanceStream>(_cells);
        writer.Row<Officer>(_officers);
        writer.Row<Department>(_departments);
        WriteLines(writer, _ofOfficers, Town.Officers);
        WriteLines(writer, _ofDepartments, Town.Departments);
    }

    public void Read(SnapshotReader reader)
    {
        _tally = reader.Value<Tally>();
        reader.Row<ChanceStream>().CopyTo(_cells, 0);
        reader.Row<Officer>().CopyTo(_officers, 0);
        reader.Row<Department>().CopyTo(_departments, 0);
        ReadLines(reader, _ofOfficers, Town.Officers);
        ReadLines(reader, _ofDepartments, Town.Departments);
    }

    private static void WriteLines(SnapshotWriter writer, Lines lines, int desks)
    {
        for (var desk = 0; desk < desks; desk++)
        {
            writer.Row<Case>([.. lines.At(desk)]);
        }
    }

    private static void ReadLines(SnapshotReader reader, Lines lines, int desks)
    {
        for (var desk = 0; desk < desks; desk++)
        {
            while (lines.TryTake(desk, out _))
            {
                // What waited before the reading is forgotten.
            }

            foreach (var one in reader.Row<Case>())
            {
                lines.Add(desk, in one);
            }
        }
    }
}
