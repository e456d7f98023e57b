using Simulator.Analysis.Hindcast;
using Simulator.Analysis.Measures;
using Simulator.Cli.Runs;
using Simulator.Cli.Words;
using Simulator.Kernel.Documents;
using Simulator.Scenarios;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>What a run came to, on one screen.</summary>
internal sealed class SummaryView(RunReport report, LoadResult loaded, Language language) : IView
{
    public object Json() => RunJson.Of(report);

    public void Print(IAnsiConsole console)
    {
        Head(console);
        foreach (var together in report.Measures.GroupBy(each => each.Directive.Source.Series ?? each.Directive.Source.Id))
        {
            var all = together.ToList();
            if (all.Count > 1)
            {
                SeriesLines.Print(console, report, all, language);
            }
            else
            {
                Directive(console, all[0]);
            }
        }

        InterventionLines.Print(console, report, language);
        Observed(console);
        Goals(console);
        Foot(console);
    }

    private void Head(IAnsiConsole console)
    {
        var source = report.Model.Source;
        console.Line($"{source.Scenario} · {source.Variant} · seed {report.Options.Seed}"
            + (report.Options.Replication > 0
                ? language.In($", replication {report.Options.Replication}", $", lần lặp {report.Options.Replication}")
                : ""));
        console.Line(language.In(loaded.Labels.Title));
        if (loaded.Labels.Restructured.En.Length > 0)
        {
            console.Line(language.In(loaded.Labels.Restructured));
        }

        var until = report.Until;
        console.Line(
            $"{report.Moment(0)} .. {report.Moment(until)}, {report.Model.Bodies.Count:N0} {language.In("bodies", "cơ quan")}, "
            + $"{report.Result.Entries:N0} {language.In("journal entries", "mục nhật ký")}");
        if (report.Fork is { } fork)
        {
            console.Line(language.In(
                $"a fork of run {fork.Digest}, from {report.Moment(fork.At)} on",
                $"rẽ nhánh từ lần chạy {fork.Digest}, kể từ {report.Moment(fork.At)}"));
        }

        console.Line();
    }

    private void Directive(IAnsiConsole console, DirectiveMeasures measures)
    {
        var directive = measures.Directive.Source;
        console.Line(
            $"{directive.Symbol ?? directive.Id}  {language.In(directive.Title)}".TrimEnd());
        console.Line(
            !report.IsIssued(measures.Directive)
                ? $"  {language.In("not issued in this run", "chưa ban hành trong lần chạy này")}"
                : $"  {language.In("issued", "ban hành")} {report.Moment(measures.Directive.Issued)}, "
                + (measures.CompletedAt < 0
                    ? language.In("not completed in this run", "chưa hoàn thành trong lần chạy này")
                    : $"{Completion(measures)} {report.Moment(measures.CompletedAt)}"));
        if (!report.IsIssued(measures.Directive))
        {
            console.Line();
            return;
        }

        string[] content = report.Model.FollowsContent ? [">" + language.In("content", "nội dung")] : [];
        var table = Terminal.Table(
        [
            language.In("  level", "  cấp"), ">" + language.In("addressed", "phải nhận"),
            ">" + language.In("reached", "đã đến"), ">" + language.In("registered", "đã đăng ký"),
            ">" + language.In("complied", "hoàn thành"), ">" + language.In("median to arrive", "trung vị đến"),
            .. content,
        ]);
        foreach (var level in Levels(measures))
        {
            table.Row(level);
        }

        console.Write(table);
        console.Line(
            $"  {language.In("as the issuer knows it", "theo báo cáo về nơi ban hành")}: "
            + $"{measures.ReportedComplied:N0} {language.In("complied", "hoàn thành")} "
            + $"({language.In("truly", "thực tế")} {measures.Complied:N0} / {measures.Addressed:N0})");
        TakenForNew(console, measures);
        FollowedUp(console, measures);
        News(console, measures);
        FlightLines.Print(console, report, report.RootOf(measures), language);
        ChannelLines.Print(console, report, report.RootOf(measures), language);
        States(console, measures);
        Reports(console, measures);
        console.Line();
    }

