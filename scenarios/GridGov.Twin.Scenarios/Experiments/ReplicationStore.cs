using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// Outcomes kept in a folder by the hash of their inputs, so that nothing is computed twice and a stopped experiment goes on where it was. A file
/// that cannot be read counts as not there. Safe for use by several threads and programs at once.
/// </summary>
public sealed class ReplicationStore
{
    private readonly string _folder;

    /// <summary>A store in <paramref name="folder"/>, which is made if need be.</summary>
    /// <exception cref="InputRejectedException">The folder cannot be made.</exception>
    public ReplicationStore(string folder)
    {
        _folder = folder;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InputRejectedException(new Finding(folder, 0, "", "a folder that can be written", failed.Message) { Chinese = $"文件夹不可写：{failed.Message}" });
        }
    }

    /// <summary>Where outcomes are kept unless something else is said: in the user's data folder.</summary>
    public static string UsualFolder =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "gridgov-twin", "replications");

    /// <summary>The outcome of an equal replication done before; null when there is none.</summary>
    public Outcome[]? Find(Replication replication)
    {
        try
        {
            using var file = File.OpenRead(PathOf(replication));
            return JsonSerializer.Deserialize<Outcome[]>(file);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps an outcome; where the disk does not take it, it is only not kept.</summary>
    public void Keep(Replication replication, Outcome[] outcomes)
    {
        var path = PathOf(replication);
        var fresh = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.writing";
        try
        {
            File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(outcomes));
            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            File.Delete(fresh);
        }
    }

    private string PathOf(Replication replication)
    {
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{replication.Variant.InputHash} {replication.Seed} {replication.Variant.Length.Milliseconds} {replication.WarmUp.Milliseconds} {replication.Batches}");
        return Path.Combine(_folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}.json");
    }
}
