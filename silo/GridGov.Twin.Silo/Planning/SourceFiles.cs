using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Silo.Planning;

/// <summary>The files people write into a folder of this host, such as experiments and drills: found by name, and their findings as people see them.</summary>
internal static class SourceFiles
{
    private const string Ending = "*.yaml";
    private const int LongestId = 64;

    /// <summary>The paths of a folder's files, by name; none where there is no folder.</summary>
    public static string[] All(string? folder)
    {
        try
        {
            return folder is null ? [] : [.. Directory.GetFiles(folder, Ending).Order(StringComparer.Ordinal)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The path of the file of a name; null where there is none.</summary>
    public static string? Find(string? folder, string id)
    {
        var path = folder is null || !IsId(id) ? null : Path.Combine(folder, $"{id}.yaml");
        return File.Exists(path) ? path : null;
    }

    /// <summary>The name of a file in addresses: its own without the ending.</summary>
    public static string IdOf(string path) => Path.GetFileNameWithoutExtension(path);

    /// <summary>What is wrong with the name of a file; null where it can be used in an address.</summary>
    public static Finding? WrongName(string path) => IsId(IdOf(path)) ? null
        : new Finding(path, 0, IdOf(path), "1 to 64 of a–z, 0–9 and hyphens", "the file's name cannot be used in an address");

    /// <summary>Findings as people see them: files are named from a folder, not from where the host was started.</summary>
    public static FindingView[] Told(string folder, IEnumerable<Finding> findings) =>
    [
        .. findings.Select(finding => new FindingView(
            Short(finding.File, folder), finding.Line, finding.Value, finding.Expected, new Name(ChineseOfFindings.Message(finding), finding.Message),
            finding.Expected.Length > 0 ? new Name(ChineseOfFindings.Of(finding.Expected), finding.Expected) : null)),
    ];

    private static bool IsId(string id) =>
        id.Length is >= 1 and <= LongestId && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static string Short(string file, string folder) =>
        file.Length == 0 ? file : Path.GetRelativePath(folder, Path.GetFullPath(file)).Replace('\\', '/');
}
