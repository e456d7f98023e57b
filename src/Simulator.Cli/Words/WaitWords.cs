using Simulator.Analysis.Waits;

namespace Simulator.Cli.Words;

/// <summary>The reasons of waits in the two languages of the tool.</summary>
internal static class WaitWords
{
    /// <summary>Such as <c>behind an earlier paper</c>.</summary>
    internal static string Wait(this Language language, WaitReason reason) => reason switch
    {
        WaitReason.Work => language.In("work", "làm việc"),
        WaitReason.Travel => language.In("travel", "trên đường"),
        WaitReason.Unseen => language.In("lying unseen", "nằm chưa ai thấy"),
        WaitReason.OffHours => language.In("off hours", "ngoài giờ"),
        WaitReason.MoreUrgentPaper => language.In("behind a more urgent paper", "chờ văn bản khẩn hơn"),
        WaitReason.EarlierPaper => language.In("behind an earlier paper", "chờ văn bản đến trước"),
        WaitReason.BackgroundLoad => language.In("behind other papers of the day", "chờ văn bản khác trong ngày"),
        WaitReason.Batching => language.In("until an hour or a meeting", "chờ đến giờ xử lý, đến cuộc họp"),
        WaitReason.Absence => language.In("while somebody was away", "chờ người đi vắng"),
        WaitReason.Opinion => language.In("for an opinion or approval", "chờ cho ý kiến, chấp thuận"),
        WaitReason.CoordinatingBodies => language.In("for coordinating bodies", "chờ cơ quan phối hợp"),
        WaitReason.SubordinatesReports => language.In("for reports from below", "chờ báo cáo cấp dưới"),
        WaitReason.Stall => language.In("laid aside or ignored", "gác lại hoặc bỏ qua"),
        WaitReason.HandOver => language.In("until a body was dissolved", "đến khi cơ quan kết thúc hoạt động"),
        WaitReason.Retry => language.In("until it was sent again", "chờ gửi lại"),
        WaitReason.Pinned => language.In("until the observed date", "chờ đến ngày thực tế đã ghi nhận"),
        _ => language.In("by another rule", "do quy định khác"),
    };
}
