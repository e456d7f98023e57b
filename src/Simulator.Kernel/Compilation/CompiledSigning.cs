using Simulator.Kernel.Office;

namespace Simulator.Kernel.Compilation;

/// <summary>Who signs instead of the leadership; absent where nobody does.</summary>
public sealed class CompiledSigning
{
    private CompiledSigning(SigningRule rule)
    {
        if (!(rule.ByOrder is >= 0 and <= 1 && rule.ByAuthorisation is >= 0 and <= 1))
        {
            throw new ModelException("A share in 'signing' is not between 0 and 1.");
        }

        Rule = rule;
    }

    /// <summary>As declared.</summary>
    public SigningRule Rule { get; }

    /// <summary>The rule of a kind; <c>null</c> where nobody but the leadership ever signs.</summary>
    internal static CompiledSigning? Of(SigningRule? rule) =>
        rule is null || (rule.ByOrder == 0 && rule.ByAuthorisation == 0) ? null : new CompiledSigning(rule);

    /// <summary>The step of signing as somebody else takes it.</summary>
    internal CompiledStep StepOf(Step step, CompiledStep sign) => new(step, (byte)Rule.By, sign);

    /// <summary>Adds the ways on which an implementing document is signed and issued.</summary>
    internal void AddWays(CompiledStep[][] flows)
    {
        var way = flows[(int)Flow.Relay];
        var place = Array.FindIndex(way, step => step.Step == Step.Sign);
        if (place < 0 || way[place].SameServer || Array.Exists(way[(place + 1)..], step => step.SameServer))
        {
            throw new ModelException(
                "Somebody else is to sign, but there is nothing to sign, or whoever signs keeps the paper.");
        }

        var (before, sign, after) = (way[..place], way[place], way[(place + 1)..]);
        flows[(int)Flow.Relay] = before;
        flows[(int)Flow.Sign] = [sign, .. after];
        flows[(int)Flow.SignByOrder] = [StepOf(Step.SignByOrder, sign), .. after];
        flows[(int)Flow.SignByAuthorisation] = [StepOf(Step.SignByAuthorisation, sign), .. after];
    }
}
