using Simulator.Analysis.Measures.Delays;
using Simulator.Cli.Words;

namespace Simulator.Cli.Views;

/// <summary>A histogram of times in text: a bar for all, and a number for each group where there are few.</summary>
internal sealed class HistogramLines(Language language)
{
    private const int Bar = 50;
    private const int MostGroups = 6;

    internal IEnumerable<string> Of(DelayGroup all, IReadOnlyList<DelayGroup> groups, TimeTo to, bool isWhole)
    {
        var sample = all.Times[(int)to].Elapsed;
        var words = new DelayWords(language);
        yield return language.In(
            $"  time to {words.To(to)} from the issue, {Count(sample.Bodies)}",
            $"  thời gian từ khi ban hành đến khi {words.To(to)}, {sample.Bodies:N0} cơ quan");
        if (sample.Happened == 0)
        {
            yield return language.In("  no body has got there in this run", "  chưa cơ quan nào xong trong lần chạy này");
            yield break;
        }

        var histogram = Histogram.Of(sample.Minutes);
        var apart = isWhole && groups.Count is > 1 and <= MostGroups
            ? groups.Where(group => group.Times[(int)to].Elapsed.Bodies > 0).ToList() : [];
        var counts = apart.Select(group => histogram.Count(group.Times[(int)to].Elapsed.Minutes)).ToList();
        var widths = apart.Select(group => Math.Max(group.Name.Length, $"{group.Bodies:N0}".Length)).ToList();
        var most = Math.Max(histogram.Counts.Max(), sample.NotHappened);
        if (apart.Count > 0)
        {
            yield return $"{"",25}{string.Join("  ", apart.Select((group, place) => group.Name.PadLeft(widths[place])))}";
        }

        for (var place = 0; place < histogram.Counts.Count; place++)
        {
            var (from, count) = (histogram.From + (place * histogram.Width), histogram.Counts[place]);
            yield return Line(
                $"{Border(from),10} .. {Border(from + histogram.Width),-9}", counts.Select(each => each[place]),
                count);
        }

        if (sample.NotHappened > 0)
        {
            yield return Line(
                $"{language.In("not in this run", "chưa có"),23}",
                apart.Select(group => group.Times[(int)to].Elapsed.NotHappened), sample.NotHappened);
        }

        string Line(string stretch, IEnumerable<int> numbers, int count)
        {
            var columns = string.Join("  ", numbers.Select((number, place) =>
                (number == 0 ? "." : $"{number:N0}").PadLeft(widths[place])));
            var bar = count == 0 ? "" : new string('█', Math.Max(1, (int)((long)count * Bar / most)));
            return $"{stretch}  {columns}{(columns.Length > 0 ? "  " : "")}{bar} {count:N0}".TrimEnd();
        }
    }

    /// <summary>Stretches begin and end at whole days, hours or minutes.</summary>
    private static string Border(int minutes) =>
        minutes == 0 ? "0"
        : minutes % 1440 == 0 ? $"{minutes / 1440} d"
        : minutes % 60 == 0 ? minutes < 1440 ? $"{minutes / 60} h" : $"{minutes / 1440} d {minutes / 60 % 24} h"
        : Lengths.Of(minutes);

    private static string Count(int bodies) => bodies == 1 ? "1 body" : $"{bodies:N0} bodies";
}
