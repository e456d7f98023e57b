using System.Numerics;
using Simulator.Kernel.Chance;

namespace Simulator.Tests.Kernel.Chance;

public sealed class ChanceKeyTests
{
    private const int Draws = 200_000;

    // Five standard errors of a correlation, so that a sound key fails once in two million.
    private static readonly double _noCorrelation = 5.0 / Math.Sqrt(Draws);

    private static readonly ChanceKey _key = new(seed: 20210502, replication: 0);

    [Theory]
    [InlineData(0x0UL, 0, 0x3FDFC45AE105BCF2, 0x3F9C63C512EF9EE0)]
    [InlineData(0x1UL, 0, 0x3FCC58EBDF0F2C64, 0x3FE0F13D947653B7)]
    [InlineData(0x1UL, 1, 0x3FE3F290B28553E7, 0x3FE510FEFB865879)]
    [InlineData(0xDEADBEEFUL, 7, 0x3FE2D3B2891DDD1F, 0x3FA11E07389C90F0)]
    public void A_draw_has_the_same_bits_everywhere(ulong seed, int replication, ulong unit, ulong arrow)
    {
        var key = new ChanceKey(seed, replication);
        Assert.Equal(unit, BitConverter.DoubleToUInt64Bits(key.Unit(11, 22, Purpose.Draft, 3)));
        Assert.Equal(arrow, BitConverter.DoubleToUInt64Bits(key.Arrow(11, 33, 22, Purpose.Travel, 3)));
    }

    [Fact]
    public void A_draw_lies_strictly_between_0_and_1_even_for_the_extreme_bits()
    {
        Assert.Equal(1.0 / (1L << 53), Draw.Unit(0));
        Assert.Equal(1.0 - 1.0 / (1L << 53), Draw.Unit(ulong.MaxValue));
        Assert.True(Draw.Unit(ulong.MaxValue) < 1.0);
    }

    /// <summary>Each way to walk through keys, and the neighbour that each draw is compared with.</summary>
    public static TheoryData<string> Walks => new(_walks.Keys.Order(StringComparer.Ordinal));

    private static readonly Dictionary<string, (Func<int, double>, Func<int, double>)> _walks = new()
    {
        ["occurrences"] = (i => Unit(1, 2, 6, i), i => Unit(1, 2, 6, i + 1)),
        ["bodies"] = (i => Unit(i, 2, 6, 0), i => Unit(i + 1, 2, 6, 0)),
        ["root directives"] = (i => Unit(1, i, 6, 0), i => Unit(1, i + 1, 6, 0)),
        ["adjacent purposes"] = (i => Unit(1, i, 6, 0), i => Unit(1, i, 7, 0)),
        ["body and root swapped"] = (i => Unit(i, i + 900_000, 6, 0), i => Unit(i + 900_000, i, 6, 0)),
        ["body as root"] = (i => Unit(i, i, 6, 0), i => Unit(i, i + 1, 6, 0)),
        ["hashes one bit apart"] = (i => Unit(i, 2, 6, 0), i => Unit(i ^ (1L << 63), 2, 6, 0)),
        ["replications"] = (
            i => new ChanceKey(5, i).Unit(1, 2, Purpose.Draft, 0),
            i => new ChanceKey(5, i + 1).Unit(1, 2, Purpose.Draft, 0)),
        ["seeds"] = (
            i => new ChanceKey((ulong)i, 0).Unit(1, 2, Purpose.Draft, 0),
            i => new ChanceKey((ulong)i + 1, 0).Unit(1, 2, Purpose.Draft, 0)),
        ["seed and replication swapped"] = (
            i => new ChanceKey((ulong)i, i + 7).Unit(1, 2, Purpose.Draft, 0),
            i => new ChanceKey((ulong)i + 7, i).Unit(1, 2, Purpose.Draft, 0)),
        ["arrows turned round"] = (i => Arrow(i, i + 9, 2, 15, 0), i => Arrow(i + 9, i, 2, 15, 0)),
        ["arrows from one body"] = (i => Arrow(1, i, 2, 15, 0), i => Arrow(1, i + 1, 2, 15, 0)),
        ["arrows to one body"] = (i => Arrow(i, 1, 2, 15, 0), i => Arrow(i + 1, 1, 2, 15, 0)),
        ["arrow and body"] = (i => Arrow(i, i, 2, 15, 0), i => Unit(i, 2, 15, 0)),
        ["delay and loss on an arrow"] = (i => Arrow(1, i, 2, 15, 0), i => Arrow(1, i, 2, 16, 0)),
    };

