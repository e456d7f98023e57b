namespace Simulator.Kernel.Documents;

/// <summary>
/// What becomes of a directive's content in the hands of those who hand it on, and of those who carry out
/// what is worded vaguely. All are shares, 0 to 1. A document of its own can lose, weaken, distort and add
/// (Tullock, <i>The Politics of Bureaucracy</i>, 1965, chapter 14: whispering down the lane); a text that is
/// copied only weakens; a cover letter can lose what it encloses.
/// </summary>
public sealed record ContentRule
{
    /// <summary>Hands on everything as it came, and words it concretely.</summary>
    public static ContentRule Faithful { get; } = new();

    /// <summary>Probability that an assignment is left out of a document of its own, for all its addressees.</summary>
    public double Loses { get; init; }

    /// <summary>The share of its strength that the content loses where the text is written anew or copied.</summary>
    public double Fades { get; init; }

    /// <summary>Probability that an assignment comes to mean something else in a document of its own.</summary>
    public double Distorts { get; init; }

    /// <summary>Probability that a local assignment which names the body in its added-by is added.</summary>
    public double Adds { get; init; }

    /// <summary>
    /// Probability that a document of its own words the assignments concretely: who, what, by when. Else
    /// their wording stays as it came.
    /// </summary>
    public double Concretises { get; init; } = 1;

    /// <summary>Probability, for each copy, that a cover letter goes without what it should enclose.</summary>
    public double LosesAttachment { get; init; }

    /// <summary>The share of vaguely worded assignments that is carried out in full, of what would be else.</summary>
    public double VagueDone { get; init; } = 1;
}
