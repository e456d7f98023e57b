using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;

namespace Simulator.Analysis.Store;

/// <summary>What a store says of the model of its run: bodies and offices, directives and assignments.</summary>
internal static class ModelRows
{
    internal static void Write(StoreFile file, StoreNumbers numbers, int until)
    {
        var model = numbers.Trace.Model;
        WriteKinds(file, model);
        WriteOffices(file, model, until);
        WriteBodies(file, numbers);
        WriteRoots(file, numbers);
    }

    private static void WriteKinds(StoreFile file, CompiledModel model)
    {
        using var levels = file.Rows("level", 2);
        for (var level = 0; level < model.Source.Levels.Count; level++)
        {
            levels.Set(0, level).Set(1, model.Source.Levels[level]).Write();
        }

        using var kinds = file.Rows("kind", 4);
        for (var kind = 0; kind < model.Source.Kinds.Count; kind++)
        {
            var declared = model.Source.Kinds[kind];
            kinds.Set(0, kind).Set(1, declared.Id)
                .Set(2, model.Source.Levels.ToList().IndexOf(declared.Level)).Set(3, declared.Line).Write();
        }
    }

    private static void WriteOffices(StoreFile file, CompiledModel model, int until)
    {
        using var offices = file.Rows("office", 7);
        for (var office = 0; office < model.Offices.Count; office++)
        {
            offices.Set(0, office);
            for (var post = 0; post < 3; post++)
            {
                var desk = model.Offices[office].All[post];
                offices.Set(1 + post, desk.Heads).Set(4 + post, desk.Hours.WorkingBetween(0, until));
            }

            offices.Write();
        }
    }

    private static void WriteBodies(StoreFile file, StoreNumbers numbers)
    {
        var (trace, model) = (numbers.Trace, numbers.Trace.Model);
        using var bodies = file.Rows("body", 12);
        foreach (var body in numbers.Order)
        {
            var first = numbers.OfEntry(body, 1);
            bodies.Set(0, numbers.OfBody(body)).Set(9, first).Set(10, first + trace.CountOf(body) - 1);
            if (body == model.Bodies.Count)
            {
                bodies.Set(1, Director.Id).Set(2, Director.Id).Set(7, -1).Set(8, unchecked((long)Director.Hash)).Write();
                continue;
            }

            var (declared, facts) = (model.Bodies[body], model.FactsOf(body));
            bodies.Set(1, declared.Id).Set(2, declared.Name ?? declared.Id).Set(3, facts.Kind).Set(4, facts.Level)
                .Set(6, facts.Office).Set(7, body).Set(8, unchecked((long)facts.Hash));
            if (model.Superior[body] is >= 0 and var superior)
            {
                bodies.Set(5, numbers.OfBody(superior));
            }

            bodies.SetMoment(11, model.IsRestructured ? trace.DissolvedAt(body) : -1).Write();
        }
    }

    private static void WriteRoots(StoreFile file, StoreNumbers numbers)
    {
        var model = numbers.Trace.Model;
        using var roots = file.Rows("root", 4);
        using var directives = file.Rows("directive", 7);
        using var assignments = file.Rows("assignment", 5);
        var written = new HashSet<uint>();
        void Root(string type, string key, uint hash)
        {
            if (written.Add(hash))
            {
                roots.Set(0, numbers.OfRoot(hash)).Set(1, type).Set(2, key).Set(3, hash).Write();
            }
        }

        for (var place = 0; place < model.Directives.Count; place++)
        {
            var directive = model.Directives[place];
            var (number, source) = (StoreNumbers.OfDirective(place), directive.Source);
            Root("directive", source.Id, directive.ShortHash);
            directives.Set(0, number).Set(1, source.Symbol).Set(2, source.Title.In("vi"))
                .Set(3, numbers.OfBody(numbers.Trace.IssuerOf(place))).SetMoment(4, directive.IsIssued ? directive.Issued : -1)
                .Set(5, (int)source.Urgency).Set(6, directive.Reach.Count).Write();
            for (var item = 0; item < source.Assignments.Count; item++)
            {
                var assignment = source.Assignments[item];
                assignments.Set(0, number).Set(1, item).Set(2, assignment.Id).Set(3, assignment.Do.In("vi"))
                    .SetMoment(4, assignment.Due?.Value ?? -1).Write();
            }
        }

        foreach (var each in model.Events)
        {
            Root("event", each.Source.Id, each.ShortHash);
        }

        foreach (var each in model.Interventions)
        {
            Root("intervention", each.Source.Id, each.ShortHash);
        }
    }
}
