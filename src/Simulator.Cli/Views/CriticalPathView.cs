using Simulator.Analysis.Paths;
using Simulator.Analysis.Waits;
using Simulator.Cli.Words;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>
/// The critical path of a directive, leg by leg, each with its reasons and with what else had been waited for; who was
/// nearly on it; and, from other replications, how often each body is on it and whether this run was slow.
/// </summary>
internal sealed class CriticalPathView : IView
{
    private readonly Scene scene;
    private readonly PathEnd end;
    private readonly CriticalPath path;
    private readonly PathFrequencies? others;
    private readonly int top;
    private readonly int root;
    private readonly LegWords words;
    private readonly PathSentences sentences;
    private readonly IReadOnlyList<BodySlack> bodies;
    private readonly IReadOnlyDictionary<int, SiblingRank> ranks;

    internal CriticalPathView(Scene scene, PathEnd end, CriticalPath path, PathFrequencies? others, int top)
    {
        this.scene = scene;
        this.end = end;
        this.path = path;
        this.others = others;
        this.top = top;
        root = scene.OneRoot;
        words = new LegWords(scene);
        bodies = path.Bodies();
        ranks = SiblingRank.Read(scene.Trace, root, end);
        sentences = new PathSentences(scene, end, path, others, ranks);
    }

    private Language Language => scene.Language;

    public void Print(IAnsiConsole console)
    {
        console.Line(scene.TitleOf(root));
        console.Line($"{scene.Moment(path.Start)}  →  {scene.NameOf(path.Body)} {scene.Moment(path.End)}, {Lengths.Of(path.Makespan)}");
        console.Line();
        console.Write(Legs());
        console.Line();
        Near(console);
        Often(console);
        foreach (var sentence in sentences.All())
        {
            console.Line(sentence);
        }
    }

    public object Json() => new
    {
        Directive = scene.Model.Directives[root].Source.Id,
        By = end.ToString().ToLowerInvariant(),
        Body = scene.IdOf(path.Body),
        Name = scene.NameOf(path.Body),
        Start = scene.Iso(path.Start),
        End = scene.Iso(path.End),
        MakespanMinutes = path.Makespan,
        path.IsOpen,
        Legs = path.Legs.Select(each => new
        {
            Body = scene.IdOf(each.Leg.Body),
            Name = scene.NameOf(each.Leg.Body),
            What = each.Leg.Travel > 0 || each.Leg.Entry.Kind == EntryKind.Arrived ? "travel"
                : each.Leg.Step != Step.None ? each.Leg.Step.ToString()
                : each.Leg.Entry.Kind.ToString(),
            From = scene.Iso(each.Leg.From),
            To = scene.Iso(each.Leg.To),
            ElapsedMinutes = each.Leg.Elapsed,
            Reasons = each.Parts.ToDictionary(part => part.Reason.Key(), part => part.Minutes),
            RunnerUp = JsonOf(each.RunnerUp),
        }),
        Next = JsonOf(path.Next),
        Reasons = sentences.Reasons().ToDictionary(part => part.Reason.Key(), part => part.Minutes),
        Bodies = bodies.Select(each => new
        {
            Body = scene.IdOf(each.Body),
            Name = scene.NameOf(each.Body),
            SlackMinutes = each.Minutes,
            each.IsOnPath,
            Rank = ranks.GetValueOrDefault(each.Body)?.Rank,
            Siblings = ranks.GetValueOrDefault(each.Body)?.Of,
            OnPathShare = others?.ShareOf(each.Body)?.Value,
            OnPathLow = others?.ShareOf(each.Body)?.Low,
            OnPathHigh = others?.ShareOf(each.Body)?.High,
            Standing = JsonOf(others?.StandingOf(each.Body)),
        }),
        Papers = path.Papers().Where(each => each.From >= 0).Select(each => new
        {
            From = scene.IdOf(each.From),
            To = scene.IdOf(each.To),
            What = each.Arrival.BringsDirective ? "directive" : "report",
            SentAt = scene.Iso(each.Arrival.Started),
            ArrivedAt = scene.Iso(each.Arrival.Tick),
            SlackMinutes = each.Minutes,
            each.IsOnPath,
        }),
        Replications = others is null ? null : new { others.Replications, others.WithEnd, Standing = JsonOf(others.Directive) },
        Sentences = sentences.All(),
    };

