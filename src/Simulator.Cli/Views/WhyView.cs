using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Cli.Commands;
using Simulator.Cli.Words;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>
/// Why a body got a directive when it did: every leg of its way from the first signature, each wait with its
/// cause, adding up to the whole, then two sentences.
/// </summary>
internal sealed class WhyView : IView
{
    private readonly Scene scene;
    private readonly int root;
    private readonly int body;
    private readonly PaperChain chain;
    private readonly WaitSplitter splitter;
    private readonly LegWords words;

    internal WhyView(Scene scene)
    {
        this.scene = scene;
        splitter = new WaitSplitter(scene.Trace);
        words = new LegWords(scene);
        root = scene.OneRoot;
        body = scene.Body ?? throw new UsageException("--view why needs a body: --to communes/1, or a part of its name.");
        if (scene.Model.Directives[root].Issuer == body)
        {
            throw new UsageException($"{scene.NameOf(body)} issued it; ask about a body that received it.");
        }

        chain = PaperChain.To(scene.Trace, root, body) ?? throw new UsageException(
            scene.Model.Directives[root].Reach.Contains(body)
                ? $"The directive has not reached {scene.NameOf(body)} in this run; 'simulator show --view stalls' tells where it is."
                : $"The directive is not meant for {scene.NameOf(body)}, nor does anybody relay it there.");
    }

    public void Print(IAnsiConsole console)
    {
        var first = scene.Model.Directives[root];
        console.Line($"{scene.TitleOf(root)}");
        console.Line(
            $"{scene.NameOf(first.Issuer)} {scene.Moment(first.Issued)}  →  {scene.NameOf(body)} "
            + $"{scene.Moment(chain.Legs[^1].To)}");
        console.Line();
        var table = Terminal.Table(
            scene.Language.In("from", "từ"), scene.Language.In("to", "đến"), "~" + scene.Language.In("where", "ở đâu"),
            "~" + scene.Language.In("what", "việc gì"), ">" + scene.Language.In("elapsed", "tổng"),
            ">" + scene.Language.In("in hours", "trong giờ"), "~" + scene.Language.In("of which waiting", "trong đó chờ"));
        foreach (var leg in chain.Legs.Where(each => each.Elapsed > 0 || !IsInstant(each.Entry.Kind)))
        {
            table.Row(
                scene.Moment(leg.From), scene.Moment(leg.To), scene.NameOf(leg.Body), words.What(leg),
                Lengths.Of(leg.Elapsed), leg.Travel > 0 ? "" : Lengths.Of(leg.InHours),
                Waiting(leg));
        }

        table.Row("", "", "", scene.Language.In("together", "cộng"), Lengths.Of(chain.Elapsed),
            Lengths.Of(chain.Legs.Sum(each => each.InHours)), "");
        console.Write(table);
        console.Line();
        foreach (var sentence in Sentences())
        {
            console.Line(sentence);
        }
    }

    private static bool IsInstant(EntryKind kind) =>
        kind is EntryKind.Issued or EntryKind.Asked or EntryKind.Decided or EntryKind.Answered;

    public object Json() => new
    {
        Directive = scene.Model.Directives[root].Source.Id,
        To = scene.IdOf(body),
        Name = scene.NameOf(body),
        ElapsedMinutes = chain.Elapsed,
        InHoursMinutes = chain.Legs.Sum(each => each.InHours),
        Legs = chain.Legs.Select(each => new
        {
            Body = scene.IdOf(each.Body),
            Name = scene.NameOf(each.Body),
            What = each.Paper != PaperClass.None ? "travel"
                : each.Entry.Kind == EntryKind.HandedOver ? "handed-over"
                : each.Step.ToString(),
            From = scene.Iso(each.From),
            Started = scene.Iso(each.Started),
            To = scene.Iso(each.To),
            ElapsedMinutes = each.Elapsed,
            TravelMinutes = each.Travel,
            WaitForHourMinutes = each.WaitForHour,
            WaitInHoursMinutes = each.WaitInHours,
            WaitOffHoursMinutes = each.WaitOffHours,
            WorkMinutes = each.Work,
            WorkPausedMinutes = each.WorkPaused,
            OtherMinutes = each.Other,
            Reasons = Reasons(each).ToDictionary(part => part.Reason.Key(), part => part.Minutes),
            UnseenMinutes = UnseenDuring.Minutes(scene.Trace, each),
            AwayMinutes = AwayDuring.Longest(scene.Trace, each),
            BusyWith = BusyWith.During(scene.Trace, each).Select(busy => new
            {
                Step = busy.Entry.Step.ToString(),
                Directive = scene.Trace.RootOf(busy.Entry).Source.Id,
                busy.Minutes,
                busy.IsMoreUrgent,
            }),
            OtherPapers = OtherPapers.During(scene.Trace, each),
        }),
        Sentences = Sentences(),
    };

