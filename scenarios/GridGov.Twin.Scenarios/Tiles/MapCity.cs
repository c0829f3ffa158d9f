using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>
/// Writes all of a city that a map draws or names besides buildings, as one JSON object: boundary, cells, org, streets, ground, devices, and the
/// officers and kinds of case by index. Places are metres east and north of the anchor in decimetre steps, rings not closed; communities of cells,
/// cells of devices and parents of units are indexes (the district's parent is −1). Nothing about households.
/// </summary>
public static class MapCity
{
    private const double StepsPerMetre = 10;
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the map's data of a plan into a buffer.</summary>
    public static void Write(IBufferWriter<byte> output, WorldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var json = new Utf8JsonWriter(output, Readable);
        Write(json, plan);
    }

    /// <summary>Writes the map's data of a plan into a stream.</summary>
    public static void Write(Stream output, WorldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var json = new Utf8JsonWriter(output, Readable);
        Write(json, plan);
    }

    private static void Write(Utf8JsonWriter json, WorldPlan plan)
    {
        var city = plan.City;
        var anchor = new LocalPlane(city.Anchor).Anchor;
        json.WriteStartObject();
        json.WriteString("name", city.Name);
        json.WriteStartObject("anchor");
        json.WriteNumber("lon", (decimal)anchor.LongitudeDeg);
        json.WriteNumber("lat", (decimal)anchor.LatitudeDeg);
        json.WriteEndObject();
        json.WriteStartArray("boundary");
        foreach (var place in city.Boundary)
            WritePlaces(json, [place]);
        json.WriteEndArray();
        WriteAll(json, "cells", city.Cells, WriteCell);
        WriteAll(json, "org", city.Org, WriteUnit);
        WriteStreets(json, city.Streets);
        WriteAll(json, "ground", city.Ground, WriteGround);
        WriteAll(json, "devices", city.Devices, WriteDevice);
        WriteAll(json, "officers", plan.Officers, (writer, officer) => WriteOfficer(writer, officer, plan.Teams));
        WriteAll(json, "kinds", plan.Catalogue.Conditions, WriteKind);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, CellSite cell)
    {
        json.WriteString("code", cell.Code);
        json.WriteString("kind", Words.Of(cell.Kind));
        json.WriteNumber("community", cell.Community);
        json.WritePropertyName("ring");
        WritePlaces(json, cell.Outline);
        json.WritePropertyName("centre");
        WritePlaces(json, [cell.Centre]);
    }

    private static void WriteUnit(Utf8JsonWriter json, OrgUnit unit)
    {
        json.WriteString("code", unit.Code);
        json.WriteString("name", unit.Name);
        json.WriteString("level", Words.Of(unit.Level));
        json.WriteNumber("parent", unit.Parent);
    }

    private static void WriteStreets(Utf8JsonWriter json, StreetNet streets)
    {
        json.WriteStartObject("streets");
        json.WritePropertyName("nodes");
        WritePlaces(json, streets.Nodes);
        json.WriteStartArray("edges");
        foreach (var edge in streets.Edges)
        {
            json.WriteNumberValue(edge.From);
            json.WriteNumberValue(edge.To);
            json.WriteNumberValue((int)edge.Class);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGround(Utf8JsonWriter json, GroundSite ground)
    {
        json.WriteString("kind", Words.Of(ground.Kind));
        if (ground.Name is { } name)
            json.WriteString("name", name);
        json.WritePropertyName("ring");
        WritePlaces(json, ground.Outline);
    }

    private static void WriteDevice(Utf8JsonWriter json, DeviceSite device)
    {
        json.WriteString("code", device.Code);
        json.WriteString("kind", Words.Of(device.Kind));
        json.WritePropertyName("at");
        WritePlaces(json, [device.At]);
        json.WriteNumber("cell", device.Cell);
    }

    private static void WriteOfficer(Utf8JsonWriter json, OfficerPlan officer, TeamPlan[] teams)
    {
        json.WriteString("name", officer.Name);
        json.WriteString("team", teams[officer.Team].Name);
    }

    private static void WriteKind(Utf8JsonWriter json, FilingCondition kind)
    {
        json.WriteString("key", kind.Key);
        json.WriteString("zh", kind.SmallZh);
        json.WriteString("en", kind.SmallEn);
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, T[] items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlaces(Utf8JsonWriter json, ReadOnlySpan<Place> places)
    {
        json.WriteStartArray();
        foreach (var place in places)
        {
            json.WriteNumberValue((decimal)Math.Round(place.EastM * StepsPerMetre) / (decimal)StepsPerMetre);
            json.WriteNumberValue((decimal)Math.Round(place.NorthM * StepsPerMetre) / (decimal)StepsPerMetre);
        }

        json.WriteEndArray();
    }
}
