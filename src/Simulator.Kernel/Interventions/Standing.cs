namespace Simulator.Kernel.Interventions;

/// <summary>How far a body has got with a directive.</summary>
internal struct Standing
{
    /// <summary>Its own assignments.</summary>
    internal uint Own;

    /// <summary>Those that are done.</summary>
    internal uint Done;

    /// <summary>Those that were done after they were due.</summary>
    internal uint Late;

    /// <summary>The place of the directive that has changed its dates, from 1; 0: none has.</summary>
    internal int Update;

    /// <summary>When its handling ended.</summary>
    internal int HandledAt;

    internal Progress Progress;

    internal readonly bool Is(Progress progress) => (Progress & progress) == progress;
}

/// <summary>States that a body has come to.</summary>
[Flags]
internal enum Progress : byte
{
    None = 0,
    Reached = 1,
    Registered = 2,
    Handled = 4,
    Relayed = 8,
    Complied = 16,
    Reported = 32,
    Withdrawn = 64,
}
