using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Silo.Projections;

namespace GridGov.Twin.Silo.Views;

/// <summary>Cells, buildings and devices as screens read them.</summary>
internal sealed class PlaceViews(Setting setting, WorldBook book, CodeParts codes, CaseViews cases, OfficerViews officers)
{
    private readonly CityModel _city = setting.Plan.City;
    private readonly Dictionary<string, int> _cells = setting.Plan.City.Cells.ToDictionary(cell => cell.Code, cell => cell.Index, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _devices = setting.Plan.City.Devices.ToDictionary(device => device.Code, device => device.Index, StringComparer.Ordinal);

    public int? CellOf(string code) => _cells.TryGetValue(code, out var cell) ? cell : null;

    public int? DeviceOf(string code) => _devices.TryGetValue(code, out var device) ? device : null;

    public CellRow[] Cells(DistrictModel model, Instant now)
    {
        var open = book.Cases.Open.ToLookup(entry => entry.Cell);
        return [.. _city.Cells.Select(cell => Row(model, cell, [.. open[cell.Index]], now))];
    }

    public CellView? Cell(DistrictModel model, Instant now, string code)
    {
        if (CellOf(code) is not { } index)
        {
            return null;
        }

        var (site, state) = (_city.Cells[index], model.Cells[index]);
        var buildings = setting.BuildingsOf(index).ToArray().Select(building => _city.Buildings[building]).ToArray();
        var onBeat = setting.Plan.Officers.Where(officer => officer.Beat.Contains(index)).Select(officer => officers.Row(model, now, officer.Index));
        return new CellView(
            Row(model, site, [.. book.Cases.Open.Where(entry => entry.Cell == index)], now), buildings.Length, buildings.Sum(building => building.Households),
            buildings.Sum(building => building.Residents), state.Reports, state.Merged, cases.OfCell(index, now),
            [.. setting.DevicesOf(index).ToArray().Select(device => Device(model, device))], [.. onBeat], codes.OfCell(site));
    }

    public BuildingView? Building(DistrictModel model, Instant now, int index)
    {
        if ((uint)index >= (uint)_city.Buildings.Length)
        {
            return null;
        }

        var (site, state) = (_city.Buildings[index], model.Buildings[index]);
        var cell = _city.Cells[site.Cell];
        string[] failed = [.. Enum.GetValues<Utility>().Where(utility => state?.HasFailed(utility) == true).Select(utility => Words.Of(utility))];
        return new BuildingView(
            index, site.Name, Words.Of(site.Use), Wording.Of(site.Use), site.HeightM, site.Floors, site.Households, site.Residents, state?.Troubles ?? 0, failed,
            cell.Code, _city.Org[_city.StreetOf(cell.Community)].Name, _city.Org[cell.Community].Name, book.Spots.Of(site.Centre), cases.OfBuilding(index, now));
    }

    public DeviceRow[] Devices(DistrictModel model) => [.. _city.Devices.Select(site => Device(model, site.Index))];

    public DeviceView? Device(DistrictModel model, string code)
    {
        if (DeviceOf(code) is not { } index)
        {
            return null;
        }

        var site = _city.Devices[index];
        return new DeviceView(Device(model, index), codes.OfDevice(site, Wording.Of(site.Kind)), book.Devices.Of(index));
    }

    private DeviceRow Device(DistrictModel model, int index)
    {
        var (site, facts) = (_city.Devices[index], model.Devices[index].Facts);
        return new DeviceRow(
            index, site.Code, Words.Of(site.Kind), Wording.Of(site.Kind), _city.Cells[site.Cell].Code, facts.Alarm == 1, facts.Broken == 1,
            facts.SilencedUntil > Instant.Start ? facts.SilencedUntil.Milliseconds : null, facts.Reading, book.Devices.Last(index), book.Spots.Of(site.At));
    }

    private CellRow Row(DistrictModel model, CellSite site, CaseEntry[] open, Instant now)
    {
        var state = model.Cells[site.Index];
        return new CellRow(
            site.Index, site.Code, Words.Of(site.Kind), Wording.Of(site.Kind), _city.Org[_city.StreetOf(site.Community)].Name, _city.Org[site.Community].Name,
            site.AreaM2, open.Length, open.Count(entry => entry.Due < now), state.LastPatrol == Instant.Start ? null : state.LastPatrol.Milliseconds,
            book.Spots.Of(site.Centre));
    }
}
