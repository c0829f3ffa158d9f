using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov.Twin.Contracts.Tests.Map;

/// <summary>Frames with their bytes, which the browser's decoder is held to as well: <c>frames.json</c> beside this file.</summary>
internal static class GoldenFrames
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public sealed record Golden(string Name, string Base64, JsonElement Frame);

    public static Golden[] All()
    {
        var file = Path.Combine(Tree.Root, "tests", "GridGov.Twin.Contracts.Tests", "Map", "frames.json");
        return JsonSerializer.Deserialize<Golden[]>(File.ReadAllText(file), Json)!;
    }
}