    /// <summary>Why the issuer may know of more bodies than there are.</summary>
    private void TakenForNew(IAnsiConsole console, DirectiveMeasures measures)
    {
        if (measures.TakenForNew > 0)
        {
            console.Line(
                $"  {language.In("second papers taken for new directives", "văn bản đến lần hai bị coi là văn bản mới")}: "
                + $"{measures.TakenForNew:N0} "
                + language.In("(what they report is counted again)", "(số báo cáo bị tính lại)"));
        }
    }

    /// <summary>How long after an event each level had a flash report of it, where there was any.</summary>
    private void News(IAnsiConsole console, DirectiveMeasures measures)
    {
        var levels = FlashNews.Read(report.Trace, report.RootOf(measures), report.Until).ByLevel(report.Trace);
        if (levels.Count > 0)
        {
            console.Line(
                $"  {language.In("flash reports, median after the event", "báo cáo nhanh, trung vị sau sự việc")}: "
                + string.Join(", ", levels.Reverse().Select(
                    level => $"{level.Level} {Lengths.Of((int)Math.Round(level.Hours * 60))}")));
        }
    }

    /// <summary>The four states, where any assignment has a due date.</summary>
    private void States(IAnsiConsole console, DirectiveMeasures measures)
    {
        if (measures.Directive.Source.Assignments.Any(assignment => assignment.Due is not null))
        {
            var root = report.RootOf(measures);
            var states = StateCounts.ByLevel(report.Model, root, report.Progress[root], report.Until)
                .Aggregate(default(StateCounts), (sum, level) => sum + level.Counts);
            console.Line($"  {ReportsView.InWords(states, language)}");
        }
    }

    /// <summary>Truth and report level by level, where they differ by design or figures come every day.</summary>
    private void Reports(IAnsiConsole console, DirectiveMeasures measures)
    {
        if (!report.Model.FollowsContent && !report.HasOtherFigures)
        {
            return;
        }

        var root = report.RootOf(measures);
        if ((report.Model.FollowsContent && report.Reports[root].Count > 0)
            || report.Reports[root].Any(each => each.Claimed != each.Known || each.Number > 0))
        {
            console.Line();
            console.Write(ReportsView.Table(report.ReportsByLevel(root), language));
        }
    }

    private void FollowedUp(IAnsiConsole console, DirectiveMeasures measures)
    {
        if (measures.RemindersSent + measures.Inspected + measures.Resumed > 0)
        {
            console.Line(
                $"  {language.In("followed up", "đôn đốc, kiểm tra")}: "
                + $"{language.In("reminders", "đôn đốc")} {measures.RemindersSent:N0}, "
                + $"{language.In("inspections", "kiểm tra")} {measures.Inspected:N0}, "
                + $"{language.In("resumed", "khởi động lại")} {measures.Resumed:N0}");
        }
    }

    private string Completion(DirectiveMeasures measures)
    {
        var root = report.RootOf(measures);
        var issuer = report.Progress[root][report.Trace.IssuerOf(root)];
        return issuer.Flight is { IsWithdrawn: true }
            ? language.In("superseded or recalled", "bị thay thế hoặc thu hồi")
            : issuer.ClosedByCutOff
            ? language.In("closed by its cut-off", "khóa sổ báo cáo")
            : language.In("all reports in", "đủ báo cáo");
    }

