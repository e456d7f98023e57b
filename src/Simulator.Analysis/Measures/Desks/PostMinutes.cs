namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// The minutes of the people of a post, or of several, added up: person by person, so that two people at work for an hour are
/// 120 minutes.
/// </summary>
/// <param name="AtWork">In the hours of their post, with a paper of a directive in hand.</param>
/// <param name="Scheduled">In which they were to be at work: heads times hours, without those who were away.</param>
/// <param name="Beyond">With a paper in hand outside these hours, since it pierces them.</param>
/// <param name="OtherPapers">
/// In which at least one of the people had a paper of no directive in hand: no more than is known from what these kept waiting.
/// </param>
public readonly record struct PostMinutes(long AtWork, long Scheduled, long Beyond, long OtherPapers)
{
    /// <summary>
    /// The share of the time in which they were to be at work that they were at work on papers of directives, 0 to 1; not a
    /// number where nobody was to be at work.
    /// </summary>
    public double Utilisation => Scheduled == 0 ? double.NaN : (double)AtWork / Scheduled;

    /// <summary>Two together.</summary>
    public static PostMinutes operator +(PostMinutes left, PostMinutes right) => new(
        left.AtWork + right.AtWork, left.Scheduled + right.Scheduled, left.Beyond + right.Beyond,
        left.OtherPapers + right.OtherPapers);

    /// <inheritdoc cref="op_Addition"/>
    public static PostMinutes Add(PostMinutes left, PostMinutes right) => left + right;
}
