using Simulator.Kernel.Organisation;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Organisation;

public sealed class BodiesTests
{
    [Fact]
    public void A_count_makes_bodies_with_numbered_ids_and_names_in_one_group()
    {
        var result = Sample.Sound(Sample.Load(Sample.Scenario));
        var ward = Body(result, "wards/2");
        Assert.Equal(("Phường 2", "ward"), (ward.Name, ward.Kind));
        Assert.Equal([new Subordination("state", "city")], ward.Under);
        Assert.Equal(["wards"], ward.Groups);
    }

    [Fact]
    public void Names_make_one_body_each()
    {
        var office = Body(Sample.Load(Sample.Scenario), "offices/2");
        Assert.Equal("Phòng Y tế", office.Name);
        Assert.Equal(["offices", "helpers"], office.Groups);
    }

    [Fact]
    public void A_group_below_a_group_is_multiplied_by_its_members()
    {
        var result = With("cells: { kind: ward, under: wards, count: 2, name: \"{parent} tổ {n} ({key})\" }");
        Assert.Equal(6, result.Model!.Bodies.Count(body => body.Groups.Contains("cells")));
        var third = Body(result, "cells/3");
        Assert.Equal(("wards/2", "Phường 2 tổ 3 (3)"), (third.Under[0].Superior, third.Name));
    }

    [Fact]
    public void Members_are_named_one_by_one_each_with_what_is_its_own()
    {
        var result = With(
            "posts: { kind: office, under: city, staff: 2, members: { north: { name: Bắc, staff: 3 }, "
                + "south: { under: wards/1 } } }");
        Assert.Equal(("Bắc", 3, "city"), Summary("posts/north"));
        Assert.Equal((null, 2, "wards/1"), Summary("posts/south"));

        (string? Name, int? Staff, string Above) Summary(string id)
        {
            var body = Body(result, id);
            return (body.Name, body.Heads.Staff, body.Under[0].Superior);
        }
    }

    [Fact]
    public void A_counted_member_can_differ_from_the_others()
    {
        var result = Sample.With("count: 3", "count: 3, members: { 2: { staff: 9, name: Trung tâm } }");
        Assert.Equal((9, "Trung tâm"), (Body(result, "wards/2").Heads.Staff, Body(result, "wards/2").Name));
        Assert.Null(Body(result, "wards/1").Heads.Staff);
    }

    [Fact]
    public void A_body_can_be_below_others_on_several_lines_the_first_is_the_territorial_one()
    {
        var result = With("health: { kind: office, under: { party: city-party, state: city } }");
        Assert.Equal(
            [new Subordination("party", "city-party"), new Subordination("state", "city")],
            Body(result, "health").Under);
    }

    [Fact]
    public void On_another_line_a_group_stands_for_the_member_in_the_same_branch()
    {
        var result = With(
            """
            towns: { kind: committee, under: city, count: 2 }
              town-police: { kind: office, under: towns, count: 1 }
              villages: { kind: ward, under: towns, count: 3 }
              guards: { kind: office, under: { state: villages, party: town-police }, count: 1 }
            """);
        Assert.Equal(
            [new Subordination("state", "villages/5"), new Subordination("party", "town-police/2")],
            Body(result, "guards/5").Under);
    }

    [Fact]
    public void A_branch_with_two_candidates_is_an_error()
    {
        var result = With(
            """
            town-police: { kind: office, under: city, count: 2 }
              guards: { kind: office, under: { state: wards, party: town-police }, count: 1 }
            """,
            sound: false);
        Assert.Contains(result.Problems, problem =>
            problem.What.Contains("could be under several", StringComparison.Ordinal));
    }

    [Fact]
    public void Members_lead_the_member_of_the_same_key_and_a_single_body_leads_all()
    {
        var result = With(
            """
            ward-parties: { kind: party, under: city-party, count: 3, leads: wards }
              front: { kind: party, leads: offices }
            """,
            sound: false);
        Assert.Equal(["wards/3"], Body(result, "ward-parties/3").Leads);
        Assert.Equal(["offices/1", "offices/2"], Body(result, "front").Leads);
    }

    [Fact]
    public void Leading_a_body_of_another_level_is_worth_a_warning() =>
        Assert.Contains(
            "leads 'wards/1' of the level commune",
            Sample.OnlyProblem(Sample.With("leads: city", "leads: [city, wards/1]")).What,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("lone: { kind: office, under: wards }", "cannot be under all of 'wards'")]
    [InlineData("a: { kind: office, under: b, count: 2 }\n  b: { kind: office, under: a, count: 2 }",
        "circle")]
    [InlineData("a: { kind: office, under: { navy: city } }", "no line 'navy'")]
    [InlineData("a: { kind: office, channel: pigeon }", "no channel 'pigeon'")]
    [InlineData("a: { kind: office, closed: [[2021-06-02, 2021-06-01]] }", "ends before it begins")]
    [InlineData("a: { kind: office, closed: [[2022-06-02, 2022-06-03]] }", "lies outside the calendar")]
    [InlineData("a: { kind: office, under: [city] }", "cannot be a list")]
    [InlineData("a: office", "cannot be 'office'")]
    [InlineData("a: { under: city }", "has no 'kind'")]
    public void What_has_no_place_in_the_organisation_is_an_error(string bodies, string what) =>
        Assert.Contains(
            With(bodies, sound: false).Problems, problem =>
                problem.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void A_closure_by_dates_lasts_to_the_end_of_the_last()
    {
        var closure =
            Body(With("a: { kind: office, closed: [[2021-05-10, 2021-05-12], [2021-06-01T12:00, "
                + "2021-06-01T13:00]] }"), "a").Closures;
        Assert.Equal(("2021-05-10T00:00", "2021-05-13T00:00"),
            (closure[0].From.ToString(), closure[0].To.ToString()));
        Assert.Equal("2021-06-01T13:00", closure[1].To.ToString());
    }

    private static LoadResult With(string bodies, bool sound = true)
    {
        var result = Sample.With("bodies:\n", $"bodies:\n  {bodies}\n");
        return sound ? Sample.Sound(result) : result;
    }

    private static Body Body(LoadResult result, string id)
    {
        Assert.False(result.HasErrors, Sample.Words(result));
        return result.Model!.Bodies.Single(body => body.Id == id);
    }
}
