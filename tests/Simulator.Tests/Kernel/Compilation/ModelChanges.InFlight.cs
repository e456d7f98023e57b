using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>Changes to how papers touch each other on their way.</summary>
internal static partial class ModelChanges
{
    static ModelChanges()
    {
        foreach (var (property, change) in InFlight)
        {
            WithEffect.Add(property, change);
        }
    }

    private static Dictionary<string, Func<Model, Model>> InFlight => new()
    {
        ["Directive.Relation"] = model => Newer(model, newer => newer with { Relation = null }),
        ["Directive.Duplicates"] = model => Newer(model, newer => newer with { Duplicates = 0.3 }),
        ["PaperRelation.Kind"] = model => Relation(model, rule => rule with { Kind = RelationKind.Corrects }),
        ["PaperRelation.Directive"] = model => Relation(
            model with { Directives = [.. model.Directives, model.Directives[0] with { Id = "d/2" }] },
            rule => rule with { Directive = "d/2" }),
        ["PaperRelation.RegisteredYields"] = model => Relation(model, rule => rule with { RegisteredYields = true }),
        ["PaperRelation.FinishesWork"] = model => Relation(model, rule => rule with { FinishesWork = true }),
        ["PaperRelation.Mistyped"] = model => Relation(model, rule => rule with { Mistyped = 0.2 }),
        ["PaperRelation.Clarifies"] = model => Relation(model, rule => rule with { Clarifies = true }),
        ["PaperRelation.Changes"] = model => Relation(model, rule => rule with { Changes = [] }),
        ["AssignmentChange.Assignment"] = model => Change(model, change => change with { Assignment = "a/1" }),
        ["AssignmentChange.Due"] = model => Change(model, change => change with { Due = new Tick(12_001) }),
        ["AssignmentChange.Takes"] = model => Change(model, change => change with { Takes = Other }),
        ["Model.Recalls"] = model => model with { Recalls = [] },
        ["Recall.Directive"] = model => Recall(model, recall => recall with { Directive = "u/1" }),
        ["Recall.At"] = model => Recall(model, recall => recall with { At = new Tick(20_001) }),
        ["Recall.RegisteredYields"] = model => Recall(model, recall => recall with { RegisteredYields = true }),
        ["Recall.FinishesWork"] = model => Recall(model, recall => recall with { FinishesWork = true }),
    };

    private static Model Newer(Model model, Func<Directive, Directive> change) =>
        model with { Directives = [.. model.Directives.Select(each => each.Relation is null ? each : change(each))] };

    private static Model Relation(Model model, Func<PaperRelation, PaperRelation> change) =>
        Newer(model, newer => newer with { Relation = change(newer.Relation!) });

    private static Model Change(Model model, Func<AssignmentChange, AssignmentChange> change) =>
        Relation(model, rule => rule with { Changes = [change(rule.Changes[0])] });

    private static Model Recall(Model model, Func<Recall, Recall> change) =>
        model with { Recalls = [change(model.Recalls[0])] };
}
