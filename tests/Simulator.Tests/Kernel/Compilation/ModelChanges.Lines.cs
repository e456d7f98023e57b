using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>What is declared of lines of command that meet in one body.</summary>
internal static partial class ModelChanges
{
    private static Dictionary<string, Func<Model, Model>> OfLines => new()
    {
        ["ConductRule.RecognisesSecondRoute"] = model => Behaving(model, rule => rule with { RecognisesSecondRoute = 0.7 }),
        ["Assignment.ConflictsWith"] = model => Torn(model),
        ["AssignmentReference.Directive"] = model => Torn(model, new AssignmentReference("d/5", "b/1")),
        ["AssignmentReference.Assignment"] = model => Torn(model, new AssignmentReference("d/3", "b/2")),
        ["BodyKind.OnConflict"] = model => Kind(model, kind => kind with { OnConflict = null }),
        ["BodyKind.RulesFor"] = model =>
            Kind(model, kind => kind with { RulesFor = new ConflictRule { Obeys = ConflictChoice.First } }),
        ["ConflictRule.Obeys"] = model => Obeying(model, new ConflictRule { Obeys = ConflictChoice.Newest }),
        ["ConflictRule.Line"] = model => Obeying(model, new ConflictRule { Obeys = ConflictChoice.First, Line = "party" }),
    };

    /// <summary>A directive with two assignments that touches no other but by what its first one excludes.</summary>
    public static Directive Plain(string id, params AssignmentReference[] excludes) => new()
    {
        Id = id,
        From = "m/0",
        Issued = new Tick(50),
        To = [new Selector { Direct = true }],
        Assignments = [Sketch.Duty("b/1", 20) with { ConflictsWith = excludes }, Sketch.Duty("b/2", 20)],
    };

    private static Model Torn(Model model, params AssignmentReference[] excludes) => model with
    {
        Directives =
        [
            .. model.Directives.Take(3), Plain("d/4", excludes),
            .. excludes.Any(each => each.Directive == "d/5") ? [Plain("d/5")] : Array.Empty<Directive>(),
        ],
    };

    private static Model Obeying(Model model, ConflictRule rule) => Kind(model, kind => kind with { OnConflict = rule });
}
