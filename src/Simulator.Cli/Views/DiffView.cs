using Simulator.Analysis.Paths;
using Simulator.Analysis.Traces;
using Simulator.Cli.Words;
using Simulator.Kernel.Journal;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>What was later in a second run than in a first, or for a second directive, and where that began.</summary>
internal sealed class DiffView(Scene first, Scene second, DirectiveDifference difference, int top) : IView
{
    private readonly DiffWords words = new(first.Language);

    private readonly JournalParting? parting = IsOneClock(first, second) && first.Folder != second.Folder
        ? JournalParting.Of(first.Trace, second.Trace)
        : null;

    private Language Language => first.Language;

    public void Print(IAnsiConsole console)
    {
        console.Line($"A  {Title(first)}");
        console.Line($"B  {Title(second)}");
        foreach (var sentence in Apart())
        {
            console.Line(sentence);
        }

        console.Line();
        if (difference.IsNone)
        {
            console.Line(Language.In(
                $"No moment of any of {difference.Bodies.Count:N0} bodies is different.",
                $"Không có khác biệt nào ở {difference.Bodies.Count:N0} cơ quan."));
        }
        else
        {
            Levels(console);
            Origins(console);
            Latest(console);
            States(console);
        }

        foreach (var sentence in Sentences())
        {
            console.Line(sentence);
        }
    }

    public object Json() => new
    {
        First = JsonOf(first),
        Second = JsonOf(second),
        SameScenario = IsOneScenario(),
        BodiesInBoth = difference.Bodies.Count,
        OnlyFirst = difference.OnlyFirst.Select(body => body.Id),
        OnlySecond = difference.OnlySecond.Select(body => body.Id),
        Levels = difference.Levels.Select(each => new
        {
            each.Level,
            Moment = Key(each.Moment),
            each.Later,
            each.Same,
            each.Earlier,
            each.OnlyFirst,
            each.OnlySecond,
            MedianLaterMinutes = each.Median,
        }),
        States = difference.States.Select(each => new
        {
            First = each.States.First.ToString(),
            Second = each.States.Second.ToString(),
            Bodies = each.Bodies.Select(body => body.First.Id),
        }),
        Origins = difference.Origins.Select(each => new
        {
            Body = each.Body.First.Id,
            Stage = each.Stage.ToString(),
            LaterMinutes = each.Minutes,
            each.Inherited,
        }),
        Bodies = difference.Bodies.Where(body => body.IsAny).Select(body => new
        {
            Body = body.First.Id,
            Name = Name(body),
            body.First.Level,
            FirstState = body.First.State.ToString(),
            SecondState = body.Second.State.ToString(),
            LaterMinutes = Enum.GetValues<CourseMoment>().ToDictionary(Key, body.At),
            First = Enum.GetValues<CourseMoment>().ToDictionary(Key, body.First.At),
            Second = Enum.GetValues<CourseMoment>().ToDictionary(Key, body.Second.At),
        }),
        Parting = parting is null ? null : new
        {
            parting.Common,
            First = Line(first, parting.First),
            Second = Line(second, parting.Second),
        },
        Sentences = Apart().Concat(Sentences()),
    };

    private static bool IsOneClock(Scene first, Scene second) =>
        first.Model.Source.Axis.Start.Equals(second.Model.Source.Axis.Start);

    private bool IsOneScenario() => first.Folder.Manifest.Scenario == second.Folder.Manifest.Scenario;

    private static object JsonOf(Scene scene) => new
    {
        Run = scene.Folder.Path,
        scene.Folder.Manifest.Scenario,
        scene.Folder.Manifest.Variant,
        scene.Folder.Manifest.Seed,
        Directive = scene.Model.Directives[scene.OneRoot].Source.Id,
        Issued = scene.Iso(scene.Model.Directives[scene.OneRoot].Issued),
        Addressed = scene.Model.Directives[scene.OneRoot].Reach.Count,
    };

