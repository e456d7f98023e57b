using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;
using Outcome = Simulator.Kernel.Conduct.Outcome;

namespace Simulator.Tests.Laws;

/// <summary>What is known exactly of content on its way down: whispering down the lane.</summary>
public sealed class ContentLaws
{
    /// <summary>Control loss down a hierarchy is geometric: Downs 1967, Williamson 1967 (JPE 75, pp. 123-138).</summary>
    [Theory]
    [InlineData(0.9, new[] { .9, .81, .729, .6561, .5905, .5314, .4783, .4305 })]
    [InlineData(0.95, new[] { .95, .9025, .8574, .8145, .7738, .7351, .6983, .6634 })]
    [InlineData(0.8, new[] { .8, .64, .512, .4096, .3277, .2621, .2097, .1678 })]
    public void Fidelity_after_n_relays_is_alpha_to_the_n(double alpha, double[] printed)
    {
        var strengths = StrengthsAlong(printed.Length, new ContentRule { Fades = 1 - alpha });
        Assert.Equal(1_000_000, strengths[0]);
        for (var n = 1; n <= printed.Length; n++)
        {
            // Each relay rounds once, by half a millionth at most.
            var exact = Real.Pow(alpha, n) * 1_000_000;
            Assert.InRange(strengths[n], exact - (n / 2.0), exact + (n / 2.0));
            Assert.Equal(printed[n - 1], strengths[n] / 1_000_000.0, 0.000051);
        }
    }

    /// <summary>Downs, <i>Inside Bureaucracy</i> (1967): nine tenths of the intent at each of six transmissions.</summary>
    [Fact]
    public void Seven_levels_at_ninety_per_cent_leave_fifty_three() =>
        Assert.Equal(531_441, StrengthsAlong(6, new ContentRule { Fades = 0.1 })[6]);

    [Fact]
    public void A_cover_letter_weakens_nothing_and_a_copied_text_as_much_as_a_document_of_its_own()
    {
        var rule = new ContentRule { Fades = 0.1, Loses = 1, Distorts = 1 };
        Assert.Equal(1_000_000, StrengthsAlong(5, rule, RelayForm.CoverLetter)[5]);
        Assert.Equal(590_490, StrengthsAlong(5, rule, RelayForm.CopiedText)[5]);
    }

    [Theory]
    [InlineData(3, 0.8)]
    [InlineData(3, 0.9)]
    [InlineData(3, 0.95)]
    [InlineData(5, 0.8)]
    [InlineData(5, 0.9)]
    [InlineData(5, 0.95)]
    [InlineData(7, 0.8)]
    [InlineData(7, 0.9)]
    [InlineData(7, 0.95)]
    [InlineData(10, 0.8)]
    [InlineData(10, 0.9)]
    [InlineData(10, 0.95)]
    public void An_assignment_survives_n_redraftings_with_p_to_the_n(int n, double p)
    {
        const int replications = 150;
        var model = ModelCompiler.Compile(Chain(n + 2, new ContentRule { Loses = 1 - p }, Duties(32)));
        var survived = Enumerable.Range(0, replications).Sum(replication =>
            Done(model, $"b/{n + 1}", 17, replication).Count());
        Wilson.Agrees(Real.Pow(p, n), survived, 32 * replications, 0.03, $"{p} to the {n}, seed 17");
    }

