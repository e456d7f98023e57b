namespace Simulator.Analysis.Measures;

/// <summary>
/// The four states in which assignments from above are tracked (Report 1270/BC-TCTTTg of 27 December 2017
/// counts them so; Decision 42/2014/QĐ-TTg). What is done in part, laid aside or ignored is not done.
/// </summary>
public enum ComplianceState
{
    /// <summary>Done in full, not later than its due date, or without one (hoàn thành đúng hạn).</summary>
    DoneOnTime,

    /// <summary>Done in full after its due date (hoàn thành quá hạn).</summary>
    DoneLate,

    /// <summary>Not done, and its due date has not passed or it has none (chưa hoàn thành, trong hạn).</summary>
    PendingInTerm,

    /// <summary>Not done, and its due date has passed (chưa hoàn thành, quá hạn).</summary>
    PendingOverdue,
}