    private static string Key(CourseMoment moment) => moment.ToString().ToLowerInvariant();

    private static string? Line(Scene scene, Entry? entry) => entry is { } one ? new JournalText(scene.Model).Line(one) : null;

    private static string Title(Scene scene) =>
        $"{scene.Folder.Path}: {scene.TitleOf(scene.OneRoot)}, {scene.Moment(scene.Model.Directives[scene.OneRoot].Issued)}";

    private string Name(BodyDifference body) => first.NameOf(body.First.Body);

    private void Levels(IAnsiConsole console)
    {
        console.Line(Language.In("B beside A, since the issue of each:", "B so với A, tính từ khi ban hành:"));
        var table = Terminal.Table(
            Language.In("level", "cấp"), Language.In("moment", "mốc"), ">" + Language.In("median", "trung vị"),
            ">" + Language.In("later", "muộn hơn"), ">" + Language.In("same", "bằng"), ">" + Language.In("earlier", "sớm hơn"),
            ">" + Language.In("in A alone", "chỉ A"), ">" + Language.In("in B alone", "chỉ B"));
        foreach (var each in difference.Levels)
        {
            table.Row(
                each.Level, words.Moment(each.Moment), each.Median is { } median ? DiffWords.Signed((int)Math.Round(median)) : "-",
                $"{each.Later:N0}", $"{each.Same:N0}", $"{each.Earlier:N0}", $"{each.OnlyFirst:N0}", $"{each.OnlySecond:N0}");
        }

        console.Write(table);
        console.Line();
    }

    private void Origins(IAnsiConsole console)
    {
        if (difference.Origins.Count == 0)
        {
            return;
        }

        console.Line(Language.In("where it began:", "khác biệt bắt đầu từ:"));
        var table = Terminal.Table(
            "~" + Language.In("body", "cơ quan"), Language.In("where", "khâu"), ">" + Language.In("its own", "tự gây"),
            ">" + Language.In("came with", "đến đã"), ">" + Language.In("inherited by", "kéo theo"));
        foreach (var each in difference.Origins.Take(top))
        {
            table.Row(
                Name(each.Body), words.Stage(each.Stage), DiffWords.Signed(each.Minutes),
                DiffWords.Signed(each.Body.At(CourseMoment.Arrived)!.Value - (each.Stage == OriginStage.Travel ? each.Minutes : 0)),
                $"{each.Inherited:N0}");
        }

        console.Write(table);
        More(console, difference.Origins.Count);
        console.Line();
    }

    private void Latest(IAnsiConsole console)
    {
        static int Most(BodyDifference body) =>
            Enum.GetValues<CourseMoment>().Max(moment => Math.Abs(body.At(moment) ?? 0));
        List<BodyDifference> bodies =
            [.. difference.Bodies.Where(body => Most(body) > 0).OrderByDescending(Most).ThenBy(body => body.First.Body)];
        if (bodies.Count == 0)
        {
            return;
        }

        console.Line(Language.In("the greatest differences (later in B: +):", "khác biệt lớn nhất (B muộn hơn: +):"));
        var table = Terminal.Table(
            ["~" + Language.In("body", "cơ quan"), .. Enum.GetValues<CourseMoment>().Select(moment => ">" + words.Moment(moment))]);
        foreach (var body in bodies.Take(top))
        {
            table.Row(
                [Name(body), .. Enum.GetValues<CourseMoment>().Select(moment => words.Difference(body, moment))]);
        }

        console.Write(table);
        More(console, bodies.Count);
        console.Line();
    }

    private void States(IAnsiConsole console)
    {
        foreach (var (states, bodies) in difference.States)
        {
            var names = string.Join(", ", bodies.Take(3).Select(Name)) + (bodies.Count > 3 ? ", …" : "");
            console.Line(Language.In(
                $"{bodies.Count:N0} in B {Language.State(states.Second)}, in A {Language.State(states.First)}: {names}",
                $"{bodies.Count:N0} cơ quan ở B {Language.State(states.Second)}, ở A {Language.State(states.First)}: {names}"));
        }

        if (difference.States.Count > 0)
        {
            console.Line();
        }
    }