    /// <summary>
    /// Pressman and Wildavsky, <i>Implementation</i> (1973): seventy agreements in series. The printed table
    /// differs from the arithmetic in some places; what stands here is the arithmetic.
    /// </summary>
    [Theory]
    [InlineData(0.80, 1.6455e-7, 4)]
    [InlineData(0.90, 6.2658e-4, 7)]
    [InlineData(0.95, 2.7584e-2, 14)]
    [InlineData(0.99, 0.49484, 69)]
    public void Seventy_agreements_are_rarely_all_reached(double p, double all, int firstBelowHalf)
    {
        var product = 1.0;
        for (var agreement = 0; agreement < 70; agreement++)
        {
            product *= p;
        }

        Assert.InRange(Real.Pow(p, 70) / product, 1 - 1e-13, 1 + 1e-13);
        Assert.InRange(Real.Pow(p, 70) / all, 1 - 5e-5, 1 + 5e-5);
        Assert.True(Real.Pow(p, firstBelowHalf) < 0.5 && Real.Pow(p, firstBelowHalf - 1) >= 0.5);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.25)]
    public void A_vague_assignment_is_done_in_the_share_vague_done(double vagueDone)
    {
        var duties = Duties(20).Select(duty => duty with { IsVague = true });
        var model = ModelCompiler.Compile(Star(300, new ContentRule { VagueDone = vagueDone }, [.. duties]));
        var done = Done(model, null, 23, 0).Count(entry => entry.B == (int)Outcome.Complied);
        Wilson.Agrees(vagueDone, done, 6000, 0.03, $"vague assignments at {vagueDone}, seed 23");
    }

    [Fact]
    public void What_a_relay_makes_concrete_is_vague_no_longer_and_what_it_copies_is()
    {
        var vague = Duties(8).Select(duty => duty with { IsVague = true }).ToArray();
        var rule = new ContentRule { VagueDone = 0 };
        Assert.Equal(8, InFull(Chain(3, rule, vague)));
        Assert.Equal(0, InFull(Chain(3, rule with { Concretises = 0 }, vague)));
        Assert.Equal(0, InFull(Chain(3, rule, Duties(8), RelayForm.CopiedText)));
        Assert.Equal(8, InFull(Chain(3, rule, Duties(8), RelayForm.CoverLetter)));
        Assert.Equal(0, InFull(Chain(3, rule, vague, RelayForm.CoverLetter)));
    }

    [Fact]
    public void An_assignment_of_half_strength_is_done_in_half_of_what_would_be_done_else()
    {
        var duties = Duties(20).Select(duty => duty with { Strength = 0.5 });
        var model = Star(300, null, [.. duties]);
        var conduct = new ConductRule { Partly = 0.2 };
        var weak = ModelCompiler.Compile(model with
        {
            Kinds = [.. model.Kinds.Select(kind => kind with { Conduct = conduct })],
        });
        var done = Done(weak, null, 29, 0).Count(entry => entry.B == (int)Outcome.Complied);
        Wilson.Agrees(0.8 * 0.5, done, 6000, 0.03, "half strength at four fifths, seed 29");
    }

    /// <summary>What was done in part with full strength is done in part with less: the draw is the same.</summary>
    [Fact]
    public void Less_strength_never_does_more()
    {
        var before = new HashSet<(ulong, byte)>();
        foreach (var strength in (double[])[0, 0.1, 0.35, 0.7, 0.999_999, 1])
        {
            var duties = Duties(10).Select(duty => duty with { Strength = strength });
            var model = Star(100, new ContentRule(), [.. duties]);
            var played = ModelCompiler.Compile(model with
            {
                Kinds = [.. model.Kinds.Select(kind => kind with { Conduct = new ConductRule { Partly = 0.3 } })],
            });
            var done = Done(played, null, 3, 0).Where(entry => entry.B == (int)Outcome.Complied)
                .Select(entry => (entry.Body, entry.Item)).ToHashSet();
            Assert.Superset(before, done);
            Assert.True(done.Count > before.Count || strength is 0 or 1);
            before = done;
        }

        var without = Star(100, null, Duties(10));
        var plain = ModelCompiler.Compile(without with
        {
            Kinds = [.. without.Kinds.Select(kind => kind with { Conduct = new ConductRule { Partly = 0.3 } })],
        });
        Assert.Equal(
            before,
            Done(plain, null, 3, 0).Where(entry => entry.B == (int)Outcome.Complied)
                .Select(entry => (entry.Body, entry.Item)).ToHashSet());
    }

    [Fact]
    public void A_distorted_assignment_is_reported_as_done_and_done_as_something_else()
    {
        var played = Played.Of(Chain(4, new ContentRule { Distorts = 1 }, Duties(3)));
        Assert.Equal(3, played.By("b/1", EntryKind.AssignmentDistorted).Count());
        Assert.Empty(played.By("b/2", EntryKind.AssignmentDistorted));
        Assert.All(
            played.By("b/3").Where(entry => entry.Step == Step.CarryOut),
            entry => Assert.Equal((int)Outcome.Otherwise, entry.B));
        var closed = played.By("b/0", EntryKind.Closed).Single();
        Assert.Equal((3, 3), (closed.A, closed.B));
    }

    [Fact]
    public void Without_its_attachment_a_cover_letter_asks_for_nothing_and_is_reported_as_complied_with()
    {
        var played = Played.Of(
            Chain(4, new ContentRule { LosesAttachment = 1 }, Duties(3), RelayForm.CoverLetter));
        Assert.Single(played.By("b/1", EntryKind.AttachmentLost));
        Assert.Empty(played.By("b/2", EntryKind.AttachmentLost));
        Assert.Equal(3, played.By("b/1").Count(entry => entry.Step == Step.CarryOut));
        Assert.DoesNotContain(played.By("b/2").Concat(played.By("b/3")), entry => entry.Step == Step.CarryOut);
        var closed = played.By("b/0", EntryKind.Closed).Single();
        Assert.Equal((3, 3), (closed.A, closed.B));
    }

    [Fact]
    public void A_local_assignment_reaches_only_those_below_whoever_adds_it()
    {
        var local = Duties(1)[0] with
        {
            Id = "local",
            By = [new Selector { Level = "leaf" }],
            AddedBy = [new Selector { Named = "b/1" }],
        };
        var plain = Star(2, new ContentRule { Adds = 1 }, [.. Duties(1), local]);
        var model = plain with
        {
            Bodies = [.. plain.Bodies, .. Enumerable.Range(1, 2).Select(place =>
                Sketch.Body($"leaf/{place}", "leaf", $"b/{place}"))],
            Kinds = [.. plain.Kinds, Sketch.Kind("leaf", Sketch.Takes(Step.CarryOut, null, 0))],
            Levels = [.. plain.Levels, "leaf"],
        };
        var played = Played.Of(model);
        Assert.Equal(["b/1"], played.Entries.Where(entry => entry.Kind == EntryKind.AssignmentAdded)
            .Select(entry => played.Model.Bodies[played.Model.IndexOf(entry.Body)].Id));
        Assert.Equal(2, played.By("leaf/1").Count(entry => entry.Step == Step.CarryOut));
        Assert.Equal(1, played.By("leaf/2").Count(entry => entry.Step == Step.CarryOut));
        Assert.Equal(1, played.By("b/1").Count(entry => entry.Step == Step.CarryOut));
        Assert.Empty(played.By("b/0", EntryKind.Kept));
    }

    private static Assignment[] Duties(int count) =>
        [.. Enumerable.Range(1, count).Select(place => Sketch.Duty($"a/{place}", 1))];

    /// <summary>The path strength with which the paper arrives after 0, 1, … relays, in millionths.</summary>
    private static List<int> StrengthsAlong(
        int relays, ContentRule rule, RelayForm form = RelayForm.OwnDocument)
    {
        var played = Played.Of(Chain(relays + 2, rule, [], form));
        return
        [
            .. Enumerable.Range(1, relays + 1).Select(place => played.By($"b/{place}", EntryKind.Arrived)
                .Single(entry => entry.What == (byte)PaperClass.Directive).A),
        ];
    }

    private static int InFull(Model chain) =>
        Done(ModelCompiler.Compile(chain), "b/2", 1, 0).Count(entry => entry.B == (int)Outcome.Complied);

    private static IEnumerable<Entry> Done(CompiledModel model, string? body, ulong seed, int replication)
    {
        var entries = Played.Of(model, new RunOptions { Seed = seed, Replication = replication }).Entries
            .Where(entry => entry.Step == Step.CarryOut);
        return body is null ? entries : entries.Where(entry => entry.Body == Hash64.Of(body));
    }

    private static Model Chain(
        int length, ContentRule rule, Assignment[] duties, RelayForm form = RelayForm.OwnDocument) =>
        Sketch.Model(
            [.. Enumerable.Range(0, length).Select(level => Kind(level, rule, form))],
            Sketch.Chain(length),
            Sketch.Directive("d", "b/0", duties));

    private static Model Star(int bodies, ContentRule? rule, Assignment[] duties) => Sketch.Model(
        [Kind(0, rule, default), Kind(1, rule, default)],
        Sketch.Tree(1, bodies),
        Sketch.Directive("d", "b/0", duties));

    private static BodyKind Kind(int level, ContentRule? rule, RelayForm form) =>
        Sketch.Kind($"level-{level}", Sketch.Takes(Step.CarryOut, null, 0)) with { Content = rule, Relay = form };
}
