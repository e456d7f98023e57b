using Simulator.Analysis.Blame;
using Simulator.Cli.Words;
using Simulator.Kernel.Office;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>
/// What each waiting really caused: by how much earlier bodies would have been without it, place by place and group by
/// group, from runs that were played again.
/// </summary>
internal sealed class BlameView(Scene scene, BlameRequest request, Blamed blamed, int top) : IView
{
    private const int NamesInASentence = 3;
    private readonly BlameWords words = new(scene);

    /// <summary>Those that never came to the milestone, which no removal of a wait may bring there.</summary>
    private readonly Lazy<IReadOnlyList<NeverThere>> never = new(() => NeverThere.Of(
        scene.Trace, request.Root, scene.Progress[request.Root], scene.At, request.By,
        blamed.Reach.Where((_, place) => blamed.AsItWas.Of(request.By)[place] < 0)));

    private Language Language => scene.Language;

    public void Print(IAnsiConsole console)
    {
        console.Line(scene.TitleOf(request.Root));
        console.Line(AsItWas());
        if (never.Value.Count > 0)
        {
            console.Line(words.Never(request.By, never.Value, isRest: Times(request.By).Length > 0));
        }
        console.Line();
        if (!blamed.Places.Concat(blamed.Groups).Any(IsSeen))
        {
            console.Line(Language.In(
                "Nothing that was taken away made a difference.", "Bỏ bất kỳ khâu chờ nào cũng không thay đổi gì."));
        }

        Table(console, Language.In("one place at a time", "từng nơi một"), blamed.Places);
        Table(console, Language.In("many places at once", "nhiều nơi cùng lúc"), blamed.Groups);
        Table(console, Language.In("one after another", "lần lượt từng khâu"), blamed.Sequence);
        foreach (var sentence in Sentences())
        {
            console.Line(sentence);
        }
    }

    public object Json() => new
    {
        Directive = scene.Model.Directives[request.Root].Source.Id,
        By = request.By.ToString().ToLowerInvariant(),
        Bodies = blamed.Reach.Count,
        AsItWas = Enum.GetValues<Milestone>().ToDictionary(
            each => each.ToString().ToLowerInvariant(),
            each => new { Bodies = Times(each).Length, Last = LastOf(each), Median = MedianOf(each) }),
        blamed.AsItWas.InTime,
        Never = never.Value.Select(each => new
        {
            Body = scene.IdOf(each.Body),
            Why = each.HoldUp is { } held && each.Reason == NeverReason.HeldUp ? held.Cause.ToString() : each.Reason.ToString(),
            Step = each.HoldUp is { Step: not Step.None } at ? at.Step.ToString() : null,
        }),
        Places = blamed.Places.Select(JsonOf),
        Groups = blamed.Groups.Select(JsonOf),
        Second = blamed.Second is { } second ? JsonOf(second.Removal) : null,
        FirstTwo = blamed.FirstTwo is { } two ? JsonOf(two) : null,
        Sequence = blamed.Sequence.Select(JsonOf),
        SequenceTogether = blamed.SequenceTogether is { } all ? JsonOf(all) : null,
        blamed.Runs,
        NotLookedInto = blamed.NotLookedInto.Select(JsonOf),
        Sentences = Sentences(),
    };

    private object JsonOf(Effect effect) => new
    {
        Without = JsonOf(effect.Removal),
        Registered = JsonOf(effect.By(Milestone.Registered)),
        Complied = JsonOf(effect.By(Milestone.Complied)),
        Reported = JsonOf(effect.By(Milestone.Reported)),
        effect.InTime,
        effect.IsCrowded,
    };

    private object JsonOf(Removal removal) => new
    {
        What = removal.What.ToString(),
        Post = removal.Post?.ToString(),
        Extent = removal.Extent.ToString(),
        removal.Name,
        Bodies = removal.Bodies.Count,
        Of = removal.Extent == Extent.Part ? removal.Bodies.Select(scene.IdOf) : null,
    };

    private object JsonOf(Shift shift) => new
    {
        shift.Before,
        shift.After,
        LastEarlierMinutes = shift.Last,
        LastAt = scene.Iso(shift.LastAt),
        MedianEarlierMinutes = shift.Median,
        Gained = shift.Gained.Select(place => scene.IdOf(blamed.Reach[place])),
        Lost = shift.Lost.Select(place => scene.IdOf(blamed.Reach[place])),
    };

