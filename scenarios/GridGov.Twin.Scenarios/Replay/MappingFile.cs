using System.Globalization;
using System.Text;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>Reads replay mappings. Whether its kinds are in a catalogue and its columns in a file is checked when they are known.</summary>
public static class MappingFile
{
    /// <summary>The word for a row that is no matter of the catalogue.</summary>
    private const string RejectWord = "reject";

    internal static readonly MapShape File = new(
        "replay-mapping", ["replay", "title", "columns", "time", "position", "kinds"], ["starts", "encoding", "duplicates", "channels"]);

    internal static readonly MapShape Columns = new("columns", ["opened"], ["header", "id", "happened", "closed", "latitude", "longitude", "cell"]);
    internal static readonly MapShape Time = new("time", ["formats"], ["offset"]);
    internal static readonly MapShape Position = new("position", ["place"], ["box", "missing", "at-zero", "outside"]);
    internal static readonly MapShape Box = new("box", ["west", "south", "east", "north"], []);
    internal static readonly MapShape Duplicates = new("duplicates", [], ["same", "within", "for"]);
    internal static readonly MapShape Kinds = new("kinds", ["from", "rules"], ["otherwise"]);
    internal static readonly MapShape Channels = new("channels", ["from", "rules"], ["otherwise"]);
    internal static readonly MapShape Rule = new("rule", ["when", "is"], []);

    private static readonly Dictionary<string, bool> Places = new(StringComparer.Ordinal) { ["as-is"] = false, ["fit"] = true };

    private static readonly Dictionary<string, OddPosition> Odd =
        new(StringComparer.Ordinal) { [RejectWord] = OddPosition.Reject, ["spread"] = OddPosition.Spread };

    // An officer's report comes with the officer, and a log has none.
    private static readonly Dictionary<string, Channel> ChannelWords =
        Enum.GetValues<Channel>().Where(channel => channel != Channel.Patrol).ToDictionary(Words.Of, StringComparer.Ordinal);

    /// <summary>Every mapping of the format; the published schema has the same.</summary>
    public static IReadOnlyList<MapShape> Shapes => [File, Title.Shape, Columns, Time, Position, Box, Duplicates, Kinds, Channels, Rule];

    /// <summary>Reads the mapping <paramref name="name"/>: the path of a <c>.yaml</c> file, or the bare name of one that ships.</summary>
    /// <exception cref="InputRejectedException">Something in the file is wrong, or there is none.</exception>
    public static ReplayMapping Load(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Read(ShippedFile.Names("replays").Contains(name) ? ShippedFile.Read("replays", name) : YamlFile.Load(name));
    }

    /// <summary>Reads the mapping from a parsed file.</summary>
    /// <exception cref="InputRejectedException">Something in the file is wrong.</exception>
    public static ReplayMapping Read(YamlNode root)
    {
        var findings = new List<Finding>();
        var fields = new YamlValue(root, findings).Fields(File);
        var mapping = new ReplayMapping(
            fields["replay"].Text(), Title.Read(fields["title"]), fields.Has("starts") ? fields["starts"].Date() : null,
            ReadColumns(fields["columns"]), ReadTimes(fields["time"]), ReadPosition(fields["position"]), ReadDuplicates(fields["duplicates"]),
            ReadKinds(fields["kinds"]), ReadChannels(fields["channels"]))
        {
            Encoding = fields.Has("encoding") ? LogEncoding.Of(fields["encoding"].Word(LogEncoding.Words)) : Encoding.UTF8,
        };
        var (latitude, longitude) = (mapping.Columns.Latitude, mapping.Columns.Longitude);
        if (latitude is null && mapping.Columns.Cell is null && mapping.Position.Missing == OddPosition.Reject && findings.Count == 0)
        {
            fields["position"].Reject("missing: spread, or the columns latitude and longitude, or cell", "no row would have a position");
        }

        if ((latitude is null) != (longitude is null))
        {
            fields["columns"].Reject("both latitude and longitude, or neither", "half a position");
        }

        return findings.Count == 0 ? mapping : throw new InputRejectedException(findings);
    }

