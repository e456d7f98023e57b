using Simulator.Analysis.Measures.Coverage;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Waits;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>Several runs beside each other: the same numbers, a column for each run.</summary>
/// <param name="subjects">The runs, the same directive of each.</param>
/// <param name="names">What each is called.</param>
internal sealed class SideBySideSection(IReadOnlyList<RunSubject> subjects, IReadOnlyList<string> names)
{
    private Language Language => subjects[0].Language;

    internal Section Make() => new(
        "side-by-side", Language.In("Side by side", "Đặt cạnh nhau"),
        [
            new Sentences([.. subjects.Select(InWords)]),
            new DataTable(
                Language.In("The runs", "Các lần chạy"),
                [new Column(""), .. names.Select(Column.Number)],
                [
                    Row(Language.In("addressed", "phải nhận"), each => Language.Count(each.Measures.Addressed)),
                    Row(Language.In("reached", "đã đến"), each => Language.Count(each.Measures.Reached)),
                    Row(Language.In("registered", "đã đăng ký"), each => Language.Count(each.Measures.Registered)),
                    Row(Language.In("complied", "hoàn thành"), each => Language.Count(each.Measures.Complied)),
                    Row(Language.In("as the issuer knows it", "theo báo cáo"), each => Language.Count(each.Measures.ReportedComplied)),
                    Row(Language.In("median to register", "trung vị đến khi đăng ký"), each => Median(each, TimeTo.Register)),
                    Row(Language.In("median to comply", "trung vị đến khi hoàn thành"), each => Median(each, TimeTo.Comply)),
                    Row(Language.In("the last after", "nơi cuối cùng sau"), each => each.Path is { } path
                        ? Language.Length(path.Makespan) : "-"),
                    Row(Language.In("the last was", "nơi cuối cùng là"), each => each.Path is { } path
                        ? each.Scene.NameOf(path.Body) : "-"),
                    Row(Language.In("waited most for", "chờ nhiều nhất"), Most),
                    Row(Language.In("does not go on at", "số nơi chưa đi tiếp"), each => Language.Count(each.HoldUps.Count)),
                    Row(Language.In("goals met", "mục tiêu đạt"), Goals),
                ]),
            Curves("registered", step => step.Registered, Language.In("Share that has registered it", "Tỷ lệ đã đăng ký")),
            Curves("complied", step => step.Complied, Language.In("Share that has complied", "Tỷ lệ hoàn thành")),
        ]);

    private string InWords(RunSubject subject, int place)
    {
        var share = Language.Percent((double)subject.Measures.Complied / Math.Max(1, subject.Measures.Addressed));
        var last = subject.Path is not { } path ? "" : Language.In(
            $", the last of them {Language.Length(path.Makespan)} after the issue",
                $", nơi cuối cùng sau khi ban hành {Language.Length(path.Makespan)}");
        return Language.In(
            $"{names[place]}: {Language.Count(subject.Measures.Complied)} of {Language.Count(subject.Measures.Addressed)} "
                + $"({share}) complied{last}.",
            $"{names[place]}: {Language.Count(subject.Measures.Complied)} trên "
                + $"{Language.Count(subject.Measures.Addressed)} ({share}) hoàn thành{last}.");
    }

    private IReadOnlyList<string> Row(string head, Func<RunSubject, string> cell) => [head, .. subjects.Select(cell)];

    private string Median(RunSubject subject, TimeTo to)
    {
        var sample = new DelayReader(subject.Scene.Trace, subject.Scene.Progress).All([subject.Root]).Times[(int)to].Elapsed;
        return sample.Quantile(5000) is { } minutes ? Language.Length((int)Math.Round(minutes)) : "-";
    }

    private string Most(RunSubject subject)
    {
        var sum = WaitTable.Together(subject.Waits.Bodies);
        var most = sum.Parts.Where(part => part.Reason != WaitReason.Work).OrderByDescending(part => part.Minutes).FirstOrDefault();
        return most.Minutes == 0 ? "-" : $"{Language.Wait(most.Reason)} ({Language.Percent((double)most.Minutes / sum.Elapsed)})";
    }

    private string Goals(RunSubject subject)
    {
        var goals = GoalsSection.Asked(subject).ToList();
        return goals.Count == 0 ? "-" : $"{goals.Count(goal => goal.IsMet)} / {goals.Count}";
    }

    private Chart Curves(string id, Func<CoverageStep, int> count, string title)
    {
        int[] shares = [25, 50, 75, 90, 100];
        return new Chart(
            $"side-by-side-{id}", title,
            Language.In("At the end of each run: ", "Khi kết thúc mỗi lần chạy: ") + string.Join(", ", subjects.Select((each, place) =>
                $"{names[place]} {Language.Percent((double)count(each.Curve.Steps[^1]) / Math.Max(1, each.Curve.Addressed))}")) + ".",
            new StairsFigure
            {
                Axis = Language.In("% of the addressed bodies", "% cơ quan phải nhận"),
                Time = Language.In("days since the issue", "số ngày kể từ khi ban hành"),
                Series =
                [
                    .. subjects.Select((each, place) => new StairsSeries(names[place], CoverageSection.Points(
                        each, each.Curve, count, Math.Min(each.Scene.At, subjects.Max(
                            other => other.Curve.Steps[^1].At - other.Directive.Issued) + each.Directive.Issued)))),
                ],
            },
            new DataTable(
                title,
                [new Column(Language.In("share", "tỷ lệ")), .. names.Select(Column.Number)],
                [.. shares.Select(share => (IReadOnlyList<string>)[$"{share} %", .. subjects.Select(each => When(each, count,
                    share))])]));
    }

    private string When(RunSubject subject, Func<CoverageStep, int> count, int percent)
    {
        foreach (var step in subject.Curve.Steps)
        {
            if (100L * count(step) >= (long)percent * subject.Curve.Addressed)
            {
                return Language.Length(step.At - subject.Directive.Issued);
            }
        }

        return "-";
    }
}
