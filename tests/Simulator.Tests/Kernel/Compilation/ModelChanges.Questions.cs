using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>What is declared of questions upward, and of who signs instead of the leadership.</summary>
internal static partial class ModelChanges
{
    private static Dictionary<string, Func<Model, Model>> OfQuestions => new()
    {
        ["Assignment.Silence"] = model => Duty(model, 0, duty => duty with { Silence = null }),
        ["BodyKind.Questions"] = model => Kind(model, kind => kind with { Questions = null }),
        ["QuestionRule.Opinion"] = model => Asking(model, rule => rule with { Opinion = 0.2 }),
        ["QuestionRule.Silence"] = model => Asking(model, rule => rule with { Silence = null }),
        ["QuestionRule.Returns"] = model => Asking(model, rule => rule with { Returns = 0.3 }),
        ["QuestionRule.AtMost"] = model => Asking(model, rule => rule with { AtMost = 2 }),
        ["QuestionRule.PassesUp"] = model => Asking(model, rule => rule with { PassesUp = 0.4 }),
        ["QuestionRule.Refuses"] = model => Asking(model, rule => rule with { Refuses = 0.5 }),
        ["SilenceRule.After"] = model => Asking(
            model, rule => rule with { Silence = new SilenceRule(TickSpan.FromDays(6)) }),
        ["SilenceRule.MeansRefusal"] = model => Asking(
            model, rule => rule with { Silence = rule.Silence! with { MeansRefusal = true } }),
        ["BodyKind.Signing"] = model => Kind(model, kind => kind with { Signing = null }),
        ["SigningRule.ByOrder"] = model => Signing(model, rule => rule with { ByOrder = 0.3 }),
        ["SigningRule.UpTo"] = model => Signing(model, rule => rule with { UpTo = Urgency.Urgent }),
        ["SigningRule.ByAuthorisation"] = model => Signing(model, rule => rule with { ByAuthorisation = 0.6 }),
        ["SigningRule.By"] = model => Signing(model, rule => rule with { By = Simulator.Kernel.Office.Post.Clerk }),
    };

    private static Model Asking(Model model, Func<QuestionRule, QuestionRule> change) =>
        Kind(model, kind => kind with { Questions = change(kind.Questions!) });

    private static Model Signing(Model model, Func<SigningRule, SigningRule> change) =>
        Kind(model, kind => kind with { Signing = change(kind.Signing!) });
}
