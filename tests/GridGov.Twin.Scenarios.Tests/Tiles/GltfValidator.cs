using System.Diagnostics;
using System.Text.Json;
using Xunit.Abstractions;

namespace GridGov.Twin.Scenarios.Tests.Tiles;

/// <summary>
/// The glTF validator of the Khronos Group, a package of npm. It is fetched once, as its lock file says, into the folder the tests run in;
/// where there is no Node the tests say so and end.
/// </summary>
internal static class GltfValidator
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Tiles", "validator");
    private static readonly Lazy<string> Missing = new(Fetch);

    /// <summary>Validates every content of the folders: no error and no warning.</summary>
    public static void ShouldFindNothing(ITestOutputHelper output, params string[] folders)
    {
        if (Missing.Value.Length > 0)
        {
            output.WriteLine($"Nothing tested: {Missing.Value}.");
            return;
        }

        var results = Validate(folders);
        results.Length.ShouldBe(folders.Sum(folder => Directory.GetFiles(folder, "*.glb").Length));
        results.ShouldNotBeEmpty();
        results.Where(result => Count(result, "numErrors") + Count(result, "numWarnings") > 0).Select(result => result.ToString()).ShouldBeEmpty();
        results.ShouldAllBe(result => Count(result, "triangles") > 0);
    }

    /// <summary>What the validator says, one object a file; null where it is missing.</summary>
    public static JsonElement[]? TryValidate(string folder) => Missing.Value.Length > 0 ? null : Validate(folder);

    public static int Count(JsonElement result, string what) => result.GetProperty(what).GetInt32();

    private static JsonElement[] Validate(params string[] folders)
    {
        var (code, said) = Run("node", ["validate.mjs", .. folders]);
        code.ShouldBe(0, said);
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string Fetch()
    {
        try
        {
            Run("node", ["--version"]);
            if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
            {
                var (code, said) = Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
                code.ShouldBe(0, said);
            }

            return "";
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            return $"node or npm cannot be started ({absent.Message})";
        }
    }

    private static (int Code, string Said) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? said : said + error.Result);
    }
}
