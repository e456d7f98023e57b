using System.Text;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Store;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Tests.Analysis.Store;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Exports;

/// <summary>A run with its store, and what an export of it is.</summary>
internal sealed class ExportedRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ExportedRun(string name, bool writesOcelTables = true)
        : this(ShippedRun.Base(name), writesOcelTables)
    {
    }

    private ExportedRun(Played played, bool writesOcelTables)
    {
        Stored = new StoredRun(played, writesOcelTables);
        Source = new ExportSource(RunStore.OpenReadOnly(Stored.Folder));
    }

    public StoredRun Stored { get; }

    public ExportSource Source { get; }

    /// <summary>The sample, with a name that is markup, and one that a spreadsheet would calculate.</summary>
    public static ExportedRun WithNames(string markup, string formula)
    {
        var names = $"names: [{Quoted(markup)}, {Quoted(formula)}]";
        var loaded = Sample.Sound(Sample.With("names: [Phòng Nội vụ, Phòng Y tế]", names));
        var played = Played.Of(ModelCompiler.Compile(loaded.Model!), new RunOptions { Seed = 1 });
        return new ExportedRun(played, writesOcelTables: true);
    }

    /// <summary>What an export writes, as text.</summary>
    public string Text(Action<ExportSource, Stream> write)
    {
        using var stream = new MemoryStream();
        write(Source, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The same in a file.</summary>
    public string File(string name, Action<ExportSource, Stream> write) => folder.Write(name, Text(write));

    public void Dispose()
    {
        Source.Dispose();
        Stored.Dispose();
        folder.Dispose();
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
