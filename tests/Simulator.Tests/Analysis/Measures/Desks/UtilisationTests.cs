using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Desks;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Laws;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Measures.Desks;

/// <summary>How much of their time people are at work on papers of directives.</summary>
public sealed class UtilisationTests
{
    /// <summary>A report every 40 minutes that takes 30.</summary>
    [Fact]
    public void Even_arrivals_and_even_work_keep_a_clerk_busy_for_their_ratio()
    {
        var registry = new Registry(1, Distribution.Constant(30), customers: 100);
        var book = Book(registry.Model, registry.Play(0, [.. Enumerable.Range(0, 100).Select(place => 1 + (40 * place))]), 4001);
        var minutes = new UtilisationReader(book, 1, 4001).Of(Centre(registry.Model), Post.Clerk);
        Assert.Equal(new PostMinutes(3000, 4000, 0, 0), minutes);
        Assert.Equal(0.75, minutes.Utilisation);
        Assert.Equal(0, new UtilisationReader(book, 1, 4001).Of(Centre(registry.Model), Post.Staff).AtWork);
    }

    /// <summary>Of 20,000 customers the standard error of the ratio is about 0.006.</summary>
    [Theory]
    [InlineData(1, 0.625)]
    [InlineData(1, 0.9)]
    [InlineData(3, 2.0)]
    public void Clerks_are_busy_for_the_rate_times_the_mean_service(int clerks, double rate)
    {
        var registry = new Registry(clerks, Distribution.Exponential(Registry.Service));
        var entries = registry.Play(rate, 0);
        var last = entries.Where(entry => entry.Kind == EntryKind.Arrived).Max(entry => entry.Tick);
        var book = Book(registry.Model, entries, entries[^1].Tick);
        var found = new UtilisationReader(book, 0, last).Of(Centre(registry.Model), Post.Clerk).Utilisation;
        Assert.InRange(found, (rate / clerks) - 0.02, (rate / clerks) + 0.02);
    }

    /// <summary>Two papers in hand at once are not two people: each of 30 minutes, and together done after 60.</summary>
    [Fact]
    public void Who_has_several_papers_in_hand_is_at_work_once()
    {
        var registry = new Registry(
            Registry.Registers(Distribution.Constant(30)), Sketch.Heads(1) with { Multitasking = 2 });
        var book = Book(registry.Model, registry.Play(0, [1, 1]), 200);
        Assert.Equal(60, new UtilisationReader(book, 1, 101).Of(Centre(registry.Model), Post.Clerk).AtWork);
    }

    /// <summary>An office that is open for half of the day is not asked for the other half.</summary>
    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("mechanisms/absent-leader")]
    [InlineData("mechanisms/multitasking")]
    [InlineData("mechanisms/reform-in-mid-run")]
    [InlineData("mechanisms/outbreak")]
    public void Nobody_is_at_work_for_longer_than_he_is_to_be(string name)
    {
        var played = ShippedRun.Base(name);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var book = DeskBook.Of(trace, ProgressReader.Read(trace), played.Until);
        var (from, to) = (book.From, book.From + ((played.Until - book.From) / 2));
        var (whole, left, right) = (
            new UtilisationReader(book, from, played.Until), new UtilisationReader(book, from, to),
            new UtilisationReader(book, to, played.Until));
        var worked = 0L;
        for (var body = 0; body < played.Model.Bodies.Count; body++)
        {
            foreach (var post in Enum.GetValues<Post>())
            {
                var minutes = whole.Of(body, post);
                worked += minutes.AtWork;
                Assert.InRange(minutes.AtWork, 0, minutes.Scheduled);
                Assert.Equal(minutes with { OtherPapers = 0 }, (left.Of(body, post) + right.Of(body, post)) with { OtherPapers = 0 });
            }
        }

        Assert.True(worked > 0);
    }

    private static DeskBook Book(CompiledModel model, List<Entry> entries, int until) => DeskBook.Of(
        new RunTrace(model, [.. entries]), [.. model.Directives.Select(_ => new Dictionary<int, BodyProgress>())], until);

    private static int Centre(CompiledModel model) => model.IndexOf(Hash64.Of("centre"));
}