    private static LogColumns ReadColumns(YamlValue value)
    {
        var fields = value.Fields(Columns);
        return new LogColumns(
            fields.Has("header") ? [.. fields["header"].Items().Select(item => item.Text())] : null,
            fields.Said("id", item => item.Text()), fields.Said("happened", item => item.Text()), fields["opened"].MarkedText(),
            fields.Said("closed", item => item.Text()), fields.Said("latitude", item => item.Text()), fields.Said("longitude", item => item.Text()),
            fields.Said("cell", item => item.Text()));
    }

    private static LogTimes ReadTimes(YamlValue value)
    {
        var fields = value.Fields(Time);
        return new LogTimes(
            [.. fields["formats"].Items().Select(ReadFormat)],
            fields.Has("offset") ? fields["offset"].Scalar<TimeSpan?>("an offset from UTC such as +08:00", TryOffset) : null);
    }

    private static string ReadFormat(YamlValue item) =>
        item.Scalar("a time format such as yyyy-MM-dd HH:mm:ss", static (string text, out string format) => IsFormat(format = text)) ?? "";

    private static LogPosition ReadPosition(YamlValue value)
    {
        var fields = value.Fields(Position);
        var fits = fields["place"].Word(Places);
        if (fields.Has("box") && !fits)
        {
            fields["box"].Reject("place: fit", "a box is only used to fit positions into the district");
        }

        return new LogPosition(fits, fields.Has("box") ? ReadBox(fields["box"]) : null, WordOr(fields, "missing"), WordOr(fields, "at-zero"), WordOr(fields, "outside"));
    }

    private static OddPosition WordOr(YamlFields fields, string key) => fields.Has(key) ? fields[key].Word(Odd) : OddPosition.Reject;

    private static DegreeBox ReadBox(YamlValue value)
    {
        var fields = value.Fields(Box);
        var box = new DegreeBox(fields["west"].Real(-180, 180), fields["south"].Real(-90, 90), fields["east"].Real(-180, 180), fields["north"].Real(-90, 90));
        if (box.WestDeg >= box.EastDeg || box.SouthDeg >= box.NorthDeg)
        {
            value.Reject("west below east and south below north", "the box is empty");
        }

        return box;
    }

    private static LogDuplicates ReadDuplicates(YamlValue value)
    {
        var fields = value.Fields(Duplicates);
        return new LogDuplicates(
            fields["same"].MarkedTexts(), fields.Has("within") ? fields["within"].Metres() : null, fields.Has("for") ? fields["for"].Duration() : null);
    }

    private static LogKinds ReadKinds(YamlValue value)
    {
        var fields = value.Fields(Kinds);
        var otherwise = fields.Said("otherwise", item => item.Text());
        return new LogKinds(fields["from"].MarkedTexts(), ReadRules(fields["rules"], item => item.Text(), RejectWord), otherwise?.Value == RejectWord ? null : otherwise);
    }

    private static LogChannels ReadChannels(YamlValue value)
    {
        var fields = value.Fields(Channels);
        return new LogChannels(
            fields.Said("from", item => item.Text()), ReadRules(fields["rules"], item => item.Word(ChannelWords), nothing: null),
            fields.Has("otherwise") ? fields["otherwise"].Word(ChannelWords) : Channel.Hotline);
    }

    private static LogRule<T>[] ReadRules<T>(YamlValue rules, Func<YamlValue, T> read, string? nothing) =>
    [
        .. rules.Items().Select(item =>
        {
            var fields = item.Fields(Rule);
            var isNothing = nothing is not null && fields["is"].Is(nothing);
            return new LogRule<T>(fields["when"].Text(), isNothing ? null : new Marked<T>(read(fields["is"]), fields["is"].Mark));
        }),
    ];

    private static bool IsFormat(string format)
    {
        try
        {
            return format.Length > 1 && DateTimeOffset.UnixEpoch.ToString(format, CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool TryOffset(string text, out TimeSpan? offset)
    {
        offset = null;
        if (text.Length != 6 || text[0] is not ('+' or '-')
            || !TimeSpan.TryParseExact(text.AsSpan(1), "hh\\:mm", CultureInfo.InvariantCulture, out var span) || span > TimeSpan.FromHours(14))
        {
            return false;
        }

        offset = text[0] == '-' ? -span : span;
        return true;
    }
}
