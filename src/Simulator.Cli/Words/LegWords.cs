using Simulator.Analysis.Traces;
using Simulator.Cli.Views;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Cli.Words;

/// <summary>What a leg of a paper's way was, in the two languages of the tool.</summary>
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

    private string SymbolOf(in Entry entry)
    {
        var hash = entry.Root;
        var root = Enumerable.Range(0, scene.Model.Directives.Count).First(each => scene.Model.Directives[each].ShortHash == hash);
        return scene.Papers.SymbolOf(root, entry);
    }
}
