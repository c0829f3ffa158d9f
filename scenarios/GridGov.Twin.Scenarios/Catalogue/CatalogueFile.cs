using System.Globalization;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Catalogue;

/// <summary>Reads catalogue files: classes of components and events, their sub-classes, and the handling limits of each filing condition.</summary>
public static class CatalogueFile
{
    internal static readonly MapShape File = new("catalogue", ["catalogue", "title", "components", "events"], []);
    internal static readonly MapShape Class = new("class", ["code", "zh", "en", "kinds"], []);
    internal static readonly MapShape Kind = new("kind", ["code", "zh", "en", "limits"], ["local"]);

    /// <summary>Every mapping of the format; the published schema has the same.</summary>
    public static IReadOnlyList<MapShape> Shapes => [File, Class, Kind, Title.Shape];

    /// <summary>Reads the catalogue from a parsed file.</summary>
    /// <exception cref="InputRejectedException">Something in the file is wrong.</exception>
    public static CaseCatalogue Read(YamlNode root)
    {
        var findings = new List<Finding>();
        var fields = new YamlValue(root, findings).Fields(File);
        fields["catalogue"].Text();
        Title.Read(fields["title"]);

        var rows = new Rows();
        rows.Add(fields["components"], CaseClass.Component);
        rows.Add(fields["events"], CaseClass.Event);
        return findings.Count == 0 ? new CaseCatalogue([.. rows.Conditions]) : throw new InputRejectedException(findings);
    }

    /// <summary>Collects the conditions in the order of the file.</summary>
    private sealed class Rows
    {
        private readonly Dictionary<string, int> _lineOfKind = new(StringComparer.Ordinal);

        public List<FilingCondition> Conditions { get; } = [];

        public void Add(YamlValue classes, CaseClass caseClass)
        {
            foreach (var item in classes.Items())
            {
                var fields = item.Fields(Class);
                var group = new Group(caseClass, Code(fields["code"]), fields["zh"].Text(), fields["en"].Text());
                foreach (var kind in fields["kinds"].Items())
                {
                    AddKind(kind, group);
                }
            }
        }

        private void AddKind(YamlValue item, Group group)
        {
            var fields = item.Fields(Kind);
            var code = Code(fields["code"]);
            var key = $"{(group.Class == CaseClass.Component ? 'C' : 'E')}{group.Code}{code}";
            if (!_lineOfKind.TryAdd(key, item.Mark.Line) && code.Length > 0)
            {
                fields["code"].Reject("each code once", string.Create(CultureInfo.InvariantCulture, $"{key} stands on line {_lineOfKind[key]} already"));
            }

            var (zh, en, isLocal) = (fields["zh"].Text(), fields["en"].Text(), fields.Has("local") && fields["local"].YesNo());
            var row = 0;
            foreach (var limit in fields["limits"].Items().Select(value => value.Limit()))
            {
                row++;
                Conditions.Add(new FilingCondition(
                    Conditions.Count, string.Create(CultureInfo.InvariantCulture, $"{key}.{row}"), group.Class,
                    group.Code, group.Zh, group.En, code, zh, en, row, limit, isLocal));
            }

            if (row == 0 && !fields["limits"].IsMissing)
            {
                fields["limits"].Reject("at least one limit, such as [2uh, 4wh]", "a kind without a filing condition");
            }
        }

        private static string Code(YamlValue value) =>
            value.Scalar("two digits in quotes, such as \"01\"", static (string text, out string code) =>
                (code = text).Length == 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1])) ?? "";

        private sealed record Group(CaseClass Class, string Code, string Zh, string En);
    }
}
