using System.Globalization;
using System.Text;
using CsvHelper;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>
/// Writes every event of a run as one row of <c>events.csv</c>, in the world's order: time, grain, event, the kind, cell and case it concerns,
/// and its other fields as a small JSON object in <c>details</c>.
/// </summary>
public sealed class EventsCsv : IEventListener, IDisposable
{
    /// <summary>The file's columns.</summary>
    public static readonly string[] Columns = ["time", "ms", "sequence", "grain", "event", "kind", "cell", "case", "details"];

    private readonly WorldPlan _plan;
    private readonly WorldDates _dates;
    private readonly EventText _text;
    private readonly CsvWriter _csv;

    /// <summary>Begins the file with its head.</summary>
    public EventsCsv(WorldPlan plan, string path)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (_plan, _dates, _text) = (plan, new WorldDates(plan.Calendar.FirstDay), new EventText(plan));
        _csv = CsvFile.Create(path);
        CsvFile.Row(_csv, Columns);
    }

    /// <inheritdoc/>
    public void On(in Event e)
    {
        var words = _text.Of(e);
        _csv.WriteField(_dates.Text(e.At));
        _csv.WriteField(e.At.Milliseconds.ToString(CultureInfo.InvariantCulture));
        _csv.WriteField(e.Sequence.ToString(CultureInfo.InvariantCulture));
        _csv.WriteField(GrainName.Of(e.Source, _plan));
        _csv.WriteField(words.Name);
        _csv.WriteField(words.What < 0 ? "" : _plan.Catalogue.Conditions[words.What].Key);
        _csv.WriteField(words.Cell < 0 ? "" : _plan.City.Cells[words.Cell].Code);
        _csv.WriteField(words.Case.IsNone ? "" : words.Case.Number.ToString(CultureInfo.InvariantCulture));
        _csv.WriteField(words.Details.Text);
        _csv.NextRecord();
    }

    /// <summary>Ends the file.</summary>
    public void Dispose() => _csv.Dispose();
}

/// <summary>How CSV files are written: UTF-8 without a mark, commas, one line end on every machine, quotes where needed.</summary>
internal static class CsvFile
{
    public static CsvWriter Create(string path) => Create(new FileStream(path, FileMode.Create));

    public static CsvWriter Create(Stream stream)
    {
        var configuration = new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" };
        return new CsvWriter(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16), configuration);
    }

    public static void Row(CsvWriter csv, params IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
