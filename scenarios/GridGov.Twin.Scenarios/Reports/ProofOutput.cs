using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Proofs;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>
/// The folder of a proof: <c>proof.html</c> and <c>proof.json</c>. It is opened before the proof begins and appears when both are written; a proof
/// that is stopped leaves nothing.
/// </summary>
public sealed class ProofOutput : IDisposable
{
    private const string Page = "proof.html";
    private const string Json = "proof.json";
    private readonly OutputFolder _folder;

    private ProofOutput(OutputFolder folder) => _folder = folder;

    /// <summary>Opens the folder.</summary>
    /// <exception cref="InputRejectedException">The folder cannot be used.</exception>
    public static ProofOutput Open(string folder, bool force) => new(OutputFolder.Open(folder, [Page, Json], force));

    /// <summary>Writes the proof and puts the folder in its place.</summary>
    /// <exception cref="InputRejectedException">The folder cannot be put in its place.</exception>
    public void Complete(Proof proof)
    {
        File.WriteAllText(_folder.PathOf(Page), ProofReport.Html(proof));
        File.WriteAllText(_folder.PathOf(Json), ProofReport.Json(proof) + "\n");
        _folder.Commit();
    }

    /// <summary>Removes what was written, unless it is complete.</summary>
    public void Dispose() => _folder.Dispose();
}
