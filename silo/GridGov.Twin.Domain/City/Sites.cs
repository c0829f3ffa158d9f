namespace GridGov.Twin.Domain.City;

/// <summary>The six kinds of cell; demand differs by them.</summary>
public enum CellKind : byte
{
    /// <summary>住宅 housing estates.</summary>
    Residential,

    /// <summary>商业 shops and offices.</summary>
    Commercial,

    /// <summary>混合 old streets with homes above shops.</summary>
    Mixed,

    /// <summary>工业 works and warehouses.</summary>
    Industrial,

    /// <summary>公共 schools, hospitals, parks, squares and water.</summary>
    Public,

    /// <summary>村庄 villages and fields.</summary>
    Village,
}

/// <summary>What a building is mainly for.</summary>
public enum LandUse : byte
{
    /// <summary>住宅 homes.</summary>
    Housing,

    /// <summary>商业 shops.</summary>
    Shops,

    /// <summary>办公 offices.</summary>
    Offices,

    /// <summary>工业 works.</summary>
    Works,

    /// <summary>公共 schools, hospitals, halls.</summary>
    Civic,

    /// <summary>农村 village houses.</summary>
    VillageHouse,

    /// <summary>地标 landmarks.</summary>
    Landmark,
}

/// <summary>The levels of governance, from the grid up to the district command centre.</summary>
public enum Level : byte
{
    /// <summary>网格.</summary>
    Grid,

    /// <summary>社区.</summary>
    Community,

    /// <summary>街道/镇.</summary>
    Street,

    /// <summary>区.</summary>
    District,
}

/// <summary>
/// One unit grid 单元网格: its 15-digit code (6 division, 3 street, 3 community, 3 sequence west to east then north to south),
/// the community it lies in (an index into <see cref="CityModel.Org"/>) and the street node people reach it by.
/// </summary>
public sealed record CellSite(int Index, string Code, CellKind Kind, int Community, Place Centre, Place[] Outline, double AreaM2, int Node);

/// <summary>How many households of a building need regular care. Only ever shown in sums over many buildings.</summary>
public readonly record struct Needs(int ElderlyAlone, int DisabilityCare);

/// <summary>One building: footprint (outer ring, not closed, counter-clockwise), height in metres, and synthetic households.</summary>
public sealed record BuildingSite(
    int Index, int Cell, Place Centre, Place[] Outline, double HeightM, int Floors, LandUse Use, int Households, int Residents, Needs Needs, string? Name);

/// <summary>What a device watches.</summary>
public enum DeviceKind : byte
{
    /// <summary>视频 camera.</summary>
    Camera,

    /// <summary>井盖 manhole tilt.</summary>
    Manhole,

    /// <summary>积水 water depth.</summary>
    WaterDepth,

    /// <summary>管压 pipe pressure.</summary>
    Pressure,

    /// <summary>烟感 smoke.</summary>
    Smoke,

    /// <summary>噪声 noise.</summary>
    Noise,

    /// <summary>垃圾满溢 bin fill.</summary>
    BinFill,
}

/// <summary>One device: its 16-digit component code (6 division, 2 class, 2 sub-class, 6 sequence) and where it stands.</summary>
public sealed record DeviceSite(int Index, string Code, DeviceKind Kind, int Cell, Place At);

/// <summary>A unit of the district: the district itself, a street or a community (parents come first; the district's parent is −1).</summary>
public sealed record OrgUnit(int Index, string Code, string Name, Level Level, int Parent);

/// <summary>Something to see on the map that is not a building: a park, a stretch of water.</summary>
public sealed record GroundSite(GroundKind Kind, string? Name, Place[] Outline);

/// <summary>Kinds of <see cref="GroundSite"/>.</summary>
public enum GroundKind : byte
{
    /// <summary>公园.</summary>
    Park,

    /// <summary>水域.</summary>
    Water,

    /// <summary>广场.</summary>
    Square,

    /// <summary>农田.</summary>
    Field,

    /// <summary>操场 a school's or stadium's sports ground.</summary>
    SportsGround,
}
