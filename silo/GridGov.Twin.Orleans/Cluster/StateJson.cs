using System.Text.Json;
using Orleans.Storage;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>States as plain JSON: names of properties, and no names of types of this program.</summary>
internal sealed class StateJson : IGrainStorageSerializer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, Options));

    public T Deserialize<T>(BinaryData input) =>
        JsonSerializer.Deserialize<T>(input, Options) ?? throw new JsonException($"a kept {typeof(T).Name} is null");
}
