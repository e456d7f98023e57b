namespace Simulator.Analysis.Paths;

/// <summary>What one paper of one body has gathered so far that later entries may have waited for; places in the journal.</summary>
internal sealed class OpenFile
{
    /// <summary>What closing waits for.</summary>
    internal List<int> ForClosing { get; } = [];

    /// <summary>Whose reports have been taken in: the first of each counts.</summary>
    internal HashSet<int> Reporters { get; } = [];

    /// <summary>Inputs by assignment, until the lead begins it.</summary>
    internal Dictionary<byte, List<int>> Inputs { get; } = [];

    /// <summary>Since when the lead of an assignment has waited for inputs.</summary>
    internal Dictionary<byte, int> AwaitedSince { get; } = [];

    /// <summary>What lies aside or is ignored: own assignments, contributions behind them, the relay.</summary>
    internal Dictionary<int, int> Aside { get; } = [];

    /// <summary>The newest issue of the relay; -1: none.</summary>
    internal int Issued { get; set; } = -1;
}
