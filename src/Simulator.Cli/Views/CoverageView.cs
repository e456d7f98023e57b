using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Coverage;
using Simulator.Analysis.Measures.Delays;
using Simulator.Cli.Commands;
using Simulator.Cli.Words;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>How many had got how far at each moment: a curve for all, and a strip for each group.</summary>
/// <param name="scene">The run.</param>
/// <param name="by">How bodies are put together.</param>
/// <param name="what">What is shown over time: <c>coverage</c>, <c>content</c> or <c>states</c>.</param>
internal sealed class CoverageView(Scene scene, Grouping by, string what) : IView
{
    private const int Columns = 84;
    private const int MostGroups = 12;
    private const int MostDirectives = 12;

    private readonly CurveLines lines = new(scene.Language, new DelayWords(scene.Language).By(by));

    private Language Language => scene.Language;

    public void Print(IAnsiConsole console)
    {
        var roots = scene.Roots.ToList();
        if (roots.Count > MostDirectives)
        {
            throw new UsageException(
                $"There are curves of {roots.Count} directives; choose one with --directive, such as "
                + $"{scene.Model.Directives[roots[0]].Source.Id}, or take --format json.");
        }

        foreach (var root in roots)
        {
            console.Line(scene.TitleOf(root));
            Print(console, root);
            console.Line();
        }
    }

    public object Json() => scene.Roots.Select(root => new
    {
        Directive = scene.Model.Directives[root].Source.Id,
        IssuedAt = scene.Iso(scene.Model.Directives[root].Issued),
        Until = scene.Iso(scene.At),
        By = by.ToString().ToLowerInvariant(),
        Of = what,
        All = what == "states" ? null : Json(CoverageCurve.All(scene.Trace, root, scene.Progress[root])),
        Known = what != "coverage" ? null : CoverageCurve.Known(scene.Trace, root, scene.At)
            .Select(step => new { At = scene.Iso(step.At), step.Bodies, step.Complied }),
        Groups = what == "states"
            ? AssignmentStatesOverTime.Read(scene.Trace, root, by, scene.At).Select(Json)
            : CoverageCurve.By(scene.Trace, root, scene.Progress[root], by).Select(Json),
    });

    private void Print(IAnsiConsole console, int root)
    {
        var issued = scene.Model.Directives[root].Issued;
        if (issued >= scene.At)
        {
            console.Line($"{Language.In("issued", "ban hành")} {scene.Moment(issued)}");
            return;
        }

        if (what == "states")
        {
            States(console, root, issued);
            return;
        }

        var all = CoverageCurve.All(scene.Trace, root, scene.Progress[root]);
        var groups = CoverageCurve.By(scene.Trace, root, scene.Progress[root], by);
        var known = CoverageCurve.Known(scene.Trace, root, scene.At);
        var last = Math.Max(all.Steps[^1].At, what == "coverage" ? known[^1].At : 0);
        var scale = Scale(console, issued, last);
        var shown = groups.Take(MostGroups).Select(each => each with { Name = NameOf(each.Name) }).ToList();
        Write(console, what == "content"
            ? lines.Content(all, shown, scale)
            : lines.Coverage(all, known, shown, scale));
        More(console, shown.Count, groups.Count);
    }

    private void States(IAnsiConsole console, int root, int issued)
    {
        var groups = AssignmentStatesOverTime.Read(scene.Trace, root, by, scene.At);
        if (groups.Count == 0)
        {
            console.Line(Language.In("It has no assignments.", "Không có nhiệm vụ."));
            return;
        }

        var scale = Scale(console, issued, groups.Max(each => each.Steps[^1].At));
        var shown = groups.Take(MostGroups).Select(each => each with { Name = NameOf(each.Name) }).ToList();
        Write(console, lines.States(groups, shown, scale));
        More(console, shown.Count, groups.Count);
    }

    /// <summary>From the issue to the last change: what stands still after it need not be drawn.</summary>
    private TimeScale Scale(IAnsiConsole console, int issued, int last)
    {
        var to = Math.Max(last, issued + 1);
        console.Line($"{Language.In("issued", "ban hành")} {scene.Moment(issued)}, "
            + (to < scene.At
                ? Language.In($"last change {scene.Moment(to)}, none", $"thay đổi cuối {scene.Moment(to)}, sau đó không đổi")
                    + Language.In($" after it until {scene.Moment(scene.At)}", $" đến {scene.Moment(scene.At)}")
                : Language.In($"seen until {scene.Moment(scene.At)}", $"xét đến {scene.Moment(scene.At)}")));
        console.Line();
        return new TimeScale(scene.Model.Source.Axis, issued, to, Columns);
    }

    private static void Write(IAnsiConsole console, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            console.Line(text);
        }
    }

    private void More(IAnsiConsole console, int shown, int of)
    {
        if (shown < of)
        {
            console.Line(Language.In(
                $"  {shown} of {of}; --format json has all", $"  {shown} trên {of}; --format json có đủ"));
        }
    }

    private string NameOf(string name) => by == Grouping.Place
        && scene.Model.Bodies.First(body => body.Id == name).Name is { Length: > 0 and < 30 } written ? written : name;

    private object Json(CoverageCurve curve) => new
    {
        Name = curve.Name.Length == 0 ? null : curve.Name,
        curve.Addressed,
        Steps = what == "content"
            ? curve.Steps.Where((step, place) => place == 0 || step.Content != curve.Steps[place - 1].Content)
                .Select(step => (object)new { At = scene.Iso(step.At), Share = Math.Round(CurveLines.ContentOf(step, curve), 6) })
            : curve.Steps.Select(step => (object)new
            {
                At = scene.Iso(step.At),
                step.Reached,
                step.Registered,
                step.Complied,
                step.Reported,
            }),
    };

    private object Json(AssignmentStatesOverTime curve) => new
    {
        curve.Name,
        Assignments = curve.Steps.Max(step => step.Counts.All),
        Steps = curve.Steps.Select(step => new
        {
            At = scene.Iso(step.At),
            step.Counts.DoneOnTime,
            step.Counts.DoneLate,
            step.Counts.InTerm,
            step.Counts.Overdue,
        }),
    };
}
