using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov.Twin.Client;

/// <summary>How wire records are written: camel case, empty fields left out.</summary>
internal static class TwinJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
