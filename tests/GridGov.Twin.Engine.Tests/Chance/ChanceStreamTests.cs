using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using MathNet.Numerics.Distributions;

namespace GridGov.Twin.Engine.Tests.Chance;

public class ChanceStreamTests
{
    private const int Draws = 1 << 20;

    [Fact]
    public void Every_bit_is_set_half_the_time()
    {
        var chance = ChanceStream.For(7, new GrainId(1, 1), 1);
        var set = new int[64];
        for (var i = 0; i < Draws; i++)
        {
            var bits = chance.Bits();
            for (var b = 0; b < 64; b++)
            {
                set[b] += (int)(bits >> b) & 1;
            }
        }

        ChiSquare(set, Draws / 2.0, Draws / 4.0).ShouldBeLessThan(ChiSquared.InvCDF(64, 0.999));
    }

    [Fact]
    public void Every_byte_value_comes_alike_in_each_place()
    {
        var chance = ChanceStream.For(8, new GrainId(1, 1), 1);
        var counts = new int[8 * 256];
        for (var i = 0; i < Draws; i++)
        {
            var bits = chance.Bits();
            for (var place = 0; place < 8; place++)
            {
                counts[(place * 256) + (byte)(bits >> (place * 8))]++;
            }
        }

        ChiSquare(counts, Draws / 256.0, Draws / 256.0).ShouldBeLessThan(ChiSquared.InvCDF(8 * 255, 0.999));
    }

    [Fact]
    public void Streams_of_neighbouring_keys_do_not_follow_each_other()
    {
        // The first number of each of many streams, one key apart in seed, grain or purpose, is again a stream of chance.
        var counts = new int[3 * 256];
        for (var i = 0; i < Draws; i++)
        {
            var (seed, grain, purpose) = (ChanceStream.For((ulong)i, new GrainId(1, 1), 1), ChanceStream.For(1, new GrainId(1, i), 1), ChanceStream.For(1, new GrainId(1, 1), (uint)i));
            counts[seed.Below(256)]++;
            counts[256 + grain.Below(256)]++;
            counts[512 + purpose.Below(256)]++;
        }

        ChiSquare(counts, Draws / 256.0, Draws / 256.0).ShouldBeLessThan(ChiSquared.InvCDF(3 * 255, 0.999));
    }

    [Fact]
    public void Numbers_in_a_row_are_not_related()
    {
        var chance = ChanceStream.For(9, new GrainId(1, 1), 1);
        var pairs = new int[64 * 64];
        for (var i = 0; i < Draws; i++)
        {
            pairs[(chance.Below(64) * 64) + chance.Below(64)]++;
        }

        ChiSquare(pairs, Draws / 4096.0, Draws / 4096.0).ShouldBeLessThan(ChiSquared.InvCDF(4095, 0.999));
    }

    private static double ChiSquare(int[] counts, double expected, double variance) =>
        counts.Sum(n => (n - expected) * (n - expected) / variance);

    [Fact]
    public void A_mirrored_seed_mirrors_every_draw_and_its_mirror_is_the_seed_again()
    {
        var plain = ChanceStream.For(7, 42UL, 3);
        var mirrored = ChanceStream.For(ChanceStream.MirrorOf(7), 42UL, 3);
        for (var i = 0; i < 1_000; i++)
        {
            (plain.Unit() + mirrored.Unit()).ShouldBe(1, 1e-12);
            mirrored.Drawn.ShouldBe(plain.Drawn);
        }

        plain.Normal().ShouldBe(-mirrored.Normal(), 1e-9);
        ChanceStream.MirrorOf(ChanceStream.MirrorOf(7)).ShouldBe(7UL);
    }
}
