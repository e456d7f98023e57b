using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Organisation;

/// <summary>
/// A run that is relieved of something is the run of a model that was declared without it, wherever that can be
/// declared: entry by entry, on made-up hierarchies.
/// </summary>
public sealed class ReliefTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_waiting_for_people_is_with_as_many_as_a_post_can_have(int seed) =>
        IsDeclared(seed, Hindrance.People, model => Bare(model, body => body with { Heads = new(), Away = new() }) with
        {
            Kinds = Posts(model, post => post with
            {
                Heads = Resource.MostHeads,
                Absences = null,
                Away = [],
                Multitasking = 1,
            }),
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_closed_hours_is_with_posts_that_have_no_calendar(int seed) =>
        IsDeclared(seed, Hindrance.ClosedHours, model => Bare(model, body => body with { Closures = [] }) with
        {
            Kinds = Posts(model, post => post with { Calendar = null, PiercingCalendar = null }),
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_absence_is_with_nobody_away(int seed) =>
        IsDeclared(seed, Hindrance.Absence, model => Bare(model, body => body with { Away = new() }) with
        {
            Kinds = Posts(model, post => post with { Absences = null, Away = [] }),
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_other_papers_is_with_no_load(int seed) => IsDeclared(seed, Hindrance.OtherPapers, model => model with
    {
        Kinds = [.. model.Kinds.Select(kind => kind with { Load = null })],
    });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_hours_of_steps_is_with_steps_that_wait_for_none(int seed) =>
        IsDeclared(seed, Hindrance.HoursOfSteps, model => model with
        {
            Kinds =
            [
                .. model.Kinds.Select(kind => kind with { Steps = [.. kind.Steps.Select(step => step with { At = [] })] }),
            ],
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_travel_is_with_channels_that_take_a_minute(int seed) =>
        IsDeclared(seed, Hindrance.Travel, model => model with
        {
            Channels =
            [
                .. model.Channels.Select(channel => channel with
                {
                    Delay = Distribution.Constant(1), ReportDelay = null, ReminderDelay = null, Leaves = null, Absent = 0,
                }),
            ],
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Who_is_relieved_of_what_he_never_waited_for_does_the_same(int seed)
    {
        var plain = GeneratedModel.WithoutMechanisms(seed);
        var options = new RunOptions { Seed = (ulong)seed };
        foreach (var what in (Hindrance[])[Hindrance.Absence, Hindrance.OtherPapers, Hindrance.HoursOfSteps])
        {
            var spared = plain with { Reliefs = [new Relief { From = what }] };
            Assert.Equal(Played.Of(plain, options).Digest, Played.Of(spared, options).Digest);
        }
    }

    /// <summary>Values that are set, people sent away, offices shut: nobody waits for them all the same.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_the_director_does_takes_no_relief_away(int seed)
    {
        var model = GeneratedInterventions.In(GeneratedModel.WithoutMechanisms(seed), seed) with
        {
            Reliefs = [new Relief { From = Hindrance.People }, new Relief { From = Hindrance.ClosedHours }],
        };
        var played = Played.Of(model, new RunOptions { Seed = (ulong)seed });
        foreach (var entry in played.Entries.Where(entry => entry.Kind == EntryKind.StepEnded))
        {
            var cause = played.Entries.Find(each => (each.Body, each.Sequence) == (entry.CauseBody, entry.CauseSequence));
            Assert.True(entry.Started == cause.Tick || entry.Server == Resource.MostHeads - 1, $"seed {seed}: {entry}");
        }
    }

    [Fact]
    public void One_body_is_relieved_and_the_others_are_not()
    {
        var kinds = new[] { Sketch.Kind("level-0"), Sketch.Kind("level-1", Sketch.Takes(Step.Register, Post.Clerk, 30)) };
        var model = Sketch.Model(
            kinds, Sketch.Tree(1, 2), Sketch.Directive("d/1", "b/0"), Sketch.Directive("d/2", "b/0")) with
        {
            Reliefs = [new Relief { From = Hindrance.People, Post = Post.Clerk, Bodies = new HashSet<string> { "b/2" } }],
        };
        var played = Played.Of(model);
        Assert.Equal([31, 61], Ends("b/1"));
        Assert.Equal([31, 31], Ends("b/2"));

        IEnumerable<int> Ends(string body) => played.By(body, EntryKind.StepEnded).Select(entry => entry.Tick);
    }

    private static void IsDeclared(int seed, Hindrance what, Func<Model, Model> declare)
    {
        var model = GeneratedModel.Of(seed);
        if (what == Hindrance.ClosedHours)
        {
            // Other papers come, deputies act and periodic reports are due as before, which a calendar would change.
            model = model with
            {
                Directives = [.. model.Directives.Select(each => each with { Periodic = null })],
                Kinds = Posts(model, post => post with { Absences = null, Away = [] }, kind => kind with { Load = null }),
            };
        }

        var options = new RunOptions { Seed = (ulong)seed };
        var relieved = Played.Of(model with { Reliefs = [new Relief { From = what }] }, options);
        var declared = Played.Of(declare(model), options);
        foreach (var (expected, actual) in declared.Entries.Zip(relieved.Entries))
        {
            Assert.True(expected == actual, $"seed {seed}: {expected}, and not {actual}");
        }

        Assert.Equal(declared.Entries.Count, relieved.Entries.Count);
    }

    private static Model Bare(Model model, Func<Body, Body> change) =>
        model with { Bodies = [.. model.Bodies.Select(change)] };

    private static BodyKind[] Posts(Model model, Func<Resource, Resource> change, Func<BodyKind, BodyKind>? more = null) =>
    [
        .. model.Kinds.Select(kind => kind with
        {
            Clerk = change(kind.Clerk), Leadership = change(kind.Leadership), Staff = change(kind.Staff),
        }).Select(kind => more?.Invoke(kind) ?? kind),
    ];
}
