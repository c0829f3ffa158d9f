namespace GridGov.Twin.Scenarios.Output;

/// <summary>
/// The folder of one result. It is opened before the work begins, so that a folder that cannot be used is known at once, and appears when all is
/// written; work that fails or is stopped leaves nothing.
/// </summary>
/// <typeparam name="T">What the result is.</typeparam>
public sealed class ResultFolder<T> : IDisposable
{
    private readonly OutputFolder _folder;
    private readonly Action<T, OutputFolder> _write;

    private ResultFolder(OutputFolder folder, Action<T, OutputFolder> write) => (_folder, _write) = (folder, write);

    /// <summary>Opens the folder for files of these names, which <paramref name="write"/> writes.</summary>
    /// <exception cref="Findings.InputRejectedException">The folder cannot be used.</exception>
    internal static ResultFolder<T> Open(string path, IReadOnlyCollection<string> names, bool force, Action<T, OutputFolder> write) =>
        new(OutputFolder.Open(path, names, force), write);

    /// <summary>Writes the result and puts the folder in its place.</summary>
    /// <exception cref="Findings.InputRejectedException">The folder cannot be put in its place.</exception>
    public void Complete(T result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _write(result, _folder);
        _folder.Commit();
    }

    /// <summary>Removes what was written, unless it is complete.</summary>
    public void Dispose() => _folder.Dispose();
}
