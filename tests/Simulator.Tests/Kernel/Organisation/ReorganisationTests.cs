using Simulator.Kernel.Compilation;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Organisation;

public sealed class ReorganisationTests
{
    private static readonly Model Declared = Sketch.Model(
        [Sketch.Kind("level-0"), Sketch.Kind("level-1"), Sketch.Kind("level-2"), Sketch.Kind("office") with { Level = "level-1" }],
        [
            .. Sketch.Tree(2, 3),
            Sketch.Body("office/1", "office", "b/1") with { Heads = new HeadCounts(2, 1, 3) },
            Sketch.Body("party/0", "level-0"),
            Sketch.Body("party/1", "level-1") with { Under = [new("party", "party/0")], Leads = ["b/1"] },
            Sketch.Body("cell", "level-2") with { Under = [new("party", "party/1"), new(Sketch.State, "b/4")] },
        ],
        Sketch.Directive("d/1", "b/0", Sketch.Duty("a", 10))) with
    { Lines = [Sketch.State, "party"] };

    [Fact]
    public void What_stood_below_comes_under_the_superior_on_its_own_line()
    {
        var model = Reorganisation.Of(Declared, Tier(HeadsRule.Lost) with { Below = null }).Model;
        Assert.Equal([new Subordination(Sketch.State, "b/0")], Of(model, "b/4").Under);
        Assert.Equal([new Subordination("party", "party/0"), new(Sketch.State, "b/4")], Of(model, "cell").Under);
    }

    [Fact]
    public void What_was_addressed_to_the_tier_goes_to_those_below_and_to_whom_it_led()
    {
        var dissolved = Of(Without(HeadsRule.Lost).Model, "b/1").Dissolved!;
        Assert.Equal(["b/4", "b/5", "b/6"], dissolved.Heirs);
        Assert.Equal(["b/0"], dissolved.Duties);
        var party = Reorganisation.Of(Declared, new TierRemoval { Bodies = new Selector { Named = "party/1" } }).Model;
        Assert.Equal(["b/1", "cell"], Of(party, "party/1").Dissolved!.Heirs);
        Assert.Equal(["b/1"], Of(party, "party/0").Leads);
    }

    [Theory]
    [InlineData("level-1")]
    [InlineData(null)]
    public void A_relay_to_the_tier_by_any_word_reaches_those_below(string? level)
    {
        var kinds = Declared.Kinds.ToArray();
        kinds[0] = kinds[0] with { RelaysTo = [level is null ? Selector.Subordinates : new Selector { Level = level }] };
        var before = Declared with
        {
            Kinds = kinds,
            Directives = [Declared.Directives[0] with { From = "top", To = [new Selector { Named = "b/0" }] }],
            Bodies = [.. Declared.Bodies, Sketch.Body("top", "level-0")],
        };
        var after = ModelCompiler.Compile(Reorganisation.Of(before, Tier(HeadsRule.Lost)).Model);
        var reached = after.AddresseesOf(0, after.IndexOf(Hash("b/0"))).ToArray().Select(index => after.Bodies[index].Id);
        Assert.Equal(Enumerable.Range(4, 9).Select(place => $"b/{place}"), reached.Order(IdOrder.Instance));
        Assert.DoesNotContain(after.Directives[0].Reach, index => after.Bodies[index].Dissolved is not null);
    }

    [Theory]
    [InlineData(false, "b/0")]
    [InlineData(true, "b/4,b/5,b/6,b/7,b/8,b/9,b/10,b/11,b/12")]
    public void Who_carries_out_what_the_tier_was_assigned_is_said(bool toSubordinates, string who)
    {
        var duty = Sketch.Duty("a", 10) with { By = [new Selector { Kind = "level-1" }] };
        var before = Declared with
        {
            Bodies =
            [
                .. Declared.Bodies.Where(body => !body.Id.StartsWith("party") && body.Id != "cell"), Sketch.Body("top", "level-0"),
            ],
            Directives = [Sketch.Directive("d/1", "top", duty) with { To = [new Selector { Named = "b/0" }] }],
        };
        var change = Tier(HeadsRule.Lost) with { DutiesToSubordinates = toSubordinates };
        var after = ModelCompiler.Compile(Reorganisation.Of(before, change).Model);
        var charged = Enumerable.Range(0, after.Bodies.Count).Where(body => after.OwnAssignments(0, body) != 0)
            .Select(body => after.Bodies[body].Id).Order(IdOrder.Instance);
        Assert.Equal(who, string.Join(',', charged));
    }

