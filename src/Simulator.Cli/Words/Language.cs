using Simulator.Analysis.Measures;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;

namespace Simulator.Cli.Words;

/// <summary>The names of steps, states and papers in the two languages of the tool.</summary>
internal sealed class Language
{
    private readonly bool vietnamese;

    private Language(bool vietnamese) => this.vietnamese = vietnamese;

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    internal string Code => vietnamese ? "vi" : "en";

    internal static Language Of(string? code) => new(code == "vi");

    internal string In(string english, string vietnameseText) => vietnamese ? vietnameseText : english;

    internal string In(Text text) => text.In(Code);

    internal string Step(Step step) => step switch
    {
        Kernel.Office.Step.Register => In("register", "đăng ký"),
        Kernel.Office.Step.Assign => In("assign", "phân công"),
        Kernel.Office.Step.Draft => In("draft", "soạn thảo"),
        Kernel.Office.Step.Sign => In("sign", "ký"),
        Kernel.Office.Step.SignByOrder => In("sign by order (TL.)", "ký thừa lệnh"),
        Kernel.Office.Step.SignByAuthorisation => In("sign by authorisation (TUQ.)", "ký thừa ủy quyền"),
        Kernel.Office.Step.Issue => In("issue", "phát hành"),
        Kernel.Office.Step.CarryOut => In("carry out", "thực hiện"),
        Kernel.Office.Step.Compile => In("compile report", "tổng hợp báo cáo"),
        Kernel.Office.Step.SignReport => In("sign report", "ký báo cáo"),
        Kernel.Office.Step.IssueReport => In("issue report", "phát hành báo cáo"),
        Kernel.Office.Step.RegisterReport => In("register report", "đăng ký báo cáo đến"),
        Kernel.Office.Step.RegisterReminder => In("register reminder", "đăng ký văn bản đôn đốc"),
        Kernel.Office.Step.Remind => In("remind", "đôn đốc"),
        Kernel.Office.Step.Ask => In("ask", "xin ý kiến"),
        Kernel.Office.Step.RegisterQuestion => In("register question", "đăng ký văn bản xin ý kiến"),
        Kernel.Office.Step.Decide => In("decide", "cho ý kiến"),
        Kernel.Office.Step.Inspect => In("inspect", "kiểm tra"),
        Kernel.Office.Step.RegisterInspection => In("register inspection", "đăng ký đoàn kiểm tra"),
        Kernel.Office.Step.Contribute => In("write a contribution", "tham gia ý kiến"),
        Kernel.Office.Step.IssueInput => In("issue a contribution", "phát hành ý kiến phối hợp"),
        Kernel.Office.Step.RegisterInput => In("register input", "đăng ký ý kiến phối hợp"),
        Kernel.Office.Step.RegisterCopy => In("register copy", "đăng ký bản sao để biết"),
        Kernel.Office.Step.RegisterAnswer => In("register answer", "đăng ký văn bản trả lời"),
        Kernel.Office.Step.RegisterRecall => In("register recall", "đăng ký thu hồi"),
        Kernel.Office.Step.FileDuplicate => In("file duplicate", "lưu bản trùng"),
        Kernel.Office.Step.Clarify => In("ask which paper is meant", "hỏi rõ văn bản viện dẫn"),
        Kernel.Office.Step.AnswerClarification => In("say which paper is meant", "làm rõ văn bản viện dẫn"),
        Kernel.Office.Step.Escalate => In("turn to the level above", "báo cáo cấp trên việc chậm trễ"),
        Kernel.Office.Step.RegisterEscalation => In("register escalation", "đăng ký báo cáo việc chậm trễ"),
        _ => "",
    };

    internal string Post(Post post) => post switch
    {
        Kernel.Office.Post.Clerk => In("records clerk", "văn thư"),
        Kernel.Office.Post.Leadership => In("leadership", "lãnh đạo"),
        _ => In("staff", "chuyên viên"),
    };

