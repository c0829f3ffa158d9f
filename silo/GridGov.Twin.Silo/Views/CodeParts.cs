using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Silo.Views;

/// <summary>Codes taken apart by the standards (GB/T 30428.1 and .2 practice).</summary>
internal sealed class CodeParts(CityModel city)
{
    /// <summary>A cell's 15 digits: 6 division, 3 street, 3 community, 3 sequence.</summary>
    public CodePart[] OfCell(CellSite cell)
    {
        var code = cell.Code;
        return
        [
            new(code[..6], new("行政区划", "division"), city.Name),
            new(code[6..9], new("街道（镇）", "street or town"), city.Org[city.StreetOf(cell.Community)].Name),
            new(code[9..12], new("社区（村）", "community"), city.Org[cell.Community].Name),
            new(code[12..], new("网格顺序号", "sequence of the cell"), null),
        ];
    }

    /// <summary>A component's 16 digits: 6 division, 2 class, 2 sub-class, 6 sequence.</summary>
    public CodePart[] OfDevice(DeviceSite device, Name kind)
    {
        var code = device.Code;
        return
        [
            new(code[..6], new("行政区划", "division"), city.Name),
            new(code[6..8], new("部件大类", "class of component"), null),
            new(code[8..10], new("部件小类", "sub-class"), kind.Zh),
            new(code[10..], new("部件顺序号", "sequence"), null),
        ];
    }

    /// <summary>A case's 19 digits: 6 division, 8 date opened, 5 sequence of the day.</summary>
    public CodePart[] OfCase(string code) =>
    [
        new(code[..6], new("行政区划", "division"), city.Name),
        new(code[6..14], new("立案日期", "date opened"), $"{code[6..10]}-{code[10..12]}-{code[12..14]}"),
        new(code[14..], new("当日顺序号", "sequence of the day"), null),
    ];
}