    /// <summary>One clerk, one leader and one staff; with those of the office 3, 2 and 4, dealt to three in turn.</summary>
    [Fact]
    public void People_are_dealt_out_one_by_one_in_the_order_of_ids()
    {
        var after = Without(HeadsRule.ToSubordinates);
        Assert.Equal(new HeadCounts(2, 2, 2), Of(after.Model, "b/4").Heads);
        Assert.Equal(new HeadCounts(2, 2, 2), Of(after.Model, "b/5").Heads);
        Assert.Equal(new HeadCounts(2, 1, 3), Of(after.Model, "b/6").Heads);
        Assert.Equal(new HeadCounts(2, 1, 1), Of(after.Model, "b/7").Heads);
        Assert.Equal(0, after.Lost);
    }

    [Fact]
    public void People_for_whom_a_post_has_no_room_are_lost_and_counted()
    {
        var full = Declared with
        {
            Bodies = [.. Declared.Bodies.Select(body => body.Id == "b/0" ? body with { Heads = new HeadCounts(62) } : body)],
        };
        var after = Reorganisation.Of(full, Tier(HeadsRule.ToSuperior));
        Assert.Equal(new HeadCounts(Resource.MostHeads, 5, 7), Of(after.Model, "b/0").Heads);
        Assert.Equal((3, 3), (after.Lost, after.Crowded));
        Assert.Equal(15, Without(HeadsRule.Lost).Lost);
    }

    [Fact]
    public void A_merged_body_hands_over_whom_it_had_below_it_and_its_people()
    {
        var after = Reorganisation.Of(Declared, new Merger
        {
            Bodies = [new Selector { Named = "b/1" }, new Selector { Named = "b/2" }],
            Into = "b/2",
        });
        Assert.Equal(["b/1"], after.Dissolved);
        Assert.Equal([new Subordination(Sketch.State, "b/2")], Of(after.Model, "b/4").Under);
        Assert.Equal(["b/2"], Of(after.Model, "party/1").Leads);
        Assert.Equal(new HeadCounts(2, 2, 2), Of(after.Model, "b/2").Heads);
        Assert.Equal(["b/2"], Of(after.Model, "b/1").Dissolved!.Heirs);
        var again = Reorganisation.Of(after.Model, new TierRemoval { Bodies = new Selector { Named = "b/2" } });
        Assert.Equal(Of(again.Model, "b/2").Dissolved!.Heirs, Of(again.Model, "b/1").Dissolved!.Heirs);
    }

    [Fact]
    public void A_moved_body_keeps_its_other_lines()
    {
        var after = Reorganisation.Of(
            Declared, new Relocation { Bodies = [new Selector { Named = "cell" }], Under = "b/12", Line = Sketch.State });
        Assert.Equal([new Subordination("party", "party/1"), new(Sketch.State, "b/12")], Of(after.Model, "cell").Under);
        Assert.Empty(after.Dissolved);
    }

    public static TheoryData<Restructuring, string> Refused => new()
    {
        { new TierRemoval { Bodies = new Selector { Level = "level-9" } }, "Nobody fits" },
        { new TierRemoval { Bodies = new Selector { Named = "b/99" } }, "No body and no group is called 'b/99'" },
        { new TierRemoval { Bodies = new Selector { Level = "level-0" } }, "nobody above it" },
        { new Merger { Bodies = [new Selector { Named = "b/1" }], Into = "b/1" }, "into itself" },
        { new Merger { Bodies = [new Selector { Named = "b/1" }], Into = "b/4" }, "stands below it" },
        { new Merger { Bodies = [new Selector { Named = "b/1" }], Into = "b/99" }, "There is no body" },
        { new Relocation { Bodies = [new Selector { Named = "b/1" }], Under = "b/4" }, "stands below it" },
        { new Relocation { Bodies = [new Selector { Named = "b/1" }], Under = "b/1" }, "under itself" },
        { new Relocation { Bodies = [new Selector { Named = "b/4" }], Under = "b/2", Line = "police" }, "There is no line" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_makes_no_sense_is_refused(Restructuring change, string why) =>
        Assert.Contains(why, Assert.Throws<ModelException>(() => Reorganisation.Of(Declared, change)).Message);

    [Fact]
    public void Nobody_is_dissolved_twice()
    {
        var after = Without(HeadsRule.Lost).Model;
        var again = Assert.Throws<ModelException>(() => Reorganisation.Of(after, Tier(HeadsRule.Lost)));
        Assert.Contains("Nobody fits", again.Message);
    }

    private static TierRemoval Tier(HeadsRule staff) => new()
    {
        Bodies = new Selector { Level = "level-1", Line = Sketch.State },
        Below = "b/0",
        Staff = staff,
    };

    private static Reorganised Without(HeadsRule staff) => Reorganisation.Of(Declared, Tier(staff));

    private static Body Of(Model model, string id) => model.Bodies.Single(body => body.Id == id);

    private static ulong Hash(string id) => Simulator.Kernel.Journal.Hash64.Of(id);
}
