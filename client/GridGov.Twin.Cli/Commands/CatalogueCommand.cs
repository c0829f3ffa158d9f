using System.CommandLine;
using System.Text.Json;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Scenarios.Catalogue;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov catalogue</c>: lists the kinds a case is opened for, with their handling limits.</summary>
internal static class CatalogueCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var file = new Argument<string?>("FILE") { Description = "a catalogue file (default: the national catalogue)", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Option<string?>("--kind") { Description = "only these kinds: a key such as E0110.1, or its beginning such as E01*", HelpName = "PATTERN" };
        var json = new Option<bool>("--json") { Description = "print JSON instead of a table" };
        var lang = LangOption.Build();
        var command = new Command("catalogue", "Lists case kinds and their handling limits.\nExample: gridgov catalogue --kind E05*") { file, kind, json, lang };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            var catalogue = CatalogueFile.Read(line.GetValue(file) is { } path ? YamlFile.Load(path) : ShippedFile.Read("catalogue", "national"));
            FilingCondition[] chosen = [.. Chosen(catalogue, line.GetValue(kind)).Select(index => catalogue.Conditions[index])];
            if (line.GetValue(json))
            {
                terminal.Out.WriteLine(Json(chosen));
            }
            else
            {
                new CatalogueTable(terminal.Tables(), language).Print(chosen);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static int[] Chosen(CaseCatalogue catalogue, string? pattern)
    {
        var chosen = KindPattern.Find(catalogue, pattern ?? "*");
        return chosen.Length > 0 ? chosen : throw GivenText.Rejected("--kind", pattern!, KindPattern.Expected(catalogue, pattern!), "no such kind");
    }

    private static string Json(FilingCondition[] conditions) => ReportJson.Compose(json =>
    {
        json.WriteStartArray();
        foreach (var condition in conditions)
        {
            Write(json, condition);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, FilingCondition condition)
    {
        json.WriteStartObject();
        json.WriteString("key", condition.Key);
        json.WriteString("class", Words.Of(condition.Class));
        json.WriteString("bigCode", condition.BigCode);
        json.WriteString("bigZh", condition.BigZh);
        json.WriteString("bigEn", condition.BigEn);
        json.WriteString("smallCode", condition.SmallCode);
        json.WriteString("smallZh", condition.SmallZh);
        json.WriteString("smallEn", condition.SmallEn);
        json.WriteNumber("condition", condition.Row);
        json.WriteNumber("limit", condition.Limit.Count);
        json.WriteString("unit", Words.Of(condition.Limit.Unit));
        json.WriteBoolean("local", condition.IsLocal);
        json.WriteEndObject();
    }
}
