namespace Simulator.Analysis.Blame;

/// <summary>What a removal came to: the difference of two runs with the same draws.</summary>
public sealed record Effect
{
    /// <summary>What nobody waited for.</summary>
    public required Removal Removal { get; init; }

    /// <summary>By milestone, how its moments have moved.</summary>
    public required IReadOnlyList<Shift> Shifts { get; init; }

    /// <summary>How many bodies more were done in time; below 0: fewer.</summary>
    public required int InTime { get; init; }

    /// <summary>Whether <see cref="Kernel.Office.Resource.MostHeads"/> people were not enough somewhere.</summary>
    public bool IsCrowded { get; init; }

    /// <summary>How a milestone has moved.</summary>
    public Shift By(Milestone milestone) => Shifts[(int)milestone];

    /// <summary>Whether nothing that is said of it has moved.</summary>
    public bool IsNothing => InTime == 0 && Shifts.All(shift => shift.IsNothing);

    /// <summary>The difference of two runs.</summary>
    internal static Effect Of(Removal removal, DirectiveMoments before, DirectiveMoments after) => new()
    {
        Removal = removal,
        Shifts = [.. Enum.GetValues<Milestone>().Select(each => Shift.Of(before.Of(each), after.Of(each)))],
        InTime = after.InTime - before.InTime,
        IsCrowded = after.IsCrowded,
    };

    /// <summary>
    /// What is better than what: that more bodies come to it at all, that the last is earlier, that half of them are.
    /// </summary>
    public (int More, int Last, int Median) Worth(Milestone milestone)
    {
        var shift = By(milestone);
        return (shift.After - shift.Before, shift.Last ?? 0, shift.Median ?? 0);
    }
}
