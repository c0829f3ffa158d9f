using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>
/// A run's result as JSON. The same run gives the same bytes: nothing of the machine or the wall clock is in it. Shares are of 1, times in the
/// unit their key or <c>unit</c> names; a value that does not exist is null.
/// </summary>
public static class ReportJson
{
    /// <summary>The options every JSON of this program is written with: indented, with Chinese as it is.</summary>
    public static JsonWriterOptions Options { get; } =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The result as an indented JSON object, without a newline at the end.</summary>
    public static string Text(RunResult result) => Compose(json =>
    {
        json.WriteStartObject();
        Write(json, result);
        json.WriteEndObject();
    });

    /// <summary>Composes a JSON text.</summary>
    public static string Compose(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes the result's properties into an open object.</summary>
    public static void Write(Utf8JsonWriter json, RunResult result)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        json.WriteString("scenario", result.Scenario);
        json.WriteNumber("seed", result.Terms.Seed);
        json.WriteString("starts", result.Starts.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("days", Days(result.Terms.Length));
        json.WriteNumber("warmUpDays", Days(result.Terms.WarmUp));
        json.WriteNumber("messages", result.Messages);
        json.WriteNumber("events", result.Events);
        json.WriteString("hash", result.Hash.ToString());
        json.WriteString("eventHash", RunHash.Text(result.Hash.History));
        json.WriteString("stateHash", RunHash.Text(result.Hash.State));
        Indicators(json, "indicators", result.Report.All);
        Indicators(json, "officers", result.Report.Officers);
        Rows(json, "byKind", result.Report.ByKind);
        Rows(json, "byStreet", result.Report.ByStreet);
        Desks(json, "desks", result.Report.Desks);
        Desks(json, "teams", result.Report.Teams);
    }

    private static void Indicators(Utf8JsonWriter json, string name, Indicator[] indicators)
    {
        json.WriteStartArray(name);
        foreach (var indicator in indicators)
        {
            json.WriteStartObject();
            json.WriteString("id", indicator.Id);
            json.WriteString("zh", indicator.Zh);
            json.WriteString("en", indicator.En);
            json.WriteString("unit", UnitText(indicator.Unit));
            Number(json, "value", indicator.Value);
            if (indicator.Of is not null)
            {
                Number(json, "part", indicator.Part);
                Number(json, "of", indicator.Of);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Rows(Utf8JsonWriter json, string name, ReportRow[] rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("key", row.Key);
            json.WriteString("zh", row.Zh);
            json.WriteString("en", row.En);
            foreach (var indicator in row.Indicators)
            {
                Number(json, indicator.Id, indicator.Value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Desks(Utf8JsonWriter json, string name, DeskRow[] desks)
    {
        json.WriteStartArray(name);
        foreach (var desk in desks)
        {
            json.WriteStartObject();
            json.WriteString("id", desk.Id);
            json.WriteString("zh", desk.Zh);
            json.WriteString("en", desk.En);
            json.WriteNumber("places", desk.Places);
            json.WriteNumber("arrived", desk.Arrived);
            json.WriteNumber("finished", desk.Finished);
            json.WriteNumber("lost", desk.Lost);
            Number(json, "meanWaitMin", desk.MeanWaitMin);
            Number(json, "waitP90Min", desk.WaitP90Min);
            Number(json, "utilisation", desk.Utilisation);
            json.WriteNumber("waiting", desk.Waiting);
            json.WriteNumber("serving", desk.Serving);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    internal static string UnitText(IndicatorUnit unit) => unit.ToString().ToLowerInvariant();

    private static double Days(Duration length) => length.TotalHours / 24;
}
