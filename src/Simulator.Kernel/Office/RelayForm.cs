namespace Simulator.Kernel.Office;

/// <summary>In which form a body hands a directive on.</summary>
public enum RelayForm : byte
{
    /// <summary>A document of its own that implements the one received.</summary>
    OwnDocument = 0,

    /// <summary>A cover letter with a copy attached (sao gửi kèm): the staff drafts nothing.</summary>
    CoverLetter = 1,

    /// <summary>The text received, typed over as its own: drafted, but not made concrete for those below.</summary>
    CopiedText = 2,
}