    private Table Legs()
    {
        var table = Terminal.Table(
            Language.In("from", "từ"), "~" + Language.In("where", "ở đâu"),
            "~" + Language.In("what", "việc gì"), ">" + Language.In("elapsed", "tổng"), ">" + Language.In("share", "tỷ lệ"),
            "~" + Language.In("of which", "trong đó"), "~" + Language.In("next to decide, and its slack", "kế tiếp, còn dư"));
        foreach (var each in path.Legs.Where(each => each.Leg.Elapsed > 0 || each.RunnerUp is not null))
        {
            table.Row(
                scene.Moment(each.Leg.From), scene.NameOf(each.Leg.Body), words.What(each.Leg),
                Lengths.Of(each.Leg.Elapsed), Share(each.Leg.Elapsed), Reasons(each.Parts), Text(each.RunnerUp));
        }

        table.Row("", "", Language.In("together", "cộng"), Lengths.Of(path.Makespan), Share(path.Makespan), "", Text(path.Next));
        return table;
    }

    private void Near(IAnsiConsole console)
    {
        List<BodySlack> near = [.. bodies.Where(each => each is { IsOnPath: false, Minutes: not null }).Take(top)];
        if (near.Count == 0)
        {
            return;
        }

        console.Line(Language.In("nearly on it, by how much later they could have been:", "sát đường găng, có thể muộn thêm:"));
        var table = Terminal.Table(
        [
            "~" + Language.In("body", "cơ quan"), ">" + Language.In("slack", "dư"), ">" + Language.In("rank", "hạng"),
            .. others is null ? Array.Empty<string>() : [">" + Language.In("on the path", "trên đường găng")],
        ]);
        foreach (var each in near)
        {
            table.Row(
            [
                scene.NameOf(each.Body), Lengths.Of(each.Minutes!.Value), Rank(each.Body),
                .. others is null ? Array.Empty<string>() : [PathSentences.Text(others.ShareOf(each.Body))],
            ]);
        }

        console.Write(table);
        console.Line();
    }

    private void Often(IAnsiConsole console)
    {
        if (others is null)
        {
            return;
        }

        console.Line(Language.In(
            $"how often on it, in {others.WithEnd:N0} other replications:",
            $"số lần trên đường găng, trong {others.WithEnd:N0} lần chạy khác:"));
        var table = Terminal.Table(
            "~" + Language.In("body", "cơ quan"), ">" + Language.In("on the path", "trên đường găng"),
            ">" + Language.In("in this run", "lần này"), ">" + Language.In("rank", "hạng"),
            ">" + Language.In("slower there", "lần chậm hơn"));
        foreach (var (body, share) in others.Bodies.Where(each => each.Body != scene.Trace.IssuerOf(root)).Take(top))
        {
            var slack = bodies.FirstOrDefault(each => each.Body == body);
            table.Row(
                scene.NameOf(body), PathSentences.Text(share),
                slack?.IsOnPath == true ? Language.In("on it", "có")
                    : slack?.Minutes is { } minutes ? $"+{Lengths.Of(minutes)}" : "-",
                Rank(body), PathSentences.Text(others.StandingOf(body)?.ShareSlower));
        }

        console.Write(table);
        console.Line();
    }

    private string Rank(int body) => ranks.TryGetValue(body, out var rank) && rank.Of > 1 ? $"{rank.Rank} / {rank.Of}" : "";

    private string Share(int minutes) => path.Makespan == 0 ? "" : $"{100.0 * minutes / path.Makespan:0.0} %";

    private string Reasons(IReadOnlyList<WaitPart> parts) => string.Join("; ", parts
        .Where(part => part.Reason is not WaitReason.Travel).OrderByDescending(part => part.Minutes)
        .Select(part => $"{Lengths.Of(part.Minutes)} {Language.Wait(part.Reason)}"));

    private string Text(RunnerUp? next) => next is null ? ""
        : $"{scene.NameOf(next.Body)}: {words.What(next.Entry)} +{Lengths.Of(next.Slack)}";

    private object? JsonOf(RunnerUp? next) => next is null ? null : new
    {
        Body = scene.IdOf(next.Body),
        Name = scene.NameOf(next.Body),
        What = next.Entry.Step != Step.None ? next.Entry.Step.ToString() : next.Entry.Kind.ToString(),
        At = scene.Iso(next.Entry.Tick),
        SlackMinutes = next.Slack,
    };

    private static object? JsonOf(Standing? standing) => standing is null ? null : new
    {
        standing.Slower,
        standing.Same,
        standing.Faster,
        standing.Never,
        ShareSlower = standing.ShareSlower.Value,
        standing.ShareSlower.Low,
        standing.ShareSlower.High,
    };
}