    private IEnumerable<string[]> Levels(DirectiveMeasures measures)
    {
        var root = report.RootOf(measures);
        var progress = report.Progress[root];
        foreach (var level in measures.Directive.Reach.GroupBy(body => report.Model.FactsOf(body).Level)
            .OrderBy(level => level.Key))
        {
            var reached = level.Select(body => progress.GetValueOrDefault(body)).OfType<BodyProgress>()
                .Where(body => body.ArrivedAt >= 0).ToList();
            var delay = measures.MedianDelays.FirstOrDefault(each => each.Level == report.Model.Source.Levels[level.Key]);
            yield return
            [
                $"  {report.Model.Source.Levels[level.Key]}", $"{level.Count():N0}", $"{reached.Count:N0}",
                $"{reached.Count(body => body.RegisteredAt >= 0):N0}",
                $"{reached.Count(body => body.CompliedAt >= 0):N0}",
                delay is null ? "-" : Lengths.Of((int)Math.Round(delay.Hours * 60)),
                .. measures.ContentByLevel.Where(each => each.Level == report.Model.Source.Levels[level.Key])
                    .Select(each => $"{each.Share * 100:0.0}%"),
            ];
        }
    }

    private void Observed(IAnsiConsole console)
    {
        if (report.Predictions.Count == 0)
        {
            return;
        }

        console.Line(language.In(
            $"What {report.Replications} runs predict for the papers that are known",
            $"{report.Replications} lần chạy dự đoán cho các văn bản đã biết"));
        var table = Terminal.Table(
            language.In("  paper", "  văn bản"), language.In("real date", "ngày thật"),
            language.In("median", "trung vị"), language.In("90% band", "khoảng 90%"),
            ">" + language.In("percentile", "bách phân vị"), "~");
        foreach (var prediction in report.Predictions)
        {
            table.Row(
                $"  {prediction.Paper.Symbol ?? prediction.Paper.Body}{(prediction.Paper.IsArrival ? " →" : "")}",
                HindcastLines.Real(prediction), prediction.Median?.ToString().Replace('T', ' ') ?? "-",
                prediction.Low is null ? "-" : $"{prediction.Low?.Date} .. {prediction.High?.Date}",
                report.IsOfBase && prediction.Percentile is { } percentile ? $"{percentile:0}" : "-",
                    HindcastLines.Verdict(prediction, report.IsOfBase, language));
        }

        console.Write(table);
        if (!report.IsOfBase)
        {
            console.Line(language.In(
                "  The real dates are of the scenario as it stands. This run is of another, and is not held against them.",
                "  Ngày thật ứng với kịch bản gốc. Lần chạy này khác kịch bản gốc nên không so với ngày thật."));
        }

        console.Line();
    }

    private void Goals(IAnsiConsole console)
    {
        if (report.Goals.Count == 0)
        {
            return;
        }

        console.Line(language.In("Goals", "Mục tiêu"));
        var table = Terminal.Table("", "", "");
        table.ShowHeaders = false;
        foreach (var goal in report.Goals)
        {
            var names = goal.Goal is { Directive: null, Desk: null } && report.Model.Directives.Count > 1;
            var name = names ? $" ({goal.Directive.Source.Id})" : "";
            table.Row(
                $"  {goal.Goal.Text}{name}",
                !goal.IsTogether && !report.IsIssued(goal.Directive) ? language.In("not issued", "chưa ban hành")
                    : goal.IsMet ? language.In("met", "đạt") : language.In("not met", "chưa đạt"),
                GoalLines.Of(goal, report.Moment, language));
        }

        console.Write(table);
        console.Line();
    }

    private void Foot(IAnsiConsole console)
    {
        console.Line($"digest {report.Result.Digest}");
        console.Line(report.WasThere
            ? language.In(
                $"The same run was kept before, in {report.Folder}",
                $"Lần chạy này đã có trong {report.Folder}")
            : language.In($"Run kept in {report.Folder}", $"Đã lưu vào {report.Folder}"));
        console.Line(language.In(
            "Look closer: simulator show --view tree | waterfall | stalls, or --view why --to BODY",
            "Xem tiếp: simulator show --view tree | waterfall | stalls, hoặc --view why --to CƠ-QUAN"));
    }
}
