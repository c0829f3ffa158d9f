using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;
using Microsoft.AspNetCore.Components;

namespace GridGov.Twin.Web.Pages;

/// <summary>One experiment: its question, a run with its progress, the report, and its replications, each of which opens as a world.</summary>
public sealed partial class ExperimentPage
{
    private ExperimentRow? _row;
    private ExperimentView? _view;
    private WorldView[] _worlds = [];
    private HashSet<string> _hashes = [];
    private bool _isMissing;

    /// <summary>The experiment's name in addresses.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    private string Title => _row is { } row ? Viewer[row.Title] : Viewer[_isMissing ? PlanningWords.NoExperiment : PlanningWords.Title];

    /// <inheritdoc />
    protected override async Task<bool> Load()
    {
        try
        {
            _row = await Twin.ExperimentProgress(Id, Closed);
        }
        catch (TwinRefusedException gone) when (gone.Status == 404)
        {
            (_row, _isMissing) = (null, true);
            return false;
        }

        // The replications are many and change only when a run has come to its end.
        if (_view is null || _view.Row.Last != _row.Last)
        {
            _view = await Twin.Experiment(Id, Closed);
            _hashes = [.. (_view?.Replications ?? []).Select(row => row.Hash)];
        }

        _worlds = [.. (await Twin.Worlds(Closed)).Where(world => world.End?.Experiment == Id)];
        return _row.State == "running";
    }

    private static Name RunWord(ExperimentRow row) =>
        row.State == "stopped" ? PlanningWords.GoOn : row.Last is null ? PlanningWords.Run : PlanningWords.RunAgain;

    // The moment of the run keeps a browser from showing the report before.
    private string Report(ExperimentAnswer answer) =>
        $"api/v1/experiments/{Id}/report?at={Uri.EscapeDataString(answer.At)}{PlanningWords.Looks(Viewer)}";

    private Task<bool> Run() => Try(async () => _row = await Twin.RunExperiment(Id, Viewer.Actor, Closed));

    private Task<bool> Stop() => Try(async () => _row = await Twin.StopExperiment(Id, Viewer.Actor, Closed));

    private async Task Open(ReplicationOrder order)
    {
        var opened = default(OpenedReplication);
        if (await Try(async () => opened = await Twin.OpenReplication(Id, order, Viewer.Actor, Closed)))
            Navigation.NavigateTo($"w/{opened!.World}");
    }
}
