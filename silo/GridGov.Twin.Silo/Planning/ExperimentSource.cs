using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Silo.Planning;

/// <summary>A file of the experiments' folder: what it says, or what is wrong with it. Its scenarios are not looked at.</summary>
/// <param name="Id">The name of the file without its ending.</param>
/// <param name="Path">Where it is.</param>
/// <param name="File">What it says; null where it cannot be used.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record ExperimentSource(string Id, string Path, ExperimentFile? File, FindingView[] Findings)
{
    /// <summary>Every experiment file of a folder, by name; none where there is no folder.</summary>
    public static ExperimentSource[] All(string? folder) => [.. SourceFiles.All(folder).Select(Read)];

    /// <summary>The experiment of a name; null where there is none.</summary>
    public static ExperimentSource? Find(string? folder, string id) => SourceFiles.Find(folder, id) is { } path ? Read(path) : null;

    /// <summary>The hash of the file and of every file it points at; null where one cannot be used.</summary>
    public string? Hash()
    {
        try
        {
            return ExperimentHash.Of(Path);
        }
        catch (InputRejectedException)
        {
            return null;
        }
    }

    /// <summary>Findings as people see them.</summary>
    public FindingView[] Told(IEnumerable<Finding> findings) => SourceFiles.Told(System.IO.Path.GetDirectoryName(Path)!, findings);

    private static ExperimentSource Read(string path)
    {
        var source = new ExperimentSource(SourceFiles.IdOf(path), path, null, []);
        if (SourceFiles.WrongName(path) is { } wrongName)
        {
            return source with { Findings = source.Told([wrongName]) };
        }

        try
        {
            return source with { File = ExperimentFile.Load(path) };
        }
        catch (InputRejectedException wrong)
        {
            return source with { Findings = source.Told(wrong.Findings) };
        }
    }
}