    private string AsItWas()
    {
        var done = Times(request.By);
        var issued = scene.Model.Directives[request.Root].Issued;
        return done.Length == 0
            ? Language.In(
                $"as it was: none of {blamed.Reach.Count:N0} bodies {words.Done(request.By)}",
                $"thực tế: chưa cơ quan nào trong {blamed.Reach.Count:N0} {words.Done(request.By)}")
            : Language.In(
                $"as it was: {done.Length:N0} of {blamed.Reach.Count:N0} bodies {words.Done(request.By)}, half of them by "
                + $"{scene.Moment(done[(done.Length - 1) / 2])}, the last at {scene.Moment(done[^1])}, "
                + $"{Lengths.Of(done[^1] - issued)} after the issue",
                $"thực tế: {done.Length:N0} trong {blamed.Reach.Count:N0} cơ quan {words.Done(request.By)}, một nửa trước "
                + $"{scene.Moment(done[(done.Length - 1) / 2])}, cuối cùng lúc {scene.Moment(done[^1])}, "
                + $"sau khi ban hành {Lengths.Of(done[^1] - issued)}");
    }

    private void Table(IAnsiConsole console, string title, IReadOnlyList<Effect> found)
    {
        List<Effect> effects = [.. found.Where(IsSeen)];
        if (effects.Count == 0)
        {
            return;
        }

        console.Line($"{title} – {Language.In("earlier by (later: -)", "sớm hơn (muộn hơn: -)")}:");
        var reports = request.By != Milestone.Reported && Times(Milestone.Reported).Length > 0;
        var due = blamed.AsItWas.InTime != Times(Milestone.Complied).Length || effects.Any(effect => effect.InTime != 0);
        var table = Terminal.Table(
        [
            ">", Language.In("without", "nếu không"), "~" + Language.In("where", "ở đâu"),
            ">" + Language.In("the last", "cuối cùng"), ">" + Language.In("half", "một nửa"), ">" + words.Done(request.By),
            .. due ? [">" + Language.In("in time", "đúng hạn")] : Array.Empty<string>(),
            .. reports ? [">" + Language.In("last report", "báo cáo cuối")] : Array.Empty<string>(),
        ]);
        foreach (var (effect, place) in effects.Take(top).Select((effect, place) => (effect, place)))
        {
            var shift = effect.By(request.By);
            table.Row(
            [
                $"{place + 1}", words.What(effect.Removal) + (effect.IsCrowded ? " *" : ""), words.Where(effect.Removal),
                shift.Before == 0 ? "" : words.Earlier(shift.Last),
                shift.Before == 0 ? "" : words.Earlier(shift.Median),
                Signed(shift.After - shift.Before),
                .. due ? [Signed(effect.InTime)] : Array.Empty<string>(),
                .. reports ? [words.Earlier(effect.By(Milestone.Reported).Last)] : Array.Empty<string>(),
            ]);
        }

        console.Write(table);
        if (effects.Count > top)
        {
            console.Line(Language.In(
                $"… and {effects.Count - top:N0} more; --top {effects.Count} shows them",
                $"… và {effects.Count - top:N0} dòng nữa; dùng --top {effects.Count}"));
        }

        console.Line();
    }

    /// <summary>Whether any figure of its line is not 0; of other milestones JSON tells.</summary>
    private bool IsSeen(Effect effect) =>
        effect.Worth(request.By) != (0, 0, 0) || effect.By(request.By).Last is null || effect.InTime != 0
        || effect.By(Milestone.Reported) is { Before: > 0, Last: not 0 };

    private string[] Sentences()
    {
        var sentences = new List<string>();
        if (blamed.Places is [var worst, ..] && worst.Worth(request.By).CompareTo((0, 0, 0)) > 0)
        {
            sentences.Add(InWords(worst));
        }

        if (blamed.SequenceTogether is { } all && blamed.Sequence.Count > 1)
        {
            sentences.Add(Language.In(
                $"Without the {blamed.Sequence.Count} of the sequence at once the last would be "
                + $"{words.Earlier(all.By(request.By).Last)} earlier than as it was.",
                $"Bỏ cả {blamed.Sequence.Count} khâu trên, nơi cuối cùng sớm hơn {words.Earlier(all.By(request.By).Last)}."));
        }

        if (blamed.Places.Concat(blamed.Groups).Concat(blamed.Sequence).Any(effect => effect.IsCrowded))
        {
            sentences.Add(Language.In(
                $"* Somewhere {Resource.MostHeads} people in one post were all at work, so that somebody may have waited even so.",
                $"* Có lúc cả {Resource.MostHeads} người của một bộ phận đều bận, nên có thể vẫn có văn bản phải chờ."));
        }

        sentences.Add(NotLookedInto());
        sentences.Add(Interplay());
        return [.. sentences];
    }

