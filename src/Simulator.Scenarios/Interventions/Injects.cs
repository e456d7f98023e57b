using System.Globalization;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Composition;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Interventions;

/// <summary>Puts interventions that come from elsewhere beside those of a scenario.</summary>
internal static class Injects
{
    private const string Key = "interventions";

    /// <summary>The scenario with what a variant adds and without what it leaves out.</summary>
    public static MapNode OfVariant(MapNode scenario, MapNode variant, ProblemList problems)
    {
        var changed = scenario;
        foreach (var name in variant["leave-out"].Scalars())
        {
            var left = changed.Maps(Key).Where(each => each.Text("id") != name.Text).ToList();
            if (left.Count == changed.Maps(Key).Count())
            {
                problems.Unknown(
                    name.Place, $"There is no intervention {name.Description}.", name.Text,
                    changed.Maps(Key).Select(each => each.Text("id")).OfType<string>(), "There are none.");
            }

            changed = With(changed, left);
        }

        return Added(changed, [.. variant.Maps(Key)]);
    }

    /// <summary>The scenario with the injects of a file.</summary>
    public static MapNode Into(MapNode scenario, LoadOptions options, SourceReader reader, ProblemList problems)
    {
        if (options.Injects is not { } file)
        {
            return scenario;
        }

        var place = new Place(file.Name, 1, 1);
        if (reader.Map(new SourceFile(file.Name, null, file.Text), place) is not { } map)
        {
            return scenario;
        }

        if (map.Find("injects") is null)
        {
            problems.Error(
                map.Place, "This is no inject file: it has no 'injects'.",
                "It says for which scenario it is written, and under 'injects' what is done.");
            return scenario;
        }

        InterventionFormat.InjectFile.Check(map, "The inject file", new Checking(problems, isWhole: true));
        foreach (var inject in map.Maps("injects"))
        {
            CheckNotPast(inject, scenario, file, problems);
        }

        return Added(scenario, [.. map.Maps("injects").Select(inject => FromNow(inject, file))]);
    }

    /// <summary>
    /// What a condition makes of the past is of no account to somebody who comes later; and what is brought into a run
    /// under way means now, where it names no time.
    /// </summary>
    private static MapNode FromNow(MapNode inject, InjectFile file)
    {
        string? key = inject["when"] is not null ? "from" : file.IsLive ? "at" : null;
        return file.NotBefore == 0 || key is null || inject[key] is not null
            ? inject
            : inject.With(
                new ScalarNode(inject.Place, key),
                new ScalarNode(inject.Place, string.Create(CultureInfo.InvariantCulture, $"{file.NotBefore}m")));
    }

    /// <summary>What has happened has happened: an inject begins now or later.</summary>
    private static void CheckNotPast(MapNode inject, MapNode scenario, InjectFile file, ProblemList problems)
    {
        if ((inject["when"] is not null && inject["from"] is null) || !CivilTime.TryParse(scenario.Text("start") ?? "", out var start))
        {
            return;
        }

        var at = inject.Scalar("at") ?? inject.Scalar("from");
        if (at is null && file.IsLive)
        {
            return;
        }

        long begins = at is null ? 0
            : CivilTime.TryParse(at.Text, out var time) ? time.Minutes - start.Minutes
            : SpanText.Parse(at.Text, SpanUnits.Elapsed).Amount?.WholeMinutes(0) ?? 0;
        if (begins >= 0 && begins < file.NotBefore) // what lies before the start is told where moments are read
        {
            string now = start.AddMinutes(file.NotBefore).ToString();
            problems.Error(
                (at ?? (Node)inject).Place,
                at is null ? $"Without a time this inject begins at the start, {start}, and the run goes on from {now}."
                    : $"This inject lies in the past: it is {now} in the run.",
                $"Let it begin at {now} or later.");
        }
    }

    private static MapNode Added(MapNode scenario, List<MapNode> more) =>
        more.Count == 0 ? scenario : With(scenario, [.. scenario.Maps(Key), .. more]);

    private static MapNode With(MapNode scenario, List<MapNode> interventions) => scenario.With(
        scenario.Find(Key)?.Key ?? new ScalarNode(scenario.Place, Key),
        new ListNode(scenario[Key]?.Place ?? scenario.Place, [.. interventions]));
}
