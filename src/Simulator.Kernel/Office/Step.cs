namespace Simulator.Kernel.Office;

/// <summary>
/// The steps of office procedure, in the order of a directive's way through an office (Decree
/// 30/2020/NĐ-CP, Articles 14 to 24). Numbers are fixed: they stand in journals.
/// </summary>
public enum Step : byte
{
    /// <summary>No step.</summary>
    None = 0,

    /// <summary>The clerk registers an incoming directive (đăng ký); unregistered, it binds nobody.</summary>
    Register = 1,

    /// <summary>The leadership assigns it (phân công, bút phê).</summary>
    Assign = 2,

    /// <summary>The staff drafts the implementing document (tham mưu, soạn thảo).</summary>
    Draft = 3,

    /// <summary>The leadership signs it (ký).</summary>
    Sign = 4,

    /// <summary>The clerk numbers, dates and dispatches it (phát hành).</summary>
    Issue = 5,

    /// <summary>The staff carries out an assignment of the body's own (thực hiện).</summary>
    CarryOut = 6,

    /// <summary>The staff compiles the report (tổng hợp báo cáo).</summary>
    Compile = 7,

    /// <summary>The leadership signs the report.</summary>
    SignReport = 8,

    /// <summary>The clerk numbers and dispatches the report.</summary>
    IssueReport = 9,

    /// <summary>The clerk registers an incoming report.</summary>
    RegisterReport = 10,

    /// <summary>The clerk registers an incoming reminder.</summary>
    RegisterReminder = 11,

    /// <summary>The staff of the superior writes a reminder (đôn đốc).</summary>
    Remind = 12,

    /// <summary>The staff writes a request for approval (xin ý kiến).</summary>
    Ask = 13,

    /// <summary>The clerk registers an incoming request for approval.</summary>
    RegisterQuestion = 14,

    /// <summary>The leadership of the superior decides on it (cho ý kiến).</summary>
    Decide = 15,

    /// <summary>The clerk registers the decision.</summary>
    RegisterAnswer = 16,

    /// <summary>The staff compiles the figures of a periodic report (tổng hợp số liệu).</summary>
    CompileFigures = 17,

    /// <summary>The leadership signs them.</summary>
    SignFigures = 18,

    /// <summary>The clerk numbers and dispatches them.</summary>
    IssueFigures = 19,

    /// <summary>The staff of the superior inspects one addressee (kiểm tra).</summary>
    Inspect = 20,

    /// <summary>The clerk of the inspected body registers the inspection.</summary>
    RegisterInspection = 21,

    /// <summary>The staff of a coordinating body writes what it contributes (tham gia ý kiến).</summary>
    Contribute = 24,

    /// <summary>Its clerk numbers and dispatches that.</summary>
    IssueInput = 25,

    /// <summary>The clerk of the lead registers an incoming input.</summary>
    RegisterInput = 26,

    /// <summary>The clerk registers a copy for information.</summary>
    RegisterCopy = 27,

    /// <summary>Somebody signs the implementing document by order of the head (TL., thừa lệnh).</summary>
    SignByOrder = 28,

    /// <summary>Somebody signs it by written authorisation while the head is away (TUQ., thừa ủy quyền).</summary>
    SignByAuthorisation = 29,

    /// <summary>The clerk registers a recall, answers it, and hands it on where it is accepted (thu hồi).</summary>
    RegisterRecall = 34,

    /// <summary>The clerk finds that a paper is here already, and files it.</summary>
    FileDuplicate = 35,

    /// <summary>The clerk asks the sender which paper is meant.</summary>
    Clarify = 36,

    /// <summary>The sender's clerk says it.</summary>
    AnswerClarification = 37,

    /// <summary>The staff writes to the level above who is silent in spite of reminders.</summary>
    Escalate = 40,

    /// <summary>The clerk there registers that.</summary>
    RegisterEscalation = 41,
}
