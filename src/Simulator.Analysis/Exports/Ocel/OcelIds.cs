namespace Simulator.Analysis.Exports.Ocel;

/// <summary>Ids of events and objects, the same as the tables of the store have (<c>ocel.sql</c>).</summary>
/// <param name="names">Names of the run.</param>
internal sealed class OcelIds(ExportedNames names)
{
    private readonly string[] bodies = [.. names.Bodies.Select(body => $"body:{body.Key}")];

    internal string Event(long body, long sequence) => $"{names.Bodies[(int)body].Key}#{sequence}";

    internal string Body(long body) => bodies[body];

    internal string Directive(long root) => $"directive:{names.Root(root)}";

    internal string Document(long root, long body, long ordinal) =>
        $"document:{names.Root(root)}@{names.Bodies[(int)body].Key}#{ordinal}";

    internal string Assignment(long root, long item, long body) =>
        $"assignment:{names.Root(root)}/{names.Assignment(root, item)}@{names.Bodies[(int)body].Key}";

    internal string Report(long sender, long sequence) => $"report:{Event(sender, sequence)}";
}
