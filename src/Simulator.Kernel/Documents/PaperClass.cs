namespace Simulator.Kernel.Documents;

/// <summary>What a paper under way is, in the order in which papers that arrive at one moment are taken in.</summary>
public enum PaperClass : byte
{
    /// <summary>No paper.</summary>
    None = 0,

    /// <summary>A recall, which comes before all others (status 13).</summary>
    Recall = 1,

    /// <summary>A directive that supersedes, replaces, updates or corrects another, or a paper that implements it.</summary>
    Amendment = 2,

    /// <summary>A directive or a paper that implements one.</summary>
    Directive = 3,

    /// <summary>A decision on a request for approval.</summary>
    Answer = 4,

    /// <summary>A request for approval.</summary>
    Question = 5,

    /// <summary>What a coordinating body contributes to an assignment that another leads (ý kiến phối hợp).</summary>
    Input = 6,

    /// <summary>A consolidated report.</summary>
    Report = 7,

    /// <summary>A prompt report on one assignment.</summary>
    PromptReport = 8,

    /// <summary>A reminder (đôn đốc).</summary>
    Reminder = 9,

    /// <summary>A periodic report (báo cáo định kỳ).</summary>
    PeriodicReport = 10,

    /// <summary>A flash report (báo cáo nhanh).</summary>
    FlashReport = 11,

    /// <summary>An inspection (kiểm tra) by the body whose paper it is about.</summary>
    Inspection = 12,

    /// <summary>A copy for information (sao gửi để biết), which binds nobody.</summary>
    InformationCopy = 13,

    /// <summary>The answer to a recall (status 15 or 16).</summary>
    RecallAnswer = 15,

    /// <summary>Asking the sender which older paper a reference means.</summary>
    Clarification = 16,

    /// <summary>The sender's answer to that.</summary>
    ClarificationAnswer = 17,

    /// <summary>Telling the superior's superior who is silent in spite of reminders.</summary>
    Escalation = 18,

    /// <summary>A receiver's word that a directive is registered (status 03), about which there is nothing to do.</summary>
    Acknowledgement = 19,

    /// <summary>Asking which of two orders that exclude each other is to be obeyed (xin ý kiến chỉ đạo).</summary>
    RulingQuestion = 21,

    /// <summary>A ruling on that (ý kiến chỉ đạo).</summary>
    Ruling = 22,

    /// <summary>A part of a file that a dissolved body hands over to its successor.</summary>
    HandedFile = 23,

    /// <summary>
    /// A report, reminder, inspection or copy for information that came to a dissolved body and goes on to its successor.
    /// </summary>
    SentOn = 24,
}
