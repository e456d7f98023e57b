using Simulator.Kernel.Conduct;

namespace Simulator.Kernel.Compilation;

/// <summary>How bodies of a kind ask, and what they do when asked; absent where nothing is said of it.</summary>
public sealed class CompiledQuestions
{
    private CompiledQuestions(QuestionRule rule)
    {
        Opinion = Share(rule.Opinion);
        Returns = Share(rule.Returns);
        PassesUp = Share(rule.PassesUp);
        Refuses = Share(rule.Refuses);
        AtMost = rule.AtMost is >= 0 and <= QuestionRule.MostRounds
            ? rule.AtMost
            : throw new ModelException($"A question is sent back 0 to {QuestionRule.MostRounds} times, not {rule.AtMost}.");
        Silence = Checked(rule.Silence);
    }

    /// <summary>How likely it asks for an opinion before it assigns.</summary>
    public double Opinion { get; }

    /// <summary>How likely it sends a question back.</summary>
    public double Returns { get; }

    /// <summary>How often at most.</summary>
    public int AtMost { get; }

    /// <summary>How likely it passes a question up.</summary>
    public double PassesUp { get; }

    /// <summary>How likely it refuses.</summary>
    public double Refuses { get; }

    /// <summary>What no answer means to it; <c>null</c>: it waits.</summary>
    public SilenceRule? Silence { get; }

    internal static CompiledQuestions? Of(QuestionRule? rule) => rule is null ? null : new CompiledQuestions(rule);

    internal static SilenceRule? Checked(SilenceRule? rule) => rule is { After.Minutes: < 1 }
        ? throw new ModelException("Silence means something after a minute at the earliest.")
        : rule;

    private static double Share(double share) =>
        share is >= 0 and <= 1 ? share : throw new ModelException($"A share of {share} in 'questions' is not between 0 and 1.");
}
