using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>The folder of an after-action report: the files of <see cref="DebriefReport"/>, made here or fetched from a host.</summary>
public static class DebriefOutput
{
    /// <summary>Opens the folder.</summary>
    /// <exception cref="Findings.InputRejectedException">The folder cannot be used.</exception>
    public static ResultFolder<Func<string, byte[]>> Open(string folder, bool force) =>
        ResultFolder<Func<string, byte[]>>.Open(folder, [.. DebriefReport.Files], force, Write);

    private static void Write(Func<string, byte[]> fileOf, OutputFolder folder)
    {
        foreach (var name in DebriefReport.Files)
        {
            File.WriteAllBytes(folder.PathOf(name), fileOf(name));
        }
    }
}
