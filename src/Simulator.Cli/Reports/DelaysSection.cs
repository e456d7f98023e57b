using Simulator.Analysis.Measures.Delays;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>How long bodies took, level by level: quantiles, and how the times to comply are spread.</summary>
internal sealed class DelaysSection(RunSubject subject)
{
    private readonly DelayWords words = new(subject.Language);

    private Language Language => subject.Language;

    internal Section Make() => new(
        $"{subject.Prefix}delays", Language.In("How long it took", "Mất bao lâu"), [Quantiles(), Spread()]);

    private Chart Quantiles()
    {
        var rows = subject.Delays.SelectMany(level => level.Times.Where(times => times.Elapsed.Bodies > 0)
            .Select(times => (Level: subject.Words.Level(level.Name), times.To, times.Elapsed, times.InHours))).ToList();
        var said = rows.Where(row => row.To == TimeTo.Register)
            .Select(row => $"{row.Level} {Text(row.Elapsed.Quantile(5000))}");
        return new Chart(
            $"{subject.Prefix}delays-quantiles",
            Language.In("Time from the issue, by level", "Thời gian kể từ khi ban hành, theo cấp"),
            Language.In("Median time to register: ", "Trung vị thời gian đến khi đăng ký: ") + string.Join(", ", said) + ".",
            new RangesFigure
            {
                Axis = Language.In("days since the issue", "số ngày kể từ khi ban hành"),
                Range = Language.In("from 10 % to 90 % of the bodies", "từ 10 % đến 90 % số cơ quan"),
                Middle = Language.In("median", "trung vị"),
                Mark = Language.In("the last", "nơi cuối cùng"),
                Rows =
                [
                    .. rows.Select(row => new RangeRow(
                        $"{row.Level}: {words.To(row.To)}", Days(row.Elapsed.Quantile(1000)), Days(row.Elapsed.Quantile(5000)),
                        Days(row.Elapsed.Quantile(9000) ?? row.Elapsed.Longest), Days(row.Elapsed.Longest))
                    {
                        IsOpen = row.Elapsed.Quantile(9000) is null && row.Elapsed.Happened > 0,
                    }),
                ],
            },
            new DataTable(
                Language.In("Time from the issue", "Thời gian kể từ khi ban hành"),
                [
                    new Column(Language.In("level", "cấp")), new Column(Language.In("time to", "đến khi")),
                    Column.Number(Language.In("bodies", "cơ quan")), Column.Number(Language.In("not yet", "chưa")),
                    Column.Number("10 %"), Column.Number(Language.In("median", "trung vị")), Column.Number("90 %"),
                    Column.Number(Language.In("last", "cuối cùng")),
                    Column.Number(Language.In("in hours: median", "trong giờ: trung vị")),
                ],
                [
                    .. rows.Select(row => (IReadOnlyList<string>)
                    [
                        row.Level, words.To(row.To), Language.Count(row.Elapsed.Bodies), Language.Count(row.Elapsed.NotHappened),
                        Text(row.Elapsed.Quantile(1000)), Text(row.Elapsed.Quantile(5000)), Text(row.Elapsed.Quantile(9000)),
                        Text(row.Elapsed.Quantile(10_000)),
                        row.InHours.Quantile(5000) is { } hours ? Language.Length((int)Math.Round(hours)) : "-",
                    ]),
                ])
            {
                Note = Language.In(
                    "-: not in this run. Bodies that did not get there count as later than all others. In hours: minutes in which the "
                        + "body's office is at work for such a paper.",
                    "-: chưa có trong lần chạy này. Cơ quan chưa xong được tính là muộn hơn mọi cơ quan khác. Trong giờ: số phút cơ quan "
                        + "làm việc với loại văn bản này."),
            });
    }

    private static double? Days(double? minutes) => minutes is { } known ? Math.Round(known / 1440, 4) : null;

    private string Text(double? minutes) => minutes is { } known ? Language.Length((int)Math.Round(known)) : "-";

    /// <summary>The times of the farthest that any body has come to.</summary>
    private Chart Spread()
    {
        var to = new[] { TimeTo.Comply, TimeTo.Register, TimeTo.Reach }.FirstOrDefault(
            each => subject.Delays.Any(level => level.Times[(int)each].Elapsed.Happened > 0), TimeTo.Comply);
        var levels = subject.Delays.Select(level => (Name: subject.Words.Level(level.Name), level.Times[(int)to].Elapsed)).ToList();
        var all = Histogram.Of([.. levels.SelectMany(level => level.Elapsed.Minutes)]);
        string[] bins = [.. all.Counts.Select((_, place) => Bin(all, place))];
        var (largest, whole) = (all.Counts.Index().MaxBy(each => each.Item), all.Counts.Sum());
        return new Chart(
            $"{subject.Prefix}delays-spread", Language.In($"Bodies by their time to {words.To(to)}",
                $"Số cơ quan theo thời gian đến khi {words.To(to)}"),
            whole == 0 ? Language.In("Nobody has.", "Chưa có cơ quan nào.") : Language.In(
                $"The most, {Language.Count(largest.Item)} of {Language.Count(whole)}, took {bins[largest.Index]}.",
                $"Nhiều nhất, {Language.Count(largest.Item)} trên {Language.Count(whole)} cơ quan, mất {bins[largest.Index]}."),
            new ColumnsFigure
            {
                Axis = Language.In("bodies", "số cơ quan"),
                Time = Language.In($"time from the issue to {words.To(to)}", $"thời gian từ khi ban hành đến khi {words.To(to)}"),
                Columns = bins,
                Series =
                [
                    .. levels.Select(level => new StackSeries(
                        level.Name, null, [.. all.Count(level.Elapsed.Minutes).Select(count => (double)count)])),
                ],
            },
            new DataTable(
                Language.In("Bodies by time", "Số cơ quan theo thời gian"),
                [new Column(Language.In("time", "thời gian")), .. levels.Select(level => Column.Number(level.Name))],
                [
                    .. bins.Select((bin, place) => (IReadOnlyList<string>)
                    [
                        bin, .. levels.Select(level => Language.Count(all.Count(level.Elapsed.Minutes)[place])),
                    ]),
                ]));
    }

    /// <summary>Such as <c>2–3 d</c>; borders in the largest unit that makes all of them whole.</summary>
    private string Bin(Histogram all, int place)
    {
        var (from, to) = (all.From + (place * all.Width), all.From + ((place + 1) * all.Width));
        var (unit, name) = all.Width % 1440 == 0 && all.From % 1440 == 0 ? (1440, Language.In("d", "ngày"))
            : all.Width % 60 == 0 && all.From % 60 == 0 ? (60, Language.In("h", "giờ"))
            : (1, Language.In("m", "phút"));
        return $"{Language.Count(from / unit)}–{Language.Count(to / unit)} {name}";
    }
}
