using Simulator.Analysis.Measures;
using Simulator.Analysis.Reports;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>Who stands where: a bar for each level, and the bodies along the lines of command.</summary>
internal sealed class HierarchySection(RunSubject subject)
{
    private Language Language => subject.Language;

    internal Section Make()
    {
        var heads = StateTree.Of(subject.Model, subject.Root, subject.Scene.Trace.IssuerOf(subject.Root), subject.Progress);
        var list = new StateList(heads, subject.Scene.NameOf, MomentOf);
        var counted = Language.In(
            "Each line is a body with its own state; its bar shows the bodies below it, and itself. ",
            "Mỗi dòng là một cơ quan và trạng thái của cơ quan đó; thanh màu cho biết các cơ quan cấp dưới và chính nó. ");
        return new Section($"{subject.Prefix}hierarchy", Language.In("Who stands where", "Cơ quan nào đang ở đâu"),
        [
            ByLevel(),
            new Sentences(counted + (list.IsWhole
                ? Language.In("All bodies are here.", "Danh sách có đủ mọi cơ quan.")
                : Language.In(
                    $"The upper {Language.Count(list.Shown)} are here one by one; those below them are counted.",
                    $"{Language.Count(list.Shown)} cơ quan cấp trên được liệt kê từng cơ quan; cấp dưới được tính gộp."))),
            list,
        ]);
    }

    private Chart ByLevel()
    {
        var levels = subject.Directive.Reach.GroupBy(body => subject.Model.FactsOf(body).Level).OrderBy(level => level.Key)
            .Select(level => (
                Name: subject.LevelOf(level.First()),
                All: level.Count(),
                Counts: level.CountBy(body => subject.Progress.GetValueOrDefault(body)?.State ?? ProgressState.NotReached).ToDictionary()))
            .ToList();
        var states = ReportWords.States.Where(state => levels.Any(level => level.Counts.ContainsKey(state))).ToList();
        var words = levels.Select(level => string.Create(
            Numbers.Of(Language),
            $"{level.Name} {Language.Share(level.Counts.GetValueOrDefault(ProgressState.Complied), level.All)}"));
        return new Chart(
            $"{subject.Prefix}states", Language.In("States by level at the end of the run", "Trạng thái theo cấp khi kết thúc lần chạy"),
            Language.In("Share that complied, by level: ", "Tỷ lệ hoàn thành theo cấp: ") + string.Join(", ", words) + ".",
            new StackFigure
            {
                Axis = Language.In("share of the bodies of the level", "tỷ lệ trong số cơ quan của cấp"),
                IsShare = true,
                Rows = [.. levels.Select(level => level.Name)],
                Series =
                [
                    .. states.Select(state => new StackSeries(
                        Language.State(state), ReportWords.Colour(state),
                        [.. levels.Select(level => (double)level.Counts.GetValueOrDefault(state))])),
                ],
            },
            new DataTable(
                Language.In("Bodies by level and state", "Số cơ quan theo cấp và trạng thái"),
                [
                    new Column(Language.In("level", "cấp")), Column.Number(Language.In("addressed", "phải nhận")),
                    .. states.Select(state => Column.Number(Language.State(state))),
                ],
                [
                    .. levels.Select(level => (IReadOnlyList<string>)
                    [
                        level.Name, Language.Count(level.All),
                        .. states.Select(state => Language.Count(level.Counts.GetValueOrDefault(state))),
                    ]),
                ]));
    }

    private string MomentOf(StateNode node)
    {
        var own = subject.Progress.GetValueOrDefault(node.Body);
        var since = node.IsIssuer ? subject.Directive.Issued : node.State switch
        {
            ProgressState.Arrived => own!.ArrivedAt,
            ProgressState.Registered => own!.RegisteredAt,
            ProgressState.InProcess or ProgressState.Stalled => own!.HandledAt,
            ProgressState.Complied => own!.CompliedAt,
            _ => -1,
        };
        return since < 0 ? "" : subject.Scene.Moment(since);
    }
}
