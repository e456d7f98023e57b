using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Shipped.Pictures;

/// <summary>
/// The pictures in the README of <c>scenarios/</c> are drawn from runs and are expectations like journals: a picture
/// that the runs no longer give fails here, and is drawn again with SIMULATOR_ACCEPT=1.
/// </summary>
public sealed class PictureTests
{
    private const int Replications = 20;
    private const int Days = 20;

    private static bool Accepts => Environment.GetEnvironmentVariable("SIMULATOR_ACCEPT") == "1";

    [Fact]
    public void What_comes_down_what_is_done_and_what_is_reported_are_as_drawn()
    {
        const string Name = "hot-above-cold-below";
        string[] levels = ["province", "district", "commune"];
        double[] content = new double[3], done = new double[3], claimed = new double[3];
        foreach (var (trace, progress) in Runs(Name, "base"))
        {
            var measures = DirectiveMeasures.Of(trace.Model, progress)[0];
            var reports = LevelReports.Of(
                trace.Model, 0, ReportReader.Read(trace)[0], progress[0], trace.Model.Until);
            for (var level = 0; level < levels.Length; level++)
            {
                var reported = reports.Single(each => each.Level == levels[level]);
                content[level] += measures.ContentByLevel.Single(each => each.Level == levels[level]).Share / Replications;
                done[level] += (double)reported.Complied / reported.Counted / Replications;
                claimed[level] += (double)reported.Claimed / reported.Counted / Replications;
            }
        }

        IsAsDrawn(Name, Picture.Bars(
            "Hot above, cold below",
            $"By level, means of {Replications} runs: how much of the order came there, and what share of the bodies that "
                + "its reports count had truly complied and was reported to have.",
            levels,
            [
                ("of the order came there", content),
                ("of those it reports on had complied", done),
                ("were reported to have complied", claimed),
            ]));
    }

    [Fact]
    public void How_fast_ten_directives_come_to_the_communes_is_as_drawn()
    {
        const string Name = "document-flood";
        string[] variants = ["observed-load", "more-staff", "one-more-clerk", "base"];
        IsAsDrawn(Name, Picture.Curves(
            "A flood of papers: ten directives registered by 110 communes",
            "The share of the directives and communes that are registered so many days after the issue, one run each: with the "
                + "load observed, with more staff, with one more clerk, and with three times the load.",
            Days,
            [.. variants.Select(variant => (variant == "base" ? "three times the load" : variant, Registered(Name, variant)))]));
    }

    /// <summary>By quarters of a day since the issue, the share that is registered.</summary>
    private static double[] Registered(string name, string variant)
    {
        var (trace, progress) = Runs(name, variant).First();
        var model = trace.Model;
        var waits = new List<int>();
        var all = 0;
        for (var root = 0; root < model.Directives.Count; root++)
        {
            var directive = model.Directives[root];
            var communes = directive.Reach.Where(body => model.Source.Levels[model.FactsOf(body).Level] == "commune").ToList();
            all += communes.Count;
            waits.AddRange(communes.Select(body => progress[root].GetValueOrDefault(body)?.RegisteredAt ?? -1)
                .Where(at => at >= 0).Select(at => at - directive.Issued));
        }

        return [.. Enumerable.Range(0, (4 * Days) + 1).Select(step => (double)waits.Count(wait => wait <= step * 360) / all)];
    }

    private static IEnumerable<(RunTrace Trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> Progress)> Runs(
        string name, string variant)
    {
        var model = ShippedRun.Model(name, variant == "base" ? null : variant);
        for (var replication = 0; replication < Replications; replication++)
        {
            var options = new RunOptions { Seed = ShippedRun.Load(name).Seed, Replication = replication };
            var trace = new RunTrace(model, [.. Played.Of(model, options).Entries]);
            yield return (trace, ProgressReader.Read(trace));
        }
    }

    private static void IsAsDrawn(string name, string picture)
    {
        var file = Path.Combine(ShippedScenarios.Folder, "pictures", $"{name}.svg");
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, picture);
        }

        Assert.True(File.Exists(file), $"There is no picture {file}; draw it with SIMULATOR_ACCEPT=1.");
        Assert.Equal(File.ReadAllText(file), picture);
    }
}
