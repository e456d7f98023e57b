using Simulator.Analysis.Measures;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>All directives of a run beside each other; those that are written as one are one line.</summary>
/// <param name="scene">The run.</param>
/// <param name="chosen">Place of the one that the report then looks at.</param>
/// <param name="isAsked">Whether it was asked for.</param>
internal sealed class DirectivesSection(Scene scene, int chosen, bool isAsked)
{
    private Language Language => scene.Language;

    /// <summary>The directive with most bodies that have not complied; of several the first that was issued.</summary>
    internal static int Foremost(Scene scene)
    {
        var measures = DirectiveMeasures.Of(scene.Trace, scene.Progress);
        return scene.Roots.OrderByDescending(root => measures[root].Addressed - measures[root].Complied)
            .ThenBy(root => scene.Model.Directives[root].Issued).ThenBy(root => root).First();
    }

    /// <summary>Symbol and title of a directive.</summary>
    internal static string Title(Scene scene, int root)
    {
        var (symbol, title) = (scene.Papers.SymbolOf(root, scene.Trace.IssuerOf(root)),
            scene.Language.In(scene.Model.Directives[root].Source.Title).Trim());
        return title.Length == 0 ? symbol : $"{symbol}: {title}";
    }

    internal Section Make(string prefix)
    {
        var measures = DirectiveMeasures.Of(scene.Trace, scene.Progress);
        var lines = scene.Roots.GroupBy(root => scene.Model.Directives[root].Source.Series ?? scene.Model.Directives[root].Source.Id)
            .Select(series => series.ToList()).ToList();
        string Name(List<int> line) => line.Count == 1
            ? Title(scene, line[0])
            : $"{scene.Model.Directives[line[0]].Source.Series}  {Language.In(scene.Model.Directives[line[0]].Source.Title)} "
                + Language.In($"({line.Count} together)", $"({line.Count} văn bản)");
        int Sum(List<int> line, Func<DirectiveMeasures, int> count) => line.Sum(root => count(measures[root]));
        double Share(List<int> line, Func<DirectiveMeasures, int> count) =>
            Math.Round(100.0 * Sum(line, count) / Math.Max(1, Sum(line, each => each.Addressed)), 3);
        (string Name, string Colour, Func<DirectiveMeasures, int> Count)[] parts =
        [
            (Language.In("complied", "hoàn thành"), "complied", each => each.Complied),
            (Language.In("registered, not complied", "đã đăng ký, chưa hoàn thành"), "registered",
                each => Math.Max(0, each.Registered - each.Complied)),
            (Language.In("not registered", "chưa đăng ký"), "not-reached", each => each.Addressed - Math.Max(each.Registered,
                each.Complied)),
        ];
        var (looked, count) = (Title(scene, chosen), lines.Sum(line => line.Count));
        return new Section($"{prefix}directives", Language.In("The directives", "Các văn bản chỉ đạo"),
        [
            new Sentences(
                Language.In($"{count} directives were issued in this run.", $"Lần chạy này có {count} văn bản chỉ đạo."),
                isAsked
                    ? Language.In($"What follows looks at “{looked}”.", $"Các phần sau xét “{looked}”.")
                    : Language.In(
                        $"What follows looks at “{looked}”, of which most bodies have not complied; --directive chooses another.",
                        $"Các phần sau xét “{looked}”, văn bản còn nhiều cơ quan chưa hoàn thành nhất; --directive chọn văn bản khác.")),
            new Chart(
                $"{prefix}directives-states", Language.In("How far each has come", "Từng văn bản đã đến đâu"),
                Language.In("Share that complied: ", "Tỷ lệ hoàn thành: ") + string.Join(", ", lines.Select(
                    line => $"{scene.Model.Directives[line[0]].Source.Symbol ?? scene.Model.Directives[line[0]].Source.Id} "
                        + Language.Percent(Share(line, each => each.Complied) / 100))) + ".",
                new StackFigure
                {
                    Axis = Language.In("share of the addressed bodies", "tỷ lệ cơ quan phải nhận"),
                    IsShare = true,
                    Rows = [.. lines.Select(Name)],
                    Series =
                    [
                        .. parts.Select(part => new StackSeries(
                            part.Name, part.Colour, [.. lines.Select(line => (double)Sum(line, part.Count))])),
                    ],
                },
                new DataTable(
                    Language.In("Directives", "Văn bản chỉ đạo"),
                    [
                        new Column(Language.In("directive", "văn bản")), new Column(Language.In("issued", "ban hành")),
                        Column.Number(Language.In("addressed", "phải nhận")), Column.Number(Language.In("reached", "đã đến")),
                        Column.Number(Language.In("registered", "đã đăng ký")), Column.Number(Language.In("complied", "hoàn thành")),
                        Column.Number(Language.In("as the issuer knows it", "theo báo cáo")),
                    ],
                    [
                        .. lines.Select(line => (IReadOnlyList<string>)
                        [
                            Name(line), scene.Moment(line.Min(root => scene.Model.Directives[root].Issued)),
                            Language.Count(Sum(line, each => each.Addressed)), Language.Count(Sum(line, each => each.Reached)),
                            Language.Count(Sum(line, each => each.Registered)), Language.Count(Sum(line, each => each.Complied)),
                            Language.Count(Sum(line, each => each.ReportedComplied)),
                        ]),
                    ])),
        ]);
    }
}
