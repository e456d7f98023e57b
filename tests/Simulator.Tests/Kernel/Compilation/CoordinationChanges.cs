using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>The changes of <see cref="ModelChanges"/> that concern leads, collectors and copies.</summary>
internal static class CoordinationChanges
{
    public static readonly Dictionary<string, Func<Model, Model>> WithEffect = new()
    {
        ["Assignment.Inputs"] = model => Waiting(model, null),
        ["InputRule.AtMost"] = model => Waiting(model, new InputRule()),
        ["Directive.CollectedBy"] = model => Order(model, order => order with
        {
            CollectedBy = new Dictionary<string, IReadOnlyList<Selector>> { ["centre"] = [new Selector { Line = "party" }] },
        }),
        ["Directive.Copies"] = model => Order(model, order => order with { Copies = [] }),
        ["CopyRule.By"] = model => Order(
            model, order => order with { Copies = [new CopyRule([], order.Copies[0].To)] }),
        ["CopyRule.To"] = model => Order(
            model, order => order with { Copies = [order.Copies[0] with { To = [new Selector { Named = "p/2" }] }] }),
    };

    private static Model Waiting(Model model, InputRule? rule) => Order(model, order => order with
    {
        Assignments = [.. order.Assignments.Select(duty => duty.Id == "a/2" ? duty with { Inputs = rule } : duty)],
    });

    private static Model Order(Model model, Func<Directive, Directive> change) =>
        model with { Directives = [change(model.Directives[0])] };
}
