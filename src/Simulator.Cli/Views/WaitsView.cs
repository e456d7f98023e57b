using Simulator.Analysis.Waits;
using Simulator.Cli.Commands;
using Simulator.Cli.Words;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>
/// Why it took so long: the time of bodies from the arrival of the paper to compliance, and of documents from the decision to
/// relay to registration, split into reasons, level by level or for one body.
/// </summary>
internal sealed class WaitsView : IView
{
    private readonly Scene scene;
    private readonly List<(int Root, IReadOnlyList<Wait> Bodies, IReadOnlyList<Wait> Documents, int EndedOtherwise)> tables = [];

    internal WaitsView(Scene scene)
    {
        this.scene = scene;
        var splitter = new WaitSplitter(scene.Trace);
        foreach (var root in scene.Roots.Where(root => scene.Model.Directives[root].Issued <= scene.At))
        {
            var table = WaitTable.Of(scene.Trace, root, scene.Progress, scene.At, splitter);
            tables.Add((
                root,
                [.. table.Bodies.Where(wait => scene.Body is not { } body || wait.Body == body)],
                [.. table.Documents.Where(wait => scene.Body is not { } body || wait.Body == body || wait.Sender == body)],
                scene.Body is null ? table.EndedOtherwise : 0));
        }

        if (scene.Body is { } asked && tables.TrueForAll(each => each.Bodies.Count + each.Documents.Count == 0))
        {
            throw new UsageException(
                $"No paper came to {scene.NameOf(asked)}, or left it, by {scene.Moment(scene.At)}; "
                + "'simulator show --view stalls' tells where papers are.");
        }
    }

    public object Json() => tables.Select(each => new
    {
        Directive = scene.Model.Directives[each.Root].Source.Id,
        At = scene.Iso(scene.At),
        To = scene.Body is { } body ? scene.IdOf(body) : null,
        Bodies = WaitsJson.Of(scene, each.Bodies),
        each.EndedOtherwise,
        Documents = WaitsJson.Of(scene, each.Documents),
        Sentences = new WaitSentences(scene).All(each.Bodies, each.Documents, each.EndedOtherwise),
    });

    public void Print(IAnsiConsole console)
    {
        foreach (var (root, bodies, documents, otherwise) in tables)
        {
            console.Line(scene.TitleOf(root).TrimEnd());
            console.Line($"{scene.Language.In("by", "đến")} {scene.Moment(scene.At)}");
            console.Line();
            if (scene.Body is { } body)
            {
                PrintOf(console, body, bodies, documents);
            }
            else
            {
                PrintByLevel(console, bodies, documents);
            }

            foreach (var sentence in new WaitSentences(scene).All(bodies, documents, otherwise))
            {
                console.Line(sentence);
            }

            console.Line();
        }
    }

    private void PrintByLevel(IAnsiConsole console, IReadOnlyList<Wait> bodies, IReadOnlyList<Wait> documents)
    {
        var atBodies = WaitGroup.ByLevel(scene.Model, bodies);
        var ofDocuments = WaitGroup.ByLevel(scene.Model, documents);
        Table(
            console,
            scene.Language.In(
                "bodies that complied, from the arrival of the paper on, mean of each",
                "cơ quan đã hoàn thành, kể từ khi văn bản đến, bình quân mỗi cơ quan"),
            [.. atBodies.Select(group => (group.Name, group.Ended))]);
        Table(
            console,
            scene.Language.In("bodies that have not, up to now", "cơ quan chưa hoàn thành, tính đến lúc này"),
            [.. atBodies.Select(group => (group.Name, group.Open))]);
        Table(
            console,
            scene.Language.In(
                "documents, from the decision to relay to registration, mean of each",
                "văn bản, từ khi quyết định chuyển tiếp đến khi đăng ký, bình quân mỗi văn bản"),
            [.. ofDocuments.Select(group => (group.Name, group.Ended))]);
        Table(
            console,
            scene.Language.In("documents that are not registered, up to now", "văn bản chưa đăng ký, tính đến lúc này"),
            [.. ofDocuments.Select(group => (group.Name, group.Open))]);
    }

    private void PrintOf(IAnsiConsole console, int body, IReadOnlyList<Wait> bodies, IReadOnlyList<Wait> documents) => Table(
        console,
        scene.NameOf(body),
        [
            (scene.Language.In("paper to it", "văn bản đến"), [.. documents.Where(wait => wait.Body == body)]),
            (scene.Language.In("at it", "tại cơ quan"), bodies),
            (scene.Language.In("papers from it", "văn bản đi"), [.. documents.Where(wait => wait.Body != body)]),
        ],
        together: false);

    /// <summary>A column for each group, a line for each reason that any of them has.</summary>
    private void Table(
        IAnsiConsole console, string title, IReadOnlyList<(string Name, IReadOnlyList<Wait> Waits)> groups, bool together = true)
    {
        var shown = groups.Where(group => group.Waits.Count > 0).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        var sums = shown.ConvertAll(group => WaitTable.Together(group.Waits));
        var whole = WaitTable.Together(shown.SelectMany(group => group.Waits));
        if (together && shown.Count > 1)
        {
            shown.Add((scene.Language.In("together", "cộng"), [.. shown.SelectMany(group => group.Waits)]));
            sums.Add(whole);
        }

        console.Line(title);
        var table = Terminal.Table(
            ["", .. shown.Select(group => $">{group.Name}"), ">" + scene.Language.In("share", "tỷ lệ")]);
        Row(scene.Language.In("how many", "số lượng"), place => $"{shown[place].Waits.Count:N0}", "");
        foreach (var (reason, minutes) in whole.Parts)
        {
            Row(scene.Language.Wait(reason), place => Mean(sums[place][reason], shown[place].Waits.Count), Percent(minutes, whole));
        }

        Row(
            scene.Language.In("elapsed", "tổng"), place => Mean(sums[place].Elapsed, shown[place].Waits.Count),
            Percent(whole.Elapsed, whole));
        Row(
            scene.Language.In("of it in hours", "trong đó trong giờ"),
            place => Mean(sums[place].InHours, shown[place].Waits.Count), Percent(whole.InHours, whole));
        console.Write(table);
        console.Line();

        void Row(string head, Func<int, string> cell, string share) =>
            table.Row([$"  {head}", .. Enumerable.Range(0, shown.Count).Select(cell), share]);
    }

    private static string Percent(long minutes, WaitSum whole) => whole.Elapsed == 0 ? "" : string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{100.0 * minutes / whole.Elapsed:0.0} %");

    /// <summary>Minutes of each on average, to the nearest minute.</summary>
    private static string Mean(long minutes, int count) => minutes == 0 ? "-" : Lengths.Of(WaitSentences.MeanOf(minutes, count));
}
