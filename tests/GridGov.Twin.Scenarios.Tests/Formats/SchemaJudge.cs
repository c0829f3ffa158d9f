using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridGov.Twin.Scenarios.Tests.Formats;

/// <summary>
/// Judges JSON by the keywords of draft 2020-12 that the published schemas use; a schema that uses another keyword is refused, so that
/// nothing in it goes unjudged.
/// </summary>
internal sealed class SchemaJudge(JsonObject schema)
{
    private readonly List<string> _errors = [];

    public static string[] Errors(string schema, JsonNode? instance)
    {
        var judge = new SchemaJudge(JsonNode.Parse(schema)!.AsObject());
        judge.Judge(judge.Root, instance, "");
        return [.. judge._errors];
    }

    private JsonObject Root { get; } = schema;

    private void Judge(JsonObject rules, JsonNode? value, string at)
    {
        foreach (var (keyword, rule) in rules)
        {
            if (!Holds(keyword, rule!, rules, value, at))
            {
                _errors.Add($"{at}: {keyword} {rule!.ToJsonString()} does not hold for {value?.ToJsonString() ?? "null"}");
            }
        }
    }

    private bool Holds(string keyword, JsonNode rule, JsonObject rules, JsonNode? value, string at) => keyword switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" => true,
        "$ref" => Follow(rule, value, at),
        "type" => (rule is JsonArray types ? types : [rule.DeepClone()]).Any(type => IsOf(type!.GetValue<string>(), value)),
        "enum" => rule.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)),
        "const" => JsonNode.DeepEquals(rule, value),
        "anyOf" => rule.AsArray().Any(choice => Fits(choice!.AsObject(), value)),
        "minimum" => Kind(value) != JsonValueKind.Number || Number(value) >= Number(rule),
        "maximum" => Kind(value) != JsonValueKind.Number || Number(value) <= Number(rule),
        "minLength" => Kind(value) != JsonValueKind.String || value!.GetValue<string>().Length >= Number(rule),
        "pattern" => Kind(value) != JsonValueKind.String || Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>()),
        "minItems" => value is not JsonArray list || list.Count >= Number(rule),
        "maxItems" => value is not JsonArray list || list.Count <= Number(rule),
        "minProperties" => value is not JsonObject map || map.Count >= Number(rule),
        "maxProperties" => value is not JsonObject map || map.Count <= Number(rule),
        "required" => value is not JsonObject map || rule.AsArray().All(key => map.ContainsKey(key!.GetValue<string>())),
        "items" => JudgeEach(value as JsonArray, rule.AsObject(), at),
        "properties" => JudgeProperties(value as JsonObject, rule.AsObject(), at),
        "additionalProperties" => JudgeOthers(value as JsonObject, rules["properties"]?.AsObject() ?? [], rule, at),
        _ => throw new NotSupportedException($"the schema uses '{keyword}', which is not judged"),
    };

    private bool Follow(JsonNode reference, JsonNode? value, string at)
    {
        Judge(Root["$defs"]![reference.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, at);
        return true;
    }

    private bool Fits(JsonObject rules, JsonNode? value)
    {
        var before = _errors.Count;
        Judge(rules, value, "");
        var fits = _errors.Count == before;
        _errors.RemoveRange(before, _errors.Count - before);
        return fits;
    }

    private bool JudgeEach(JsonArray? list, JsonObject rules, string at)
    {
        for (var index = 0; index < (list?.Count ?? 0); index++)
        {
            Judge(rules, list![index], $"{at}/{index}");
        }

        return true;
    }

    private bool JudgeProperties(JsonObject? map, JsonObject properties, string at)
    {
        foreach (var (key, rules) in properties)
        {
            if (map is not null && map.TryGetPropertyValue(key, out var value))
            {
                Judge(rules!.AsObject(), value, $"{at}/{key}");
            }
        }

        return true;
    }

    private bool JudgeOthers(JsonObject? map, JsonObject properties, JsonNode rule, string at)
    {
        var others = (map ?? []).Where(pair => !properties.ContainsKey(pair.Key)).ToArray();
        if (rule is not JsonObject rules)
        {
            return rule.GetValue<bool>() || others.Length == 0;
        }

        foreach (var (key, value) in others)
        {
            Judge(rules, value, $"{at}/{key}");
        }

        return true;
    }

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Kind(value) == JsonValueKind.String,
        "boolean" => Kind(value) is JsonValueKind.True or JsonValueKind.False,
        "number" => Kind(value) == JsonValueKind.Number,
        "integer" => Kind(value) == JsonValueKind.Number && double.IsInteger(Number(value)),
        _ => throw new NotSupportedException($"the schema uses type '{type}'"),
    };

    private static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;

    private static double Number(JsonNode? value) => JsonDocument.Parse(value!.ToJsonString()).RootElement.GetDouble();
}
