using Simulator.Analysis.Measures.Coverage;
using Simulator.Analysis.Reports;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>How many had got how far by when: of all, and by level.</summary>
internal sealed class CoverageSection(RunSubject subject)
{
    /// <summary>So many steps of a curve are drawn.</summary>
    internal const int MostSteps = 240;

    private const int MostRows = 30;

    private Language Language => subject.Language;

    internal Section Make() => new(
        $"{subject.Prefix}coverage", Language.In("How far it had come by when", "Đến khi nào thì đến đâu"),
        [All(), ByLevel(step => step.Registered, "registered"), ByLevel(step => step.Complied, "complied")]);

    /// <summary>A curve as it is drawn, in percent of those addressed.</summary>
    internal static IReadOnlyList<double[]> Points(RunSubject subject, CoverageCurve curve, Func<CoverageStep, int> count, int until)
    {
        List<int> ticks = [.. curve.Steps.Select(step => step.At)];
        if (ticks[^1] < until)
        {
            ticks.Add(until);
        }

        return
        [
            .. ThinnedStairs.Ticks(ticks, MostSteps).Select(tick => new[]
            {
                subject.Days(tick), Percent(count(curve.At(tick)), curve.Addressed),
            }),
        ];
    }

    private static double Percent(int count, int of) => of == 0 ? 0 : Math.Round(100.0 * count / of, 3);

    /// <summary>The last tick at which anything changes, and a little after it.</summary>
    private int Until => Math.Min(subject.Scene.At, Math.Max(subject.Curve.Steps[^1].At, subject.Known[^1].At) + 60);

    private Chart All()
    {
        var (curve, known) = (subject.Curve, subject.Known);
        (string Name, Func<CoverageStep, int> Count)[] states =
        [
            (Language.In("reached", "đã đến"), step => step.Reached),
            (Language.In("registered", "đã đăng ký"), step => step.Registered),
            (Language.In("complied", "hoàn thành"), step => step.Complied),
            (Language.In("report in", "báo cáo đã đến"), step => step.Reported),
        ];
        var told = Language.In("complied as the issuer knows it", "hoàn thành theo báo cáo về nơi ban hành");
        var end = curve.Steps[^1];
        var ticks = ThinnedStairs.Ticks([.. known.Select(step => step.At), .. known[^1].At < Until ? [Until]
            : Array.Empty<int>()], MostSteps);
        return new Chart(
            $"{subject.Prefix}coverage-all", Language.In("Share of the addressed bodies", "Tỷ lệ cơ quan phải nhận"),
            Language.In("At the end: ", "Khi kết thúc: ")
                + string.Join(", ", states.Select(state => $"{state.Name} {Share(state.Count(end), curve.Addressed)}")) + ". "
                + Half(curve),
            new StairsFigure
            {
                Axis = Language.In("% of the addressed bodies", "% cơ quan phải nhận"),
                Time = Language.In("days since the issue", "số ngày kể từ khi ban hành"),
                Series =
                [
                    .. states.Select(state => new StairsSeries(state.Name, Points(subject, curve, state.Count, Until))),
                    new StairsSeries(told, [.. ticks.Select(tick => new[] { subject.Days(tick), Percent(KnownAt(tick),
                        curve.Addressed) })])
                    {
                        IsTold = true,
                    },
                ],
            },
            new DataTable(
                Language.In("How many by when", "Số cơ quan theo thời điểm"),
                [
                    new Column(Language.In("moment", "thời điểm")), .. states.Select(state => Column.Number(state.Name)),
                    Column.Number(told),
                ],
                [
                    .. ThinnedStairs.Ticks([.. curve.Steps.Select(step => step.At)], MostRows).Select(tick => (IReadOnlyList<string>)
                    [
                        subject.Scene.Moment(tick), .. states.Select(state => Language.Count(state.Count(curve.At(tick)))),
                        Language.Count(KnownAt(tick)),
                    ]),
                ]));
    }

    private int KnownAt(int tick) => subject.Known.Last(step => step.At <= tick).Complied;

    private string Half(CoverageCurve curve)
    {
        var half = curve.Steps.FirstOrDefault(step => 2 * step.Registered >= curve.Addressed);
        return half.Registered == 0 ? "" : Language.In(
            $"Half had registered it {Language.Length(half.At - subject.Directive.Issued)} after the issue.",
            $"Một nửa đã đăng ký sau khi ban hành {Language.Length(half.At - subject.Directive.Issued)}.");
    }

    private string Share(int count, int of) => Language.Share(count, of);

    private Chart ByLevel(Func<CoverageStep, int> count, string what)
    {
        var (done, curves) = (what == "registered" ? Language.In("registered", "đã đăng ký") : Language.In("complied", "hoàn thành"),
            subject.CurvesByLevel);
        string[] quarters = ["25 %", "50 %", "75 %", "90 %", "100 %"];
        int[] shares = [25, 50, 75, 90, 100];
        return new Chart(
            $"{subject.Prefix}coverage-{what}",
                Language.In($"Share that {(what == "registered" ? "has registered it" : "has complied")}, by level",
                $"Tỷ lệ {done}, theo cấp"),
            Language.In($"At the end, {done}: ", $"Khi kết thúc, {done}: ") + string.Join(", ", curves.Select(
                curve => $"{subject.Words.Level(curve.Name)} {Share(count(curve.Steps[^1]), curve.Addressed)}")) + ".",
            new StairsFigure
            {
                Axis = Language.In("% of the level", "% của cấp"),
                Time = Language.In("days since the issue", "số ngày kể từ khi ban hành"),
                Series =
                [
                    .. curves.Select(curve => new StairsSeries(
                        subject.Words.Level(curve.Name), Points(subject, curve, count, Until))),
                ],
            },
            new DataTable(
                Language.In($"When so many of a level had {done}", $"Khi nào từng phần của cấp đã {done}"),
                [new Column(Language.In("level", "cấp")), .. quarters.Select(Column.Number)],
                [
                    .. curves.Select(curve => (IReadOnlyList<string>)
                    [
                        subject.Words.Level(curve.Name), .. shares.Select(share => When(curve, count, share)),
                    ]),
                ]));
    }

    private string When(CoverageCurve curve, Func<CoverageStep, int> count, int percent)
    {
        foreach (var step in curve.Steps)
        {
            if (100L * count(step) >= (long)percent * curve.Addressed)
            {
                return subject.Scene.Moment(step.At);
            }
        }

        return Language.In("not in this run", "chưa có trong lần chạy này");
    }
}