    private void More(IAnsiConsole console, int count)
    {
        if (count > top)
        {
            console.Line(Language.In(
                $"… and {count - top:N0} more; --top {count} shows them", $"… và {count - top:N0} dòng nữa; dùng --top {count}"));
        }
    }

    /// <summary>What the two are that they should perhaps not be.</summary>
    private IEnumerable<string> Apart()
    {
        if (!IsOneScenario())
        {
            var (ours, theirs) = (first.Folder.Manifest.Scenario, second.Folder.Manifest.Scenario);
            yield return Language.In(
                $"They are of two scenarios, {ours} and {theirs}; bodies are told by id.",
                $"Hai kịch bản khác nhau, {ours} và {theirs}; so theo mã cơ quan.");
        }

        if (difference.OnlyFirst.Count + difference.OnlySecond.Count > 0)
        {
            yield return Language.In(
                $"{difference.Bodies.Count:N0} bodies are addressed in both; "
                + $"{difference.OnlyFirst.Count:N0} in A alone{Few(difference.OnlyFirst)}, "
                + $"{difference.OnlySecond.Count:N0} in B alone{Few(difference.OnlySecond)}.",
                $"{difference.Bodies.Count:N0} cơ quan có ở cả hai; {difference.OnlyFirst.Count:N0} chỉ ở A{Few(difference.OnlyFirst)}, "
                + $"{difference.OnlySecond.Count:N0} chỉ ở B{Few(difference.OnlySecond)}.");
        }
    }

    private static string Few(IReadOnlyList<BodyCourse> bodies) => bodies.Count == 0
        ? ""
        : $" ({string.Join(", ", bodies.Take(3).Select(body => body.Id))}{(bodies.Count > 3 ? ", …" : "")})";

    private IEnumerable<string> Sentences()
    {
        if (difference.Origins is [var worst, ..])
        {
            var (name, own) = (Name(worst.Body), Lengths.Of(Math.Abs(worst.Minutes)));
            yield return Language.In(
                $"Most of it began {words.Where(worst.Stage, name)}: {own} {(worst.Minutes > 0 ? "more" : "less")} in B than in A"
                + (worst.Inherited == 0 ? "."
                    : $", and {worst.Inherited:N0} below got it {(worst.Minutes > 0 ? "later" : "earlier")} too."),
                $"Phần lớn bắt đầu {words.Where(worst.Stage, name)}: ở B {(worst.Minutes > 0 ? "lâu hơn" : "nhanh hơn")} {own}"
                + (worst.Inherited == 0 ? "."
                    : $", và {worst.Inherited:N0} nơi bên dưới cũng nhận {(worst.Minutes > 0 ? "muộn hơn" : "sớm hơn")}."));
        }

        if (first.Folder == second.Folder)
        {
            yield break;
        }

        yield return !IsOneClock(first, second)
            ? Language.In(
                "The journals begin at different moments, so that they are not compared entry by entry.",
                "Hai nhật ký bắt đầu ở hai thời điểm khác nhau nên không so từng dòng.")
            : parting is null
            ? Language.In("The journals are the same, entry by entry.", "Hai nhật ký giống nhau từng dòng.")
            : Language.In(
                $"The journals are the same for {parting.Common:N0} entries, and part here:\n  A: {Line(first, parting.First) ?? "(ends)"}"
                + $"\n  B: {Line(second, parting.Second) ?? "(ends)"}",
                $"Hai nhật ký giống nhau {parting.Common:N0} dòng, rồi khác từ đây:\n  A: {Line(first, parting.First) ?? "(hết)"}"
                + $"\n  B: {Line(second, parting.Second) ?? "(hết)"}");
    }
}
