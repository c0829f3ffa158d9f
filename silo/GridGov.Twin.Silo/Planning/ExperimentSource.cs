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
    private const string Ending = "*.yaml";
    private const int LongestId = 64;

    /// <summary>Every experiment file of a folder, by name; none where there is no folder.</summary>
    public static ExperimentSource[] All(string? folder)
    {
        try
        {
            return folder is null ? [] : [.. Directory.GetFiles(folder, Ending).Order(StringComparer.Ordinal).Select(Read)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The experiment of a name; null where there is none.</summary>
    public static ExperimentSource? Find(string? folder, string id)
    {
        var path = folder is null || !IsId(id) ? null : System.IO.Path.Combine(folder, $"{id}.yaml");
        return System.IO.File.Exists(path) ? Read(path) : null;
    }

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

    /// <summary>Findings as people see them: files are named from the folder of the experiments, not from where the host was started.</summary>
    public FindingView[] Told(IEnumerable<Finding> findings) => Told(System.IO.Path.GetDirectoryName(Path)!, findings);

    /// <summary>Findings as people see them: files are named from a folder.</summary>
    public static FindingView[] Told(string folder, IEnumerable<Finding> findings) =>
    [
        .. findings.Select(finding => new FindingView(
            Short(finding.File, folder), finding.Line, finding.Value, finding.Expected, new Name(ChineseOfFindings.Message(finding), finding.Message),
            finding.Expected.Length > 0 ? new Name(ChineseOfFindings.Of(finding.Expected), finding.Expected) : null)),
    ];

    private static ExperimentSource Read(string path)
    {
        var source = new ExperimentSource(System.IO.Path.GetFileNameWithoutExtension(path), path, null, []);
        if (!IsId(source.Id))
        {
            return source with { Findings = source.Told([new Finding(path, 0, source.Id, "1 to 64 of a–z, 0–9 and hyphens", "the file's name cannot be used in an address")]) };
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

    private static bool IsId(string id) =>
        id.Length is >= 1 and <= LongestId && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static string Short(string file, string folder) =>
        file.Length == 0 ? file : System.IO.Path.GetRelativePath(folder, System.IO.Path.GetFullPath(file)).Replace('\\', '/');
}
