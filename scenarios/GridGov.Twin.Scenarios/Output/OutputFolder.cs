using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>
/// A folder of results that appears whole or not at all: everything is written into a folder of its own beside it, which takes the place of the
/// old one at the end. A folder that holds anything but earlier results of the same make is left alone, unless told by force; then only files of
/// the same names are replaced.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private readonly string _named;
    private readonly string _target;
    private readonly IReadOnlyCollection<string> _names;
    private bool _isDone;

    private OutputFolder(string named, string target, string fresh, IReadOnlyCollection<string> names) =>
        (_named, _target, Fresh, _names) = (named, target, fresh, names);

    /// <summary>Where to write.</summary>
    public string Fresh { get; }

    /// <summary>Opens the folder <paramref name="path"/> for results with these file and folder names.</summary>
    /// <exception cref="InputRejectedException">The path is a file, holds something else, or cannot be written.</exception>
    public static OutputFolder Open(string path, IReadOnlyCollection<string> names, bool force)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(target))
        {
            throw Rejected(path, "a folder, new or empty", "this is a file");
        }

        if (!force && Directory.Exists(target) && ForeignEntry(target, names) is { } foreign)
        {
            throw Rejected(path, "a new folder, an empty one, one of an earlier run, or --force", $"the folder holds something else ({foreign})");
        }

        try
        {
            var parent = Path.GetDirectoryName(target) ?? throw Rejected(path, "a folder below the root", "the root cannot be written");
            Directory.CreateDirectory(parent);
            var fresh = Path.Combine(parent, $".{Path.GetFileName(target)}.{Environment.ProcessId}.writing");
            Discard(fresh);
            Directory.CreateDirectory(fresh);
            return new OutputFolder(path, target, fresh, names);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw Rejected(path, "a folder that can be written", failed.Message, $"文件夹不可写：{failed.Message}");
        }
    }

    /// <summary>The path of a file to write.</summary>
    public string PathOf(string name) => Path.Combine(Fresh, name);

    /// <summary>Everything is written: the folder takes its place.</summary>
    /// <exception cref="InputRejectedException">The folder cannot be put in its place.</exception>
    public void Commit()
    {
        try
        {
            PutInPlace();
            _isDone = true;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw Rejected(_named, "a folder that can be written", failed.Message, $"文件夹不可写：{failed.Message}");
        }
    }

    /// <summary>Removes what was written, unless it is in its place.</summary>
    public void Dispose()
    {
        if (!_isDone)
        {
            Discard(Fresh);
        }
    }

    private void PutInPlace()
    {
        string[] names = [.. Directory.EnumerateFileSystemEntries(Fresh).Select(entry => Path.GetFileName(entry)!)];
        if (Directory.Exists(_target) && ForeignEntry(_target, [.. names, .. _names]) is not null)
        {
            foreach (var name in names)
            {
                Replace(Path.Combine(Fresh, name), Path.Combine(_target, name));
            }

            Discard(Fresh);
            return;
        }

        var old = $"{Fresh}.old";
        Discard(old);
        if (Directory.Exists(_target))
        {
            Directory.Move(_target, old);
        }

        Directory.Move(Fresh, _target);
        Discard(old);
    }

    private static void Replace(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Discard(to);
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to, overwrite: true);
        }
    }

    private static string? ForeignEntry(string folder, IReadOnlyCollection<string> names) =>
        Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!)
            .Where(name => !names.Contains(name)).Order(StringComparer.Ordinal).FirstOrDefault();

    private static void Discard(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static InputRejectedException Rejected(string path, string expected, string message, string? chinese = null) =>
        new(new Finding(path, 0, "", expected, message) { Chinese = chinese });
}
