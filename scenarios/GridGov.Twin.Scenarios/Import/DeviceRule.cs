using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// A few devices in every cell. The class and sub-class digits are those of the components they watch (camera 0150, storm manhole 0103, water
/// fittings 0506, water supply 0125, bin 0305); smoke and noise have none and take local codes downward from 0599.
/// </summary>
internal static class DeviceRule
{
    private const int Tries = 20;

    // Mean devices a cell, by the kinds of cell in the order of CellKind; a planner's guess, for synthetic districts only.
    private static readonly (DeviceKind Kind, string Class, double[] Mean)[] Rules =
    [
        (DeviceKind.Camera, "0150", [0.8, 1.5, 1.2, 0.8, 0.6, 0.3]),
        (DeviceKind.Manhole, "0103", [0.6, 0.8, 0.8, 0.5, 0.3, 0.1]),
        (DeviceKind.WaterDepth, "0506", [0.1, 0.15, 0.15, 0.1, 0.1, 0.05]),
        (DeviceKind.Pressure, "0125", [0.1, 0.15, 0.1, 0.15, 0.02, 0.02]),
        (DeviceKind.Smoke, "0599", [0.5, 0.8, 0.8, 0.8, 0.1, 0.1]),
        (DeviceKind.Noise, "0598", [0.1, 0.3, 0.2, 0.2, 0.05, 0]),
        (DeviceKind.BinFill, "0305", [0.5, 0.7, 0.6, 0.3, 0.2, 0.2]),
    ];

    public static DeviceSite[] Place(IReadOnlyList<CellSite> cells, string division, LocalPlane plane, ulong seed)
    {
        var devices = new List<DeviceSite>();
        foreach (var (kind, classes, mean) in Rules)
        {
            var sequence = 0;
            foreach (var cell in cells)
            {
                var chance = ChanceStream.For(seed, (ulong)cell.Index, ImportPurpose.Devices + (uint)kind);
                for (var count = (int)(mean[(int)cell.Kind] + chance.Unit()); count > 0; count--)
                {
                    var code = string.Create(CultureInfo.InvariantCulture, $"{division}{classes}{++sequence:000000}");
                    devices.Add(new DeviceSite(devices.Count, code, kind, cell.Index, Spot(cell, plane, ref chance)));
                }
            }
        }

        return [.. devices];
    }

    private static Place Spot(CellSite cell, LocalPlane plane, ref ChanceStream chance)
    {
        var shape = Outlines.ToPolygon(cell.Outline);
        var box = shape.EnvelopeInternal;
        for (var i = 0; i < Tries; i++)
        {
            var spot = plane.Snap(new Place(box.MinX + (chance.Unit() * box.Width), box.MinY + (chance.Unit() * box.Height)));
            if (Outlines.Holds(shape, spot))
                return spot;
        }

        return cell.Centre;
    }
}
