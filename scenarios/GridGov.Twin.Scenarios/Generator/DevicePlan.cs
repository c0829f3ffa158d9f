using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// Puts devices along the streets and into buildings. Codes follow the component classes where there is one (camera 0150, storm
/// manhole 0103, water supply 0125, bin 0305, water fittings 0506); smoke and noise have none and take local codes downward from 0599.
/// </summary>
internal sealed class DevicePlan(DistrictPlan plan, LandMesh mesh)
{
    private static readonly string[] ClassCodes = ["0150", "0103", "0506", "0125", "0599", "0598", "0305"];
    private readonly int[] _sequence = new int[ClassCodes.Length];
    private readonly List<DeviceSite> _devices = [];
    private ChanceStream _chance;
    private Place[] _outline = [];

    public DeviceSite[] Devices => [.. _devices];

    /// <summary>Equips one cell: <paramref name="index"/> is its place among the coded cells, <paramref name="land"/> its place before.</summary>
    public void Equip(int index, int land, CellLand cell, List<Draft> buildings)
    {
        _chance = ChanceStream.For(plan.Seed, (ulong)land, Purpose.Devices);
        var ring = mesh.Ring(cell.Patch);
        _outline = mesh.Outline(cell.Patch);
        var isTown = cell.Block.Kind != CellKind.Village;
        for (var i = 0; i < ring.Count; i++)
        {
            if (mesh.StreetOn(ring[i], ring[(i + 1) % ring.Count]) is { } street)
            {
                AlongStreet(index, mesh.Corner(ring[i]), mesh.Corner(ring[(i + 1) % ring.Count]), street, isTown);
            }
        }

        if (cell.Block.Use == PublicUse.River)
        {
            Maybe(0.5, DeviceKind.WaterDepth, index, cell.Centre);
        }

        Maybe(isTown ? 0.3 : 0.1, DeviceKind.Pressure, index, Plane.Between(cell.Centre, mesh.Corner(ring[0]), 0.6));
        Maybe(NoiseShare(cell.Block.Kind), DeviceKind.Noise, index, Plane.Between(cell.Centre, mesh.Corner(ring[^1]), 0.7));
        foreach (var building in buildings)
        {
            Maybe(SmokeShare(building.Use), DeviceKind.Smoke, index, Plane.Centroid(building.Ring));
        }
    }

    private void AlongStreet(int cell, Place from, Place to, StreetClass street, bool isTown)
    {
        var along = Plane.Unit(Plane.Minus(to, from));
        var kerbM = (street.WidthM() / 2) + 1;
        var lengthM = from.MetresTo(to);
        for (var at = 12.0; at < lengthM - 8; at += 40)
        {
            var kerb = Plane.Plus(Plane.Plus(from, along, at), Plane.Left(along), kerbM);
            if (!Plane.Contains(_outline, kerb))
            {
                continue;
            }

            Maybe(street == StreetClass.Lane ? 0.10 : 0.28, DeviceKind.Manhole, cell, kerb);
            Maybe(street == StreetClass.Avenue ? 0.02 : 0.006, DeviceKind.WaterDepth, cell, kerb);
            Maybe(isTown ? 0.12 : 0.05, DeviceKind.BinFill, cell, kerb);
            Maybe(street switch { StreetClass.Avenue => 0.22, StreetClass.Street => 0.16, _ => 0.06 }, DeviceKind.Camera, cell, kerb);
        }
    }

    private void Maybe(double share, DeviceKind kind, int cell, Place at)
    {
        if (!_chance.Happens(share))
        {
            return;
        }

        var sequence = (++_sequence[(int)kind]).ToString("000000", CultureInfo.InvariantCulture);
        var code = string.Concat(plan.DivisionCode, ClassCodes[(int)kind], sequence);
        _devices.Add(new DeviceSite(_devices.Count, code, kind, cell, Plane.Rounded(at)));
    }

    private static double NoiseShare(CellKind kind) => kind switch
    {
        CellKind.Commercial or CellKind.Mixed => 0.35,
        CellKind.Industrial => 0.3,
        CellKind.Residential => 0.12,
        _ => 0.03,
    };

    private static double SmokeShare(LandUse use) => use switch
    {
        LandUse.Landmark => 1,
        LandUse.Offices or LandUse.Works or LandUse.Civic => 0.35,
        LandUse.Shops => 0.2,
        LandUse.Housing => 0.15,
        _ => 0.04,
    };
}
