namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>
/// What a tile lies in, in whole centimetres of the plane, rounded outwards: exact in JSON, so that a parent's box holds its children's to the
/// last digit.
/// </summary>
internal readonly record struct TileBox(long West, long South, long Bottom, long East, long North, long Top)
{
    private const double PerMetre = 100;

    /// <summary>The box of places from the least to the greatest coordinates, in metres.</summary>
    public static TileBox Of((double East, double North, double Up) least, (double East, double North, double Up) most) =>
        new(Down(least.East), Down(least.North), Down(least.Up), Up(most.East), Up(most.North), Up(most.Up));

    /// <summary>The box of both.</summary>
    public TileBox With(TileBox other) => new(
        Math.Min(West, other.West), Math.Min(South, other.South), Math.Min(Bottom, other.Bottom),
        Math.Max(East, other.East), Math.Max(North, other.North), Math.Max(Top, other.Top));

    /// <summary>The length of its diagonal in metres.</summary>
    public double DiagonalM => Math.Sqrt(Square(East - West) + Square(North - South) + Square(Top - Bottom)) / PerMetre;

    /// <summary>Twelve numbers as 3D Tiles has them: the centre and half of each axis, in metres.</summary>
    public decimal[] Numbers()
    {
        var (east, north, up) = (Half(West + East), Half(South + North), Half(Bottom + Top));
        return [east, north, up, Half(East - West), 0, 0, 0, Half(North - South), 0, 0, 0, Half(Top - Bottom)];
    }

    private static decimal Half(long centimetres) => centimetres / 200m;

    private static long Down(double metres) => (long)Math.Floor(metres * PerMetre);

    private static long Up(double metres) => (long)Math.Ceiling(metres * PerMetre);

    private static double Square(double length) => length * length;
}