    private string Waiting(Leg leg)
    {
        var parts = new List<string>();
        if (UnseenDuring.Minutes(scene.Trace, leg) is > 0 and var unseen)
        {
            parts.Add($"{Lengths.Of(unseen)} {scene.Language.In("where nobody looked", "đã đến mà không ai thấy")}");
        }

        if (leg.WaitOffHours > 0)
        {
            parts.Add($"{Lengths.Of(leg.WaitOffHours)} {scene.Language.In("until the office opened", "chờ đến giờ làm việc")}");
        }

        if (leg.WaitForHour > 0)
        {
            parts.Add($"{Lengths.Of(leg.WaitForHour)} {scene.Language.In("until the hour for it", "chờ đến giờ xử lý")}");
        }

        if (leg.WaitInHours > 0)
        {
            parts.Add($"{Lengths.Of(leg.WaitInHours)} {Behind(leg)}");
        }

        if (leg.WorkPaused > 0)
        {
            parts.Add($"{Lengths.Of(leg.WorkPaused)} {scene.Language.In("rested off hours", "nghỉ ngoài giờ")}");
        }

        if (leg.Other > 0 && leg.Entry.Kind == EntryKind.SilencePassed)
        {
            parts.Add($"{Lengths.Of(leg.Other)} {scene.Language.In("until silence meant something", "chờ hết hạn trả lời")}");
        }
        else if (leg.Other > 0 && leg.Entry.Kind == EntryKind.HandedOver)
        {
            parts.Add(
                $"{Lengths.Of(leg.Other)} "
                + scene.Language.In("until the office was dissolved", "đến khi cơ quan kết thúc hoạt động"));
        }
        else if (leg.Other > 0)
        {
            parts.Add($"{Lengths.Of(leg.Other)} {scene.Language.In("until it was taken up again", "chờ xử lý tiếp")}");
        }

        return string.Join("; ", parts);
    }

    /// <summary>The same split as that of <c>--view waits</c>.</summary>
    private WaitPart[] Reasons(Leg leg)
    {
        var parts = new WaitPart[WaitReasons.Count];
        return parts[..splitter.Split(leg.Entry, parts)];
    }

    private string Behind(Leg leg)
    {
        var most = Reasons(leg).Where(part => part.Reason is WaitReason.MoreUrgentPaper or WaitReason.EarlierPaper
            or WaitReason.BackgroundLoad or WaitReason.Absence).OrderByDescending(part => part.Minutes).FirstOrDefault().Reason;
        switch (most)
        {
            case WaitReason.Absence:
                return scene.Language.In("while somebody was away", "chờ người đi vắng");
            case WaitReason.BackgroundLoad:
                var others = OtherPapers.During(scene.Trace, leg)?.Papers ?? 1;
                return scene.Language.In(
                    others == 1 ? "behind another paper of the day" : $"behind {others} other papers of the day",
                    $"chờ {others} văn bản khác trong ngày");
        }

        var urgent = most == WaitReason.MoreUrgentPaper;
        if (BusyWith.During(scene.Trace, leg).FirstOrDefault(each => each.IsMoreUrgent == urgent) is not { } with)
        {
            return scene.Language.In("behind other work", "chờ việc khác");
        }

        var paper = scene.Trace.RootOf(with.Entry).Source;
        return (urgent
                ? scene.Language.In("behind a more urgent paper", "chờ văn bản khẩn hơn")
                : scene.Language.In("behind an earlier paper", "chờ văn bản đến trước"))
            + $" ({paper.Symbol ?? paper.Id}: {scene.Language.Step(with.Entry.Step)})";
    }

    private string[] Sentences()
    {
        var travel = chain.Legs.Sum(each => each.Travel);
        var work = chain.Legs.Sum(each => each.Work);
        var waited = chain.Legs.Sum(each => each.WaitInHours);
        var held = chain.Legs.Sum(each => each.WaitForHour);
        var closed = chain.Legs.Sum(each => each.WaitOffHours + each.WorkPaused);
        var lay = chain.Legs.Where(each => each.Entry.Kind == EntryKind.HandedOver).Sum(each => each.Other);
        var other = chain.Legs.Sum(each => each.Other) - lay;
        var longest = chain.Legs.MaxBy(each => each.Elapsed)!;
        var registered = chain.Legs[^1].Step == Step.Register;
        return
        [
            scene.Language.In(
                $"{scene.NameOf(body)} {(registered ? "had it registered" : "got it")} {Lengths.Of(chain.Elapsed)} after "
                + $"the first signature: {Lengths.Of(work)} of work, {Lengths.Of(waited)} of waiting for people, "
                + $"{(held > 0 ? $"{Lengths.Of(held)} for hours of signing and posting, " : "")}"
                + $"{(lay > 0 ? $"{Lengths.Of(lay)} until an office was dissolved, " : "")}"
                + $"{(other > 0 ? $"{Lengths.Of(other)} until it was taken up again, " : "")}"
                + $"{Lengths.Of(closed)} while offices were closed, {Lengths.Of(travel)} under way.",
                $"{scene.NameOf(body)} {(registered ? "đăng ký" : "nhận")} sau chữ ký đầu tiên {Lengths.Of(chain.Elapsed)}: "
                + $"làm việc {Lengths.Of(work)}, chờ người {Lengths.Of(waited)}, "
                + $"{(held > 0 ? $"chờ đến giờ xử lý {Lengths.Of(held)}, " : "")}"
                + $"{(lay > 0 ? $"đến khi cơ quan kết thúc hoạt động {Lengths.Of(lay)}, " : "")}"
                + $"{(other > 0 ? $"chờ xử lý tiếp {Lengths.Of(other)}, " : "")}ngoài giờ {Lengths.Of(closed)}, "
                + $"trên đường {Lengths.Of(travel)}."),
            scene.Language.In(
                $"The longest stretch was '{words.What(longest)}' at {scene.NameOf(longest.Body)}, "
                + $"{Lengths.Of(longest.Elapsed)} or {100L * longest.Elapsed / Math.Max(1, chain.Elapsed)} % of the whole"
                + $"{(longest.WaitOffHours + longest.WorkPaused > longest.Elapsed / 2 ? ", most of it with the office closed" : "")}.",
                $"Đoạn dài nhất là '{words.What(longest)}' ở {scene.NameOf(longest.Body)}: {Lengths.Of(longest.Elapsed)}, "
                + $"bằng {100L * longest.Elapsed / Math.Max(1, chain.Elapsed)} % của cả quãng."),
        ];
    }
}
