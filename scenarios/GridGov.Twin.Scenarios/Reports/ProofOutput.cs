using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Proofs;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>The folder of a proof: <c>proof.html</c> and <c>proof.json</c>.</summary>
public static class ProofOutput
{
    private const string Page = "proof.html";
    private const string Json = "proof.json";

    /// <summary>The names of the files.</summary>
    public static IReadOnlyList<string> Files { get; } = [Page, Json];

    /// <summary>Opens the folder.</summary>
    /// <exception cref="Findings.InputRejectedException">The folder cannot be used.</exception>
    public static ResultFolder<Proof> Open(string folder, bool force) => ResultFolder<Proof>.Open(folder, Files, force, Write);

    private static void Write(Proof proof, OutputFolder folder)
    {
        File.WriteAllText(folder.PathOf(Page), ProofReport.Html(proof));
        File.WriteAllText(folder.PathOf(Json), ProofReport.Json(proof) + "\n");
    }
}
