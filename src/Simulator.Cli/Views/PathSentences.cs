using System.Globalization;
using Simulator.Analysis.Paths;
using Simulator.Analysis.Statistics;
using Simulator.Analysis.Waits;
using Simulator.Cli.Words;

namespace Simulator.Cli.Views;

/// <summary>What there is to say of a critical path, in sentences.</summary>
internal sealed class PathSentences(
    Scene scene, PathEnd end, CriticalPath path, PathFrequencies? others, IReadOnlyDictionary<int, SiblingRank> ranks)
{
    private readonly LegWords words = new(scene);

    private Language Language => scene.Language;

    /// <summary>The minutes of the whole path by reason, in the order of the reasons.</summary>
    internal IEnumerable<WaitPart> Reasons() => path.Legs.SelectMany(each => each.Parts).GroupBy(part => part.Reason)
        .OrderBy(group => group.Key).Select(group => new WaitPart(group.Key, group.Sum(part => part.Minutes)));

    internal string[] All() => [.. Each().Where(sentence => sentence.Length > 0)];

    /// <summary>A share with its interval, such as <c>45 % (38 .. 52)</c>.</summary>
    internal static string Text(Estimate? share) => share is null || double.IsNaN(share.Value) ? "-" : string.Create(
        CultureInfo.InvariantCulture, $"{share.Value * 100:0} % ({share.Low * 100:0} .. {share.High * 100:0})");

    private IEnumerable<string> Each()
    {
        var legs = path.Legs.Count(each => each.Leg.Elapsed > 0);
        yield return End() + Language.In(
            $" The path has {legs} legs at {path.Through.Count} bodies.",
            $" Đường găng có {legs} chặng ở {path.Through.Count} cơ quan.");
        yield return Why();
        yield return Next();
        if (others is not null)
        {
            yield return Often();
            yield return Slow();
        }
    }

    private string End()
    {
        var (name, moment, length) = (scene.NameOf(path.Body), scene.Moment(path.End), Language.Length(path.Makespan));
        return end == PathEnd.Complied
            ? Language.In(
                $"The last to comply was {name}, at {moment}, {length} after the first signature.",
                $"Nơi hoàn thành cuối cùng là {name}, lúc {moment}, sau chữ ký đầu tiên {length}.")
            : path.IsOpen
                ? Language.In(
                    $"{name} has not closed; its last report so far was in at {moment}, {length} after the first signature.",
                    $"{name} chưa kết thúc; báo cáo gần nhất nhận lúc {moment}, sau chữ ký đầu tiên {length}.")
                : Language.In(
                    $"{name} closed at {moment}, {length} after the first signature.",
                    $"{name} kết thúc lúc {moment}, sau chữ ký đầu tiên {length}.");
    }

    private string Why()
    {
        if (path.Makespan == 0)
        {
            return "";
        }

        var most = Reasons().OrderByDescending(part => part.Minutes).Take(3)
            .Select(part => $"{Language.Length(part.Minutes)} {Language.Wait(part.Reason)}");
        var longest = path.Legs.MaxBy(each => each.Leg.Elapsed)!.Leg;
        return Language.In(
            $"Most of it: {string.Join(", ", most)}. The longest leg was '{words.What(longest)}' at {scene.NameOf(longest.Body)}, "
            + $"{100L * longest.Elapsed / path.Makespan} % of the whole.",
            $"Phần lớn: {string.Join(", ", most)}. Chặng dài nhất là '{words.What(longest)}' ở {scene.NameOf(longest.Body)}, "
            + $"bằng {100L * longest.Elapsed / path.Makespan} % của cả đường.");
    }

    private string Next() => end != PathEnd.Complied || path.Next is not { } next ? "" : Language.In(
        $"Without {scene.NameOf(path.Body)} the last would have been {scene.NameOf(next.Body)}, {Language.Length(next.Slack)} earlier.",
        $"Không kể {scene.NameOf(path.Body)}, nơi cuối cùng là {scene.NameOf(next.Body)}, sớm hơn {Language.Length(next.Slack)}.");

    private string Often()
    {
        var issuer = scene.Trace.IssuerOf(scene.OneRoot);
        var often = others!.Bodies.Where(each => each.Body != issuer).Take(3).ToList();
        return often.Count == 0 ? "" : Language.In(
            $"In {others.WithEnd:N0} other replications the path ran through ",
            $"Trong {others.WithEnd:N0} lần chạy khác, đường găng qua ")
            + string.Join(", ", often.Select(each => $"{scene.NameOf(each.Body)} {Text(each.Share)}")) + ".";
    }

    private string Slow()
    {
        var rank = ranks.TryGetValue(path.Body, out var found) && found.Of > 1
            ? Language.In(
                $" {scene.NameOf(path.Body)} was number {found.Rank} of {found.Of} under its superior, the slowest first.",
                $" {scene.NameOf(path.Body)} đứng thứ {found.Rank} trong {found.Of} cơ quan cùng cấp trên, tính từ chậm nhất.")
            : "";
        return others!.Directive is not { } standing ? rank : Language.In(
            $"{Text(standing.ShareSlower)} of these {standing.Replications:N0} were slower than this run.",
            $"{Text(standing.ShareSlower)} trong {standing.Replications:N0} lần đó chậm hơn lần này.") + rank;
    }
}
