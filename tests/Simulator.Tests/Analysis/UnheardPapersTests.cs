using Simulator.Analysis.Measures;

namespace Simulator.Tests.Analysis;

/// <summary>What nobody heard of is counted over all bodies, and not at all where there was nothing of it.</summary>
public sealed class UnheardPapersTests
{
    [Fact]
    public void Papers_and_bodies_are_added_up() => Assert.Equal(
        new UnheardPapers(Unseen: 5, StillUnseen: 2, Unsent: 2, StillUnsent: 1, Resent: 4),
        UnheardPapers.Of(new Dictionary<int, BodyProgress>
        {
            [3] = new() { Body = 3, Unseen = 4, Noticed = 3, Resent = 4 },
            [5] = new() { Body = 5, Unseen = 1, WasUnsent = true, UnsentAt = 70 },
            [8] = new() { Body = 8, WasUnsent = true },
            [9] = new() { Body = 9 },
        }));

    [Fact]
    public void Where_all_was_seen_sent_and_heard_there_is_nothing_to_count() =>
        Assert.Null(UnheardPapers.Of(new Dictionary<int, BodyProgress> { [4] = new() { Body = 4, ArrivedAt = 7 } }));
}
