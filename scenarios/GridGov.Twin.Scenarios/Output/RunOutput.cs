using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Replay;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>
/// The files of one run: <c>events.csv</c>, written while the run goes on, and at the end <c>cases.csv</c>, <c>indicators.csv</c> and
/// <c>run.json</c>. The folder appears when all are complete; a run that fails or is stopped leaves nothing.
/// </summary>
public sealed class RunOutput : IDisposable
{
    private const string Events = "events.csv";
    private const string Cases = "cases.csv";
    private const string Indicators = "indicators.csv";
    private const string Run = "run.json";
    private readonly OutputFolder _folder;
    private readonly WorldPlan _plan;
    private readonly EventsCsv _events;
    private readonly CaseLog _cases;

    private RunOutput(OutputFolder folder, WorldPlan plan)
    {
        (_folder, _plan) = (folder, plan);
        _events = new EventsCsv(plan, folder.PathOf(Events));
        _cases = new CaseLog(plan);
    }

    /// <summary>The names of the files a run or a replay may leave.</summary>
    public static IReadOnlyList<string> Files { get; } = [Events, Cases, Indicators, Run, ReplayOutput.RowsFile];

    /// <summary>Opens the folder and follows a run through its <paramref name="listen"/>; before the run begins.</summary>
    /// <exception cref="InputRejectedException">The folder cannot be used.</exception>
    public static RunOutput Follow(Action<IEventListener> listen, WorldPlan plan, string folder, bool force)
    {
        ArgumentNullException.ThrowIfNull(listen);
        var output = new RunOutput(OutputFolder.Open(folder, Files, force), plan);
        listen(output._events);
        listen(output._cases);
        return output;
    }

    /// <summary>
    /// Writes the rest, with <paramref name="json"/> as <c>run.json</c>, lets <paramref name="also"/> write files of its own (named in
    /// <see cref="Files"/>) into the folder it is given, and puts the folder in its place.
    /// </summary>
    public void Complete(RunResult result, string json, Action<string>? also = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        _events.Dispose();
        CasesCsv.Write(_cases, _plan, result.Terms.Seed, _folder.PathOf(Cases));
        IndicatorsCsv.Write(result.Report, _folder.PathOf(Indicators));
        File.WriteAllText(_folder.PathOf(Run), json + "\n");
        also?.Invoke(_folder.Fresh);
        _folder.Commit();
    }

    /// <summary>Removes what was written, unless it is complete.</summary>
    public void Dispose()
    {
        _events.Dispose();
        _folder.Dispose();
    }
}
