using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>A smooth random field over the plane with values in [−1, 1]: chance at the points of a lattice, blended between them.</summary>
internal sealed class SmoothNoise(ulong seed, uint purpose, double wavelengthM)
{
    public double At(double eastM, double northM)
    {
        var x = eastM / wavelengthM;
        var y = northM / wavelengthM;
        var column = (int)Math.Floor(x);
        var row = (int)Math.Floor(y);
        var across = Ease(x - column);
        var up = Ease(y - row);
        var south = Blend(AtLattice(column, row), AtLattice(column + 1, row), across);
        var north = Blend(AtLattice(column, row + 1), AtLattice(column + 1, row + 1), across);
        return Blend(south, north, up);
    }

    private double AtLattice(int column, int row)
    {
        var stream = ChanceStream.For(seed, ((ulong)(uint)column << 32) | (uint)row, purpose);
        return (2 * stream.Unit()) - 1;
    }

    private static double Blend(double a, double b, double share) => a + ((b - a) * share);

    private static double Ease(double t) => t * t * (3 - (2 * t));
}
