using System.Diagnostics;

namespace GridGov.Twin.Orleans.Tests.Survival;

/// <summary>
/// The silo with Microsoft Orleans in it, built for these tests in a folder of its own. Only where GRIDGOV_CLUSTER=1 asks for it, for it takes
/// minutes, and only where the packages are in reach.
/// </summary>
internal static class SiloProgram
{
    private static readonly Lazy<(string? Path, string? WhyNot)> Only = new(Build);

    /// <summary>The program; null, with the reason, where there is none.</summary>
    public static string? Path => Only.Value.Path;

    public static string? WhyNot => Only.Value.WhyNot;

    private static (string? Path, string? WhyNot) Build()
    {
        if (Environment.GetEnvironmentVariable("GRIDGOV_SILO") is { Length: > 0 } built)
        {
            return (built, null);
        }

        if (Environment.GetEnvironmentVariable("GRIDGOV_CLUSTER") != "1")
        {
            return (null, "the cluster of real silos is tried with GRIDGOV_CLUSTER=1");
        }

        var folder = Directory.CreateTempSubdirectory("gridgov-silo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var project = System.IO.Path.Combine(Tree.Root, "silo", "GridGov.Twin.Silo");
        string[] arguments = ["build", project, "-c", "Release", "-p:OrleansHost=true", "--artifacts-path", folder, "-v", "q"];
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0
            ? (System.IO.Path.Combine(folder, "bin", "GridGov.Twin.Silo", "release", "GridGov.Twin.Silo.dll"), null)
            : said.Contains("NU110", StringComparison.Ordinal) ? (null, "the packages of Microsoft Orleans are not in reach")
            : throw new InvalidOperationException(said);
    }
}
