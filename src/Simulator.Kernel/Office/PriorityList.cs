namespace Simulator.Kernel.Office;

/// <summary>
/// How a post works through a list of papers by priority: each paper draws a priority when it is put on the
/// list, and the highest is taken (Barabási, <em>Nature</em> 435, 2005; Vázquez and others, <em>Physical
/// Review E</em> 73, 036127, 2006).
/// </summary>
public sealed record PriorityList
{
    /// <summary>
    /// How many papers are on the list at most, 1 or more; the others wait before it, first come, and one of
    /// them enters when one is taken. <c>null</c>: all that wait are on the list.
    /// </summary>
    public int? Length { get; init; }

    /// <summary>
    /// How likely the highest is taken, 0 to 1; else any one on the list is, each with the same chance.
    /// </summary>
    public double Follows { get; init; } = 1;
}