    internal string Paper(PaperClass paper) => paper switch
    {
        PaperClass.Directive => In("directive", "văn bản chỉ đạo"),
        PaperClass.Amendment => In("amending directive", "văn bản thay thế, sửa đổi"),
        PaperClass.Recall => In("recall", "thu hồi văn bản"),
        PaperClass.RecallAnswer => In("answer to the recall", "trả lời thu hồi"),
        PaperClass.Report => In("report", "báo cáo"),
        PaperClass.PromptReport => In("prompt report", "báo cáo nhanh"),
        PaperClass.Input => In("input", "ý kiến phối hợp"),
        PaperClass.InformationCopy => In("copy for information", "bản sao để biết"),
        PaperClass.Inspection => In("inspection", "kiểm tra"),
        PaperClass.RulingQuestion => In("question which order to obey", "xin ý kiến chỉ đạo"),
        PaperClass.Ruling => In("ruling", "ý kiến chỉ đạo"),
        PaperClass.Escalation => In("escalation", "báo cáo việc chậm trễ"),
        PaperClass.Reminder => In("reminder", "văn bản đôn đốc"),
        PaperClass.Question => In("question", "văn bản xin ý kiến"),
        PaperClass.Answer => In("answer", "văn bản trả lời"),
        PaperClass.Clarification => In("question which paper is meant", "văn bản hỏi rõ viện dẫn"),
        PaperClass.HandedFile => In("the file", "hồ sơ bàn giao"),
        PaperClass.Acknowledgement => In("acknowledgement", "phản hồi tiếp nhận"),
        PaperClass.SentOn => In("a letter sent on", "văn bản chuyển tiếp"),
        PaperClass.ClarificationAnswer => In("word which paper is meant", "văn bản làm rõ viện dẫn"),
        _ => "",
    };

    internal string State(ProgressState state) => state switch
    {
        ProgressState.NotReached => In("not reached", "chưa đến"),
        ProgressState.Arrived => In("arrived", "đã đến"),
        ProgressState.Registered => In("registered", "đã tiếp nhận"),
        ProgressState.InProcess => In("in process", "đang xử lý"),
        ProgressState.Stalled => In("laid aside", "gác lại"),
        ProgressState.Withdrawn => In("superseded or recalled", "bị thay thế hoặc thu hồi"),
        ProgressState.EndedInPart => In("ended in part", "hoàn thành một phần"),
        _ => In("complied", "hoàn thành"),
    };

    internal string Cause(HoldUp holdUp) => holdUp.Cause switch
    {
        HoldUpCause.PaperLost => In("the paper was lost on its way", "văn bản thất lạc trên đường"),
        HoldUpCause.Unseen => In("it has arrived where nobody looks", "văn bản đã đến nhưng không ai thấy"),
        HoldUpCause.Unsent => In("the report is done and was never sent", "báo cáo đã xong nhưng chưa bấm gửi"),
        HoldUpCause.FileUnderWay => In("the file is under way", "hồ sơ đang bàn giao"),
        HoldUpCause.UnderWay => In("the paper is on its way", "văn bản đang chuyển đến"),
        HoldUpCause.AtStep => In("waiting for a person, or in hand", "chờ người xử lý hoặc đang làm"),
        HoldUpCause.OffHours => In("the office is closed at this hour", "ngoài giờ làm việc"),
        HoldUpCause.LaidAside => In("laid aside until a reminder", "gác lại, chờ đôn đốc"),
        HoldUpCause.RelayLaidAside => In("laid aside: the relay, until a reminder", "gác lại việc sao gửi, chờ đôn đốc"),
        HoldUpCause.RelayIgnored => In("will not be relayed", "không chuyển xuống cấp dưới"),
        HoldUpCause.Ignored => In("will not be done", "không thực hiện"),
        HoldUpCause.LeftOut => In("its paper did not say so", "văn bản đến không có nội dung này"),
        HoldUpCause.DoneOtherwise => In("done as something else", "thực hiện sai nội dung"),
        HoldUpCause.AwaitsInputs => In(
            holdUp.Count == 1 ? "waiting for one coordinating body" : $"waiting for {holdUp.Count} coordinating bodies",
            $"chờ {holdUp.Count} cơ quan phối hợp"),
        HoldUpCause.ContributionLaidAside =>
            In("laid aside: its contribution, until a reminder", "gác lại ý kiến phối hợp, chờ đôn đốc"),
        HoldUpCause.ContributionIgnored => In("will not contribute", "không tham gia phối hợp"),
        HoldUpCause.AwaitsOpinion => In("waiting for an opinion", "chờ cho ý kiến"),
        HoldUpCause.AwaitsAnswer => In("passed a question up, waiting for the answer", "đã xin ý kiến cấp trên, chờ trả lời"),
        HoldUpCause.Refused => In("refused when it asked for approval", "không được chấp thuận"),
        HoldUpCause.GaveWay => In("dropped for what another superior asks for", "bỏ, vì trái với yêu cầu của cấp trên khác"),
        HoldUpCause.AwaitsRuling => In("waiting for a ruling which superior to obey", "chờ cấp trên chung quyết định"),
        HoldUpCause.AwaitsClarification => In("waiting to hear which paper is meant", "chờ nơi gửi làm rõ văn bản viện dẫn"),
        HoldUpCause.AwaitsApproval => In("waiting for an approval", "chờ ý kiến cấp trên"),
        _ => In(
            holdUp.Count == 1 ? "waiting for one report" : $"waiting for {holdUp.Count} reports",
            $"chờ {holdUp.Count} báo cáo"),
    };
}
