using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Cli.Views;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Cli.Words;

/// <summary>What a leg of a paper's way was, and why its minutes passed, in the two languages of the tool.</summary>
internal sealed class LegWords(Scene scene)
{
    private Language Language => scene.Language;

    /// <summary>Such as <c>travel of 570/CĐ-TTg</c> or <c>draft</c>.</summary>
    /// <param name="leg">The leg.</param>
    internal string What(Leg leg)
    {
        if (leg.Paper != PaperClass.None)
        {
            var symbol = leg.Paper == PaperClass.Directive && scene.Trace.TryCause(leg.Entry, out var issued)
                ? SymbolOf(issued)
                : "";
            return $"{Language.In("travel of", "chuyển")} {(symbol.Length > 0 ? symbol : Language.Paper(leg.Paper))}";
        }

        return What(leg.Entry);
    }

    /// <summary>What an entry says was done.</summary>
    /// <param name="entry">The entry.</param>
    internal string What(in Entry entry) => entry.Kind switch
    {
        EntryKind.StepEnded when entry.Step == Step.Issue =>
            $"{Language.Step(Step.Issue)} {SymbolOf(entry)}".TrimEnd(),
        EntryKind.StepEnded => Language.Step(entry.Step),
        EntryKind.Arrived => Language.Paper((PaperClass)entry.What),
        EntryKind.Issued => $"{Language.In("issue of", "ban hành")} {SymbolOf(entry)}",
        EntryKind.HandedOver => Language.In("handed over", "bàn giao hồ sơ"),
        EntryKind.Unacknowledged => Language.In("no acknowledgement", "không có phản hồi tiếp nhận"),
        EntryKind.SilencePassed => Language.In("no answer", "không có ý kiến trả lời"),
        EntryKind.Closed => Language.In("closed", "kết thúc hồ sơ"),
        EntryKind.CutOffPassed => Language.In("cut-off", "hết hạn chờ báo cáo"),
        EntryKind.FollowedUp => Language.In("follow-up", "theo dõi, đôn đốc"),
        EntryKind.Stalled => Language.In("laid aside", "gác lại"),
        EntryKind.Ignored => Language.In("ignored", "không thực hiện"),
        EntryKind.Resumed => Language.In("taken up again", "thực hiện tiếp"),
        EntryKind.InputsAwaited => Language.In("inputs awaited", "chờ ý kiến phối hợp"),
        EntryKind.InputsEnded => Language.In("inputs are in", "đủ ý kiến phối hợp"),
        EntryKind.Intervened => Language.In("an intervention", "can thiệp"),
        EntryKind.RecallSent => Language.In("recall", "thu hồi văn bản"),
        EntryKind.Filed => Language.In("filed against the first paper", "lưu cùng văn bản trước"),
        _ => entry.Kind.ToString(),
    };

    /// <summary>Such as <c>off hours</c>.</summary>
    /// <param name="reason">The reason.</param>
    internal string Reason(WaitReason reason) => reason switch
    {
        WaitReason.Work => Language.In("work", "làm việc"),
        WaitReason.Travel => Language.In("under way", "trên đường"),
        WaitReason.Unseen => Language.In("where nobody looked", "đã đến mà không ai thấy"),
        WaitReason.OffHours => Language.In("off hours", "ngoài giờ"),
        WaitReason.MoreUrgentPaper => Language.In("behind a more urgent paper", "chờ văn bản khẩn hơn"),
        WaitReason.EarlierPaper => Language.In("behind an earlier paper", "chờ văn bản đến trước"),
        WaitReason.BackgroundLoad => Language.In("behind other papers of the day", "chờ văn bản khác trong ngày"),
        WaitReason.Batching => Language.In("until the hour for it", "chờ đến giờ xử lý"),
        WaitReason.Absence => Language.In("somebody was away", "chờ người đi vắng"),
        WaitReason.Opinion => Language.In("for an opinion", "chờ cho ý kiến"),
        WaitReason.CoordinatingBodies => Language.In("for coordinating bodies", "chờ cơ quan phối hợp"),
        WaitReason.SubordinatesReports => Language.In("for reports from below", "chờ báo cáo cấp dưới"),
        WaitReason.Stall => Language.In("laid aside", "gác lại"),
        WaitReason.HandOver => Language.In("until the office was dissolved", "đến khi cơ quan kết thúc hoạt động"),
        WaitReason.Retry => Language.In("until it was sent again", "chờ gửi lại"),
        WaitReason.Pinned => Language.In("until its real date", "đến ngày ban hành thực tế"),
        _ => Language.In("until something else happened", "đến khi có việc khác"),
    };

    private string SymbolOf(in Entry entry)
    {
        var hash = entry.Root;
        var root = Enumerable.Range(0, scene.Model.Directives.Count).First(each => scene.Model.Directives[each].ShortHash == hash);
        return scene.Papers.SymbolOf(root, entry);
    }
}
