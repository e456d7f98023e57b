namespace Simulator.Analysis.Calibration;

/// <summary>
/// Whether one level of a group is slower or faster than the others: the likelihood ratio of a scale of its own against
/// one for all.
/// </summary>
/// <param name="Level">The level.</param>
/// <param name="Pairs">Its pairs.</param>
/// <param name="Scale">Its own scale, as a factor for the library's medians.</param>
/// <param name="Chance">The chance of a ratio as large if all are alike (chi-square, one degree of freedom).</param>
/// <param name="Levels">How many levels were tried; a chance counts against 5% divided by it (Bonferroni).</param>
public sealed record LevelTest(string Level, int Pairs, double Scale, double Chance, int Levels)
{
    /// <summary>Whether it is at odds with the others.</summary>
    public bool IsAtOdds => Chance < 0.05 / Levels;
}
