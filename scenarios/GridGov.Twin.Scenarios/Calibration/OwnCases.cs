using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Replay;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>The mapping of this program's own <c>cases.csv</c>: kinds by their keys, cells by their codes, open until ended.</summary>
internal static class OwnCases
{
    private const string Name = "gridgov-cases";

    /// <summary>The mapping, for a log whose head is that of <see cref="CasesCsv"/>.</summary>
    /// <exception cref="InputRejectedException">The log is another, or there is no scenario whose cells it could name.</exception>
    public static ReplayMapping MappingFor(CalibrationRequest request, CaseCatalogue catalogue)
    {
        using (var log = LogFile.Open(request.Log, head: null, System.Text.Encoding.UTF8))
        {
            if (!log.HasHead(CasesCsv.Columns))
            {
                throw new InputRejectedException(new Finding(
                    "--mapping", 0, "", "sf311, nyc311 or a .yaml file that says how the rows are read", $"{request.Log} is no cases.csv of gridgov run"));
            }
        }

        return request.Scenario is not null
            ? Mapping(catalogue)
            : throw new InputRejectedException(new Finding("--scenario", 0, "", "the scenario the cases come from", $"the cells of {request.Log} are those of a scenario"));
    }

    private static ReplayMapping Mapping(CaseCatalogue catalogue) => new(
        Name, new Title("案件日志", "cases of a run"), null,
        new LogColumns(null, At("code"), null, At("opened"), At("ended"), null, null, At("cell")),
        new LogTimes(["yyyy-MM-dd HH:mm:ss"], null),
        new LogPosition(Fit: false, null, OddPosition.Reject, OddPosition.Reject, OddPosition.Reject),
        new LogDuplicates([At("code")], null, null),
        new LogKinds([At("kind")], [.. catalogue.Conditions.Select(kind => new LogRule<string>(kind.Key, At(kind.Key)))], null),
        new LogChannels(null, [], Channel.Hotline));

    private static Marked<string> At(string text) => new(text, new Mark(Name, 0));
}
