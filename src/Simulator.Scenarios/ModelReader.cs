using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Composition;
using Simulator.Scenarios.Directives;
using Simulator.Scenarios.Interventions;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios;

/// <summary>
/// Turns a composed tree into the kernel's model and holds everything that refers to something else
/// against what there is. It reads on past errors, so that one load tells them all.
/// </summary>
internal sealed class ModelReader(Draft draft)
{
    /// <summary>The model, which means nothing if there were errors, and the labels beside it.</summary>
    public (Model Model, Labels Labels) Read()
    {
        CalendarReader.ReadInto(draft);
        ChannelReader.ReadInto(draft);
        new KindReader(draft).ReadAll();
        var bodies = new BodyReader(draft);
        CommandGraph.CheckCircles(draft, bodies);
        LeadershipCheck.Warn(draft, bodies);
        CalendarCoverage.Check(draft, bodies.Bodies);
        if (bodies.Seating.Seats.Count == 0 && draft.Root["bodies"] is not null)
        {
            draft.Problems.Error(draft.Root["bodies"]!.Place, "There are no bodies.");
        }

        var (model, restructured) = WithPapers(bodies);
        return (model, LabelReader.Read(draft.Root, bodies) with { Restructured = restructured });
    }

    private (Model Model, Text Restructured) WithPapers(BodyReader bodies)
    {
        var byId = bodies.Bodies.ToDictionary(body => body.Id, StringComparer.Ordinal);
        var moments = new Moments(draft);
        var addressing = new Addressing(draft, new Roster(bodies.Bodies, draft.Kinds), bodies.Seating);
        addressing.CheckKinds();
        var directives = new DirectiveReader(draft, addressing, moments, byId).ReadAll();
        if (directives.Count == 0 && draft.Root.Find("directives") is null)
        {
            draft.Problems.Warning(draft.Root.Place,
                "The scenario issues no directive, so that nothing happens in it.");
        }

        var flights = new FlightReader(
            draft, moments, new AssignmentReader(draft, addressing, moments), byId, directives);
        directives = flights.Relate();
        var recalls = flights.Recalls();
        directives = new ConflictReader(draft, directives, recalls).Relate();
        var observed = new ObservedReader(draft, addressing, moments, byId);
        observed.ReadAll();
        var goals = GoalReader.ReadAll(draft, addressing, moments, directives);
        var restructuring = new RestructuringReader(draft, addressing);
        var model = restructuring.Apply(new Model
        {
            Scenario = draft.Root.Text("scenario") ?? "",
            Variant = draft.Root.Text("variant") ?? Variants.Base,
            Axis = draft.Axis,
            Until = draft.Until,
            Levels = draft.Levels,
            Lines = draft.Lines,
            Terms = Terms(),
            Calendars = draft.Calendars,
            Channels = [.. draft.Channels.Values],
            Kinds = [.. draft.Kinds.Values],
            Bodies = bodies.Bodies,
            Directives = directives,
            Recalls = recalls,
            Events = EventReader.ReadAll(draft, addressing, moments),
            Interventions = new InterventionReader(draft, addressing, moments, directives, restructuring).ReadAll(),
            Pinned = observed.Pinned,
            Observed = observed.Papers,
            Goals = goals,
            Window = WindowReader.Read(draft, directives, goals),
        });
        GoalReader.CheckMeasures(draft, addressing, moments, directives);
        return (model, restructuring.Remark);
    }

    private List<CivilDate> Terms()
    {
        var terms = new List<CivilDate>();
        foreach (var node in draft.Root["terms"].Scalars())
        {
            if (!CivilDate.TryParse(node.Text, out var date))
            {
                continue;
            }

            if (terms.Count > 0 && date <= terms[^1])
            {
                draft.Problems.Error(node.Place,
                    $"Terms follow one another: {date} must be later than {terms[^1]}.");
            }

            if (!CalendarCoverage.IsNear(date.Midnight, draft))
            {
                draft.Problems.Error(node.Place,
                    $"The term from {date} lies centuries away from the scenario.");
            }

            terms.Add(date);
        }

        return terms;
    }
}