    private string InWords(Effect effect)
    {
        var shift = effect.By(request.By);
        var parts = new List<string>();
        if (shift.Gained.Count > 0)
        {
            var names = string.Join(", ", shift.Gained.Take(NamesInASentence).Select(place => scene.NameOf(blamed.Reach[place])));
            parts.Add(Language.In(
                $"{shift.Gained.Count:N0} more would have {words.Done(request.By)} ({names}"
                + $"{(shift.Gained.Count > NamesInASentence ? ", …" : "")})",
                $"thêm {shift.Gained.Count:N0} cơ quan {words.Done(request.By)} ({names}"
                + $"{(shift.Gained.Count > NamesInASentence ? ", …" : "")})"));
        }

        if (shift.Last is { } last and not 0)
        {
            parts.Add(Language.In(
                $"the last of {shift.Before:N0} would have {words.Done(request.By)} {Lengths.Of(Math.Abs(last))} "
                + $"{(last > 0 ? "earlier" : "later")}, at {scene.Moment(shift.LastAt)}",
                $"nơi cuối cùng trong {shift.Before:N0} sẽ {words.Done(request.By)} {(last > 0 ? "sớm" : "muộn")} hơn "
                + $"{Lengths.Of(Math.Abs(last))}, lúc {scene.Moment(shift.LastAt)}"));
        }

        return parts.Count == 0
            ? Language.In(
                $"{words.Without(effect.Removal)}, half of them would have {words.Done(request.By)} "
                + $"{words.Earlier(shift.Median)} earlier; the last would not.",
                $"{words.Without(effect.Removal)}, một nửa sẽ {words.Done(request.By)} sớm hơn {words.Earlier(shift.Median)}; "
                + "nơi cuối cùng thì không.")
            : $"{words.Without(effect.Removal)}, {string.Join(Language.In(", and ", ", và "), parts)}.";
    }

    private string NotLookedInto()
    {
        var played = Language.In(
            $"{blamed.Runs:N0} runs were played again.", $"Đã chạy lại {blamed.Runs:N0} lần.");
        if (blamed.NotLookedInto.Count == 0)
        {
            return played + Language.In(
                " Every group that made a difference was taken apart.", " Mọi nhóm có ảnh hưởng đều đã được tách ra xem xét.");
        }

        var first = string.Join("; ", blamed.NotLookedInto.Take(NamesInASentence)
            .Select(removal => $"{words.What(removal)}, {words.Where(removal)}"));
        return played + Language.In(
            $" Not looked into: {blamed.NotLookedInto.Count:N0} ({first}{(blamed.NotLookedInto.Count > NamesInASentence ? "; …" : "")}); "
            + "--at-most-runs lets it go on.",
            $" Chưa xem xét: {blamed.NotLookedInto.Count:N0} ({first}{(blamed.NotLookedInto.Count > NamesInASentence ? "; …" : "")}); "
            + "tăng --at-most-runs để xem tiếp.");
    }

    private string Interplay()
    {
        var exact = Language.In(
            "Each figure is the difference of two whole runs with the same draws. They do not add up",
            "Mỗi số là chênh lệch giữa hai lần chạy trọn vẹn với cùng các số ngẫu nhiên. Không cộng chúng lại được");
        if (blamed.FirstTwo?.By(request.By).Last is not { } both || blamed.Second is not { } second)
        {
            return exact + ".";
        }

        var (one, other) = (words.Earlier(blamed.Places[0].By(request.By).Last), words.Earlier(second.By(request.By).Last));
        var also = $"{words.What(second.Removal)}, {words.Where(second.Removal)}";
        return exact + Language.In(
            $": the first alone makes the last {one} earlier, '{also}' alone {other}, both together {words.Earlier(both)}.",
            $": chỉ bỏ khâu đầu thì nơi cuối cùng sớm hơn {one}, chỉ bỏ '{also}' thì {other}, bỏ cả hai thì {words.Earlier(both)}.");
    }

    private int[] Times(Milestone milestone) => [.. blamed.AsItWas.Of(milestone).Where(tick => tick >= 0).Order()];

    private string? LastOf(Milestone milestone) => Times(milestone) is [.., var last] ? scene.Iso(last) : null;

    private string? MedianOf(Milestone milestone) =>
        Times(milestone) is { Length: > 0 } all ? scene.Iso(all[(all.Length - 1) / 2]) : null;

    private static string Signed(int number) => number > 0 ? $"+{number:N0}" : $"{number:N0}";
}
