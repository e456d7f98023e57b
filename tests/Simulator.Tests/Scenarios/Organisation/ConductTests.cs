using Simulator.Kernel.Conduct;
using Simulator.Kernel.Time;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Organisation;

public sealed class ConductTests
{
    [Fact]
    public void Conduct_says_what_holds_on_request_and_by_line_and_for_relays()
    {
        var conduct = Ward(
            "conduct: { stall: 5%, partly: 10%, on-request: { ignore: 20% }, "
            + "from: { party: { stall: 1%, on-request: { stall: 2% } } }, relay: { stall: 30% }, heeds: 80% }").Conduct!;
        Assert.Equal(new ConductShares { Stall = 0.05, Ignore = 0.2, Partly = 0.1 }, conduct.OnRequest);
        var party = Assert.Single(conduct.From);
        Assert.Equal(
            ("party", new ConductShares { Stall = 0.01, Partly = 0.1 }, new ConductShares { Stall = 0.02, Partly = 0.1 }),
            (party.Line, party.Shares, party.OnRequest));
        Assert.Equal((new RelayConduct { Stall = 0.3 }, 0.8), (conduct.Relay, conduct.Heeds));
    }

    [Fact]
    public void A_body_differs_from_the_diligence_of_its_kind_key_by_key()
    {
        var body = Assert.Single(Sample.Sound(Sample.Load(
            Sample.Scenario.Replace(
                "directives:",
                "kinds: { ward: { diligence: { start: 95%, floor: 40%, half-life: 21d, lifts: { reminder: 30%, sanction: -10% } } } }\ndirectives:",
                StringComparison.Ordinal).Replace(
                "count: 3", "count: 1, diligence: { floor: 20%, lifts: { reminder: 50% } }", StringComparison.Ordinal)))
            .Model!.Bodies, body => body.Id == "wards/1");
        Assert.Equal(
            new DiligenceRule
            {
                Start = 0.95,
                Floor = 0.2,
                HalfLife = TickSpan.FromDays(21),
                Lifts = new DiligenceLifts { Reminder = 0.5, Sanction = -0.1 },
            },
            body.Diligence);
    }

    [Fact]
    public void A_follow_up_reminds_again_and_inspects()
    {
        var rule = Sample.Sound(Sample.With(
            "to: [city]",
            "to: [city]\n    follow-up: { after-issue: 2d, again: 5d, at-most: 3, inspect-after: 20d, inspects: all, sanctions: true }"))
            .Model!.Directives[0].FollowUp["commune"];
        Assert.Equal(
            new FollowUpRule
            {
                AfterIssue = TickSpan.FromDays(2),
                Again = TickSpan.FromDays(5),
                AtMost = 3,
                InspectAfter = TickSpan.FromDays(20),
                InspectsAll = true,
                Sanctions = true,
            },
            rule);
    }

    [Theory]
    [InlineData("kinds.ward.diligence.half-life=x 2", 42)]
    [InlineData("wards.diligence.half-life=7d", 7)]
    public void Diligence_can_be_set(string set, int days)
    {
        var model = Sample.Sound(Sample.With(
            "directives:", "kinds: { ward: { diligence: { half-life: 21d } } }\ndirectives:",
            new LoadOptions { Sets = [set] })).Model!;
        var ward = model.Bodies.First(body => body.Id == "wards/1");
        Assert.Equal(
            TickSpan.FromDays(days),
            (ward.Diligence ?? model.Kinds.Single(kind => kind.Id == ward.Kind).Diligence)!.HalfLife);
    }

    [Fact]
    public void None_is_full_diligence_whatever_the_kind_says() =>
        Assert.Equal(
            DiligenceRule.Full,
            Sample.Sound(Sample.With(
                "count: 3", "count: 3, diligence: none", new LoadOptions { Sets = ["kinds.ward.diligence={half-life: 9d}"] }))
                .Model!.Bodies.First(body => body.Id == "wards/1").Diligence);

    [Fact]
    public void What_is_resolved_says_the_same()
    {
        var first = Sample.With(
            "count: 3",
            "count: 3, diligence: { start: 90%, half-life: 3d, lifts: { inspection: -5% } }, "
            + "conduct: { from: { party: { ignore: 1% } }, relay: { ignore: 2% }, heeds: 0.5 }");
        var again = Sample.Load(Sample.Sound(first).Resolved!);
        Assert.Equal(ModelText.Of(first.Model!), ModelText.Of(Sample.Sound(again).Model!));
    }

    private static Simulator.Kernel.Organisation.Body Ward(string more) =>
        Sample.Sound(Sample.With("count: 3", "count: 3, " + more)).Model!.Bodies.First(body => body.Id == "wards/1");
}
