using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>Made-up names that sound like a Chinese town's; no real place is meant.</summary>
internal sealed class OrgNames
{
    private const string First = "澜芷筠霁岚溪砚鹭槿栎桐檀茗珑瑶琅煦沁荻蓼棠蘅漪泓澄黛皓璟榆菱荇芦";
    private const string Second = "栖汀屿陌泽垣坞庭洲圃阡渚湾原里畔舍麓岸堤桥巷塘林";
    private static readonly string[] Sides = ["", "东", "西", "南", "北", "新", "上", "下"];
    private readonly int[] _order;
    private int _next;

    public OrgNames(ulong seed)
    {
        var chance = ChanceStream.For(seed, 0UL, Purpose.Names);
        _order = [.. Enumerable.Range(0, First.Length * Second.Length)];
        for (var i = _order.Length - 1; i > 0; i--)
        {
            var other = chance.Below(i + 1);
            (_order[i], _order[other]) = (_order[other], _order[i]);
        }
    }

    /// <summary>The next name not given yet; there are some six thousand.</summary>
    public string Next()
    {
        var pair = _order[_next % _order.Length];
        var side = Sides[_next / _order.Length % Sides.Length];
        _next++;
        return string.Concat(side, First[pair / Second.Length].ToString(), Second[pair % Second.Length].ToString());
    }
}
