using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>Hashes what tiles are made of: the anchor and every building's outline, centre, height and use.</summary>
internal static class BuildingsHash
{
    // Counted up whenever the same city comes to be baked otherwise.
    private const int BakeryVersion = 1;

    public static string Of(CityModel city)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, BakeryVersion, city.Buildings.Length);
        Add(hash, [new Place(city.Anchor.LongitudeDeg, city.Anchor.LatitudeDeg)]);
        Add(hash, city.Boundary);
        foreach (var building in city.Buildings)
        {
            Add(hash, building.Outline.Length, (int)building.Use);
            Add(hash, [building.Centre, new Place(building.HeightM, building.Index)]);
            Add(hash, building.Outline);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, int first, int second)
    {
        Span<byte> bytes = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, first);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[sizeof(int)..], second);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, ReadOnlySpan<Place> places) => hash.AppendData(MemoryMarshal.AsBytes(places));
}
