using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Journal;

public sealed class JournalBlocksTests
{
    private static readonly Entry[] Entries =
        [.. Played.Of(GeneratedModel.Of(1), new RunOptions { Seed = 1 }).Entries];

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void Every_block_but_the_last_is_of_the_size_and_together_they_are_the_journal(int size)
    {
        var blocks = AllOf(Entries, size);
        Assert.All(blocks.SkipLast(1), block => Assert.Equal(size, block.Entries.Length));
        Assert.InRange(blocks[^1].Entries.Length, 1, size);
        Assert.Equal(Entries, blocks.SelectMany(block => block.Entries));
        Assert.Equal(Enumerable.Range(0, blocks.Count), blocks.Select(block => (int)block.Number));
    }

    [Fact]
    public void The_digest_of_a_block_is_that_of_the_journal_up_to_its_end()
    {
        var journal = Cut(Entries, 16, keep: 64, acknowledged: 0, new Dice(1));
        journal.Seal();
        for (var number = 0; number < journal.Made; number++)
        {
            var sofar = default(Digest).With(Entries.AsSpan(0, Math.Min(16 * (number + 1), Entries.Length)));
            Assert.Equal(sofar, journal.Get(number)!.Cumulative);
            Assert.Equal(sofar, journal.DigestOf(number + 1));
        }

        Assert.Equal(default, journal.DigestOf(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.DigestOf(journal.Made + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.DigestOf(-1));
    }

    [Fact]
    public void Where_a_block_ends_does_not_depend_on_how_the_entries_came()
    {
        var expected = AllOf(Entries, 16);
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var journal = Cut(Entries, 16, keep: 64, acknowledged: 0, new Dice(seed));
            journal.Seal();
            AreSame(expected, journal, from: 0, $"seed {seed}");
        }
    }

    [Fact]
    public void A_run_played_again_makes_the_blocks_that_its_reader_lacks_as_they_were()
    {
        var expected = AllOf(Entries, 16);
        for (var acknowledged = 0; acknowledged <= expected.Count; acknowledged++)
        {
            var journal = Cut(Entries, 16, keep: 64, acknowledged, new Dice((ulong)acknowledged));
            Assert.Equal(Math.Max(0, journal.Made - acknowledged) >= 64, journal.IsFull);
            journal.Seal();
            AreSame(expected, journal, acknowledged, $"{acknowledged} acknowledged");
            Assert.Equal(expected[^1].Cumulative, journal.DigestOf(expected.Count));
            if (acknowledged > 0)
            {
                Assert.Throws<ArgumentOutOfRangeException>(() => journal.Get(acknowledged - 1));
            }
        }
    }

    [Fact]
    public void A_block_is_there_when_it_is_full_and_gone_when_it_is_acknowledged()
    {
        var journal = new JournalBlocks(10, keep: 3);
        journal.Append(Entries.AsSpan(0, 9));
        Assert.Equal(0, journal.Made);
        Assert.Null(journal.Get(0));
        journal.Append(Entries.AsSpan(9, 12));
        Assert.Equal(2, journal.Made);
        Assert.Equal(Entries[..10], journal.Get(0)!.Entries);
        Assert.Null(journal.Get(2));
        journal.Acknowledge(1);
        journal.Acknowledge(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => journal.Get(0));
        Assert.Equal(Entries[10..20], journal.Get(1)!.Entries);
        var back = Assert.Throws<ArgumentException>(() => journal.Acknowledge(0));
        Assert.Contains("cannot go back to 0", back.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_waits_while_its_reader_is_too_far_behind()
    {
        var journal = new JournalBlocks(10, keep: 3);
        journal.Append(Entries.AsSpan(0, 29));
        Assert.False(journal.IsFull);
        journal.Append(Entries.AsSpan(29, 31));
        Assert.True(journal.IsFull);
        Assert.Equal(6, journal.Made);
        journal.Acknowledge(3);
        Assert.True(journal.IsFull);
        journal.Acknowledge(4);
        Assert.False(journal.IsFull);
        Assert.Equal(Entries[50..60], journal.Get(5)!.Entries);
    }

    [Fact]
    public void A_reader_who_knows_more_than_has_been_made_again_loses_nothing()
    {
        var journal = new JournalBlocks(10, acknowledged: 2);
        journal.Append(Entries.AsSpan(0, 10));
        journal.Acknowledge(4);
        journal.Append(Entries.AsSpan(10, 40));
        Assert.Equal(5, journal.Made);
        Assert.Equal(Entries[20..30], journal.Get(2)!.Entries);
        journal.Acknowledge(100);
        Assert.Null(journal.Get(5));
        journal.Append(Entries.AsSpan(50, 10));
        Assert.Equal(Entries[50..60], journal.Get(5)!.Entries);
    }

    [Fact]
    public void A_sealed_journal_takes_no_more_and_has_a_short_block_only_if_something_is_left()
    {
        var journal = new JournalBlocks(10);
        journal.Append(Entries.AsSpan(0, 20));
        Assert.False(journal.IsSealed);
        journal.Seal();
        journal.Seal();
        Assert.True(journal.IsSealed);
        Assert.Equal(2, journal.Made);
        Assert.Throws<InvalidOperationException>(() => journal.Append(Entries.AsSpan(20, 1)));
        var shortly = new JournalBlocks(10);
        shortly.Append(Entries.AsSpan(0, 11));
        shortly.Seal();
        Assert.Equal(Entries[10..11], shortly.Get(1)!.Entries);
        Assert.Null(shortly.Get(2));
    }

    private static List<JournalBlock> AllOf(Entry[] entries, int size)
    {
        var journal = new JournalBlocks(size);
        journal.Append(entries);
        journal.Seal();
        return [.. Enumerable.Range(0, (int)journal.Made).Select(number => journal.Get(number)!)];
    }

    private static JournalBlocks Cut(Entry[] entries, int size, int keep, long acknowledged, Dice dice)
    {
        var journal = new JournalBlocks(size, keep, acknowledged);
        for (var place = 0; place < entries.Length;)
        {
            var length = Math.Min(dice.Between(0, dice.Pick(2, 10, 100)), entries.Length - place);
            journal.Append(entries.AsSpan(place, length));
            place += length;
        }

        return journal;
    }

    private static void AreSame(List<JournalBlock> expected, JournalBlocks journal, int from, string about)
    {
        Assert.True(expected.Count == journal.Made, $"{about}: {journal.Made} blocks, not {expected.Count}.");
        for (var number = from; number < expected.Count; number++)
        {
            var (left, right) = (expected[number], journal.Get(number)!);
            Assert.True(
                left.Number == right.Number && left.Cumulative == right.Cumulative
                && left.Entries.AsSpan().SequenceEqual(right.Entries),
                $"{about}: block {number} differs.");
        }
    }
}
