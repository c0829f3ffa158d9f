using System.Numerics;
using System.Runtime.CompilerServices;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>
/// Chance as cheap as one would have it without common random numbers: a single xoshiro256** (Blackman and Vigna 2021) for everybody,
/// the machine's own logarithm, and both values of Marsaglia's polar method.
/// </summary>
internal struct OneStreamFate : IFate
{
    // σ² = ln(1 + cv²), μ = ln mean − σ²/2.
    private static readonly double _sigma = Math.Sqrt(Math.Log(1 + (Town.Variation * Town.Variation)));
    private static readonly double _muOfHandling = Math.Log(Town.HandlingMs) - (_sigma * _sigma / 2);
    private static readonly double _muOfDepartment = Math.Log(Town.DepartmentMs) - (_sigma * _sigma / 2);

    private ulong _s0, _s1, _s2, _s3;
    private double _otherNormal;
    private bool _hasOther;

    public OneStreamFate(ulong seed)
    {
        var start = ChanceStream.For(seed, 1, 1);
        (_s0, _s1, _s2, _s3) = (start.Bits(), start.Bits(), start.Bits(), start.Bits());
    }

    public long UntilNextCase(int cell) => (long)((Town.BetweenCasesOfCellMs * -Math.Log(1 - Unit())) + 0.5);

    public int Urgency(int cell) => Town.Urgency(Unit());

    public long Handling(int officer) => (long)(Math.Exp(_muOfHandling + (_sigma * Normal())) + 0.5);

    public bool PassesOn(int officer) => Unit() < Town.PassedOn;

    public int DepartmentFor(int officer) => (int)(((Bits() >> 32) * Town.Departments) >> 32);

    public long DepartmentWork(int department) => (long)(Math.Exp(_muOfDepartment + (_sigma * Normal())) + 0.5);

    private double Normal()
    {
        if (_hasOther)
        {
            _hasOther = false;
            return _otherNormal;
        }

        while (true)
        {
            var x = (2 * Unit()) - 1;
            var y = (2 * Unit()) - 1;
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                var factor = Math.Sqrt(-2 * Math.Log(square) / square);
                (_otherNormal, _hasOther) = (y * factor, true);
                return x * factor;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Bits()
    {
        var bits = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return bits;
    }
}
