using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Models;

/// <summary>A run that has been played, with all that it left.</summary>
internal sealed record Played(CompiledModel Model, RunOptions Options, List<Entry> Entries, Digest Digest)
{
    /// <summary>The last tick that was played.</summary>
    public int Until => Options.Until?.Value ?? Model.Until;

    public ChanceKey Chance => new(Options.Seed, Options.Replication);

    public static Played Of(Model model, RunOptions? options = null) =>
        Of(ModelCompiler.Compile(model), options);

    public static Played Of(CompiledModel model, RunOptions? options = null)
    {
        var collector = new JournalCollector();
        options ??= new RunOptions();
        var result = InProcessEngine.Run(model, options, collector);
        return new Played(model, options, collector.Entries, result.Digest);
    }

    public IEnumerable<Entry> By(string body) => By(Hash64.Of(body));

    public IEnumerable<Entry> By(ulong body) => Entries.Where(entry => entry.Body == body);

    public IEnumerable<Entry> By(string body, EntryKind kind) => By(body).Where(entry => entry.Kind == kind);
}