    [Theory]
    [MemberData(nameof(Walks))]
    public void Draws_are_spread_evenly_and_tell_nothing_of_their_neighbours(string walk)
    {
        (Func<int, double> draw, Func<int, double> neighbour) = _walks[walk];
        const int cells = 32;
        int[] counts = new int[cells];
        int[] pairs = new int[cells * cells];
        double product = 0.0;
        for (int i = 0; i < Draws; i++)
        {
            double u = draw(i);
            double v = neighbour(i);
            counts[(int)(u * cells)]++;
            pairs[(int)(u * cells) * cells + (int)(v * cells)]++;
            product += (u - 0.5) * (v - 0.5) * 12.0;
        }
        Assert.InRange(ChiSquareInDeviations(counts), -5.0, 5.0);
        Assert.InRange(ChiSquareInDeviations(pairs), -5.0, 5.0);
        Assert.InRange(product / Draws, -_noCorrelation, _noCorrelation);
    }

    [Fact]
    public void Every_bit_of_a_key_flips_every_bit_of_a_draw_half_of_the_time()
    {
        const int trials = 4_000;
        for (int bit = 0; bit < 4 * 64; bit++)
        {
            int[] flips = new int[64];
            for (int i = 0; i < trials; i++)
            {
                ulong body = Draw.Mix((ulong)i);
                ulong flip = 1UL << (bit % 64);
                ulong changed = (bit / 64) switch
                {
                    0 => _key.Bits(body ^ flip, 7, Purpose.Draft, 1),
                    1 => _key.Bits(body, 7 ^ flip, Purpose.Draft, 1),
                    2 => _key.Bits(body, 7, Purpose.Draft, 1 ^ (uint)(1 << (bit % 32))),
                    _ => new ChanceKey(20210502 ^ flip, 0).Bits(body, 7, Purpose.Draft, 1),
                };
                ulong difference = changed ^ _key.Bits(body, 7, Purpose.Draft, 1);
                for (; difference != 0; difference &= difference - 1)
                    flips[BitOperations.TrailingZeroCount(difference)]++;
            }
            double deviation = Math.Sqrt(trials) / 2.0;
            Assert.All(flips, count => Assert.InRange((count - trials / 2.0) / deviation, -6.0, 6.0));
        }
    }

    [Fact]
    public void No_two_keys_of_a_large_run_share_a_draw()
    {
        var seen = new HashSet<ulong>();
        for (ulong body = 0; body < 40; body++)
        {
            for (ulong root = 0; root < 40; root++)
            {
                for (byte purpose = 1; purpose <= 29; purpose++)
                {
                    for (uint n = 0; n < 8; n++)
                        Assert.True(seen.Add(_key.Bits(body, root, (Purpose)purpose, n)));
                }
            }
        }
    }

    [Fact]
    public void The_numbers_of_purposes_never_change()
    {
        string[] names =
        [
            "Register", "Assign", "Draft", "Sign", "Issue", "CarryOut", "Compile", "SignReport",
            "IssueReport", "RegisterReport", "RegisterReminder", "Remind", "Willingness", "Outcome", "Travel",
            "Loss", "TravelReport", "LossReport", "TravelReminder", "LossReminder", "Ask", "Decide",
            "TravelQuestion", "TravelAnswer", "FileDuplicate", "RegisterQuestion", "RegisterAnswer", "Load",
            "Attention",
        ];
        for (int i = 0; i < names.Length; i++)
            Assert.Equal(names[i], ((Purpose)(i + 1)).ToString());
    }

    private static double Unit(long body, long root, int purpose, int n) =>
        _key.Unit((ulong)body, (ulong)root, (Purpose)purpose, (uint)n);

    private static double Arrow(long from, long to, long root, int purpose, int n) =>
        _key.Arrow((ulong)from, (ulong)to, (ulong)root, (Purpose)purpose, (uint)n);

    private static double ChiSquareInDeviations(int[] counts)
    {
        double expected = Draws / (double)counts.Length;
        double sum = counts.Sum(count => (count - expected) * (count - expected) / expected);
        return (sum - (counts.Length - 1)) / Math.Sqrt(2.0 * (counts.Length - 1));
    }
}
