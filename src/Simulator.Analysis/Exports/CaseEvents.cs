namespace Simulator.Analysis.Exports;

/// <summary>Which entries of a journal are events of a log with cases.</summary>
public enum CaseEvents
{
    /// <summary>
    /// Steps that ended: what somebody did, since when and until when. Times between them are waiting, and times in them work,
    /// which is what tools of process mining take them for.
    /// </summary>
    Steps,

    /// <summary>Also what took no time: papers that leave, arrive or get lost, files that are closed, assignments laid aside.</summary>
    All,
}
