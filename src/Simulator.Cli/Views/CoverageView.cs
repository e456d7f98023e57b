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
/// <param name="every">
/// Minutes from one moment that JSON tells of to the next, from the issue on; <c>null</c>: every change.
/// </param>
internal sealed class CoverageView(Scene scene, Grouping by, string what, int? every) : IView
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
        EveryMinutes = every,
        All = what == "states" ? null : Json(CoverageCurve.All(scene.Trace, root, scene.Progress[root])),
        Known = what != "coverage" ? null : Known(root),
        Groups = what == "states"
            ? AssignmentStatesOverTime.Read(scene.Trace, root, by, scene.At).Select(Json)
            : CoverageCurve.By(scene.Trace, root, scene.Progress[root], by).Select(Json),
    });

    /// <summary>The steps of a stair, or how it stands at even intervals and at the end.</summary>
    private IEnumerable<(int At, T Step)> Told<T>(IReadOnlyList<T> steps, Func<T, int> moment)
        where T : struct
    {
        if (every is not { } apart)
        {
            foreach (var step in steps)
            {
                yield return (moment(step), step);
            }

            yield break;
        }

        var next = 0;
        for (var at = moment(steps[0]); ; at = Math.Min(at + apart, scene.At))
        {
            while (next + 1 < steps.Count && moment(steps[next + 1]) <= at)
            {
                next++;
            }

            yield return (at, steps[next]);
            if (at >= scene.At)
            {
                yield break;
            }
        }
    }

    private IEnumerable<object> Known(int root) =>
        Told(CoverageCurve.Known(scene.Trace, root, scene.At), step => step.At)
            .Select(each => new { At = scene.Iso(each.At), each.Step.Bodies, each.Step.Complied });

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
        var last = what == "content"
            ? all.Steps.First(step => step.Content == all.Steps[^1].Content).At
            : Math.Max(all.Steps[^1].At, known[^1].At);
        var scale = Scale(console, issued, last);
        var shown = groups.Take(MostGroups).Select(each => each with { Name = NameOf(each.Name) }).ToList();
        Write(console, what == "content"
            ? lines.Content(all, shown, scale)
            : lines.Coverage(all, known, shown, scale));
        More(console, shown.Count, groups.Count);
        if (what == "content" && !scene.Model.FollowsContent)
        {
            console.Line(Language.In(
                "  Content is not followed in this scenario: every paper brings all of it.",
                "  Kịch bản này không theo dõi nội dung: văn bản nào đến cũng đủ nội dung."));
        }
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
            ? Told([.. curve.Steps.Where((step, place) => place == 0 || step.Content != curve.Steps[place - 1].Content)], step => step.At)
                .Select(each => (object)new
                {
                    At = scene.Iso(each.At),
                    Share = Math.Round(CurveLines.ContentOf(each.Step, curve), 6),
                })
            : Told(curve.Steps, step => step.At).Select(each => (object)new
            {
                At = scene.Iso(each.At),
                each.Step.Reached,
                each.Step.Registered,
                each.Step.Complied,
                each.Step.Reported,
            }),
    };

    private object Json(AssignmentStatesOverTime curve) => new
    {
        curve.Name,
        Assignments = curve.Steps.Max(step => step.Counts.All),
        Steps = Told(curve.Steps, step => step.At).Select(each => new
        {
            At = scene.Iso(each.At),
            each.Step.Counts.DoneOnTime,
            each.Step.Counts.DoneLate,
            each.Step.Counts.InTerm,
            each.Step.Counts.Overdue,
        }),
    };
}
