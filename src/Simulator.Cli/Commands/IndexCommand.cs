using System.CommandLine;
using System.Diagnostics;
using Simulator.Analysis.Store;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator index</c>: makes the store of a kept run, <c>run.sqlite</c>.</summary>
internal static class IndexCommand
{
    private const string Tables = "tables";
    private const string Views = "views";

    internal static Command Create()
    {
        var run = new Argument<string?>("run")
        {
            Description = "the folder of a run; else the newest below 'runs'",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var force = new Option<bool>("--force") { Description = "replace a store that is there" };
        var ocel = new Option<string?>("--ocel")
        {
            Description = "the tables of OCEL 2.0 as tables, or as views, which take no room; else tables up to "
                + $"{StoreBuilder.MostEntriesWithTables} entries",
        };
        ocel.AcceptOnlyFromAmong(Tables, Views);
        var format = CommonOptions.Format();
        var command = new Command(
            "index",
            "Makes the store of a kept run: run.sqlite in its folder, for questions in SQL and for tools of process mining "
            + "that read OCEL 2.0. 'simulator run' makes it unless told not to.\n\n"
            + "Example:\n  simulator index runs/bac-kan-570-base-s570 --force")
        {
            run, force, ocel, format,
        };
        command.SetAction(parsed => Index(
            parsed.GetValue(run), parsed.GetValue(force),
            parsed.GetValue(ocel) is { } wanted ? wanted == Tables : null, parsed.GetValue(format) == "json"));
        return command;
    }

    private static int Index(string? run, bool force, bool? writesTables, bool json)
    {
        var folder = RunFolder.Open(run);
        var path = Path.Combine(folder.Path, RunStore.Name);
        if (File.Exists(path) && !force)
        {
            using var there = RunStore.OpenReadOnly(folder.Path); // says what is wrong with it, and that --force helps
            throw new UsageException($"'{folder.Path}' has its {RunStore.Name}. Replace it with --force.");
        }

        using var self = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), self.TotalProcessorTime);
        StoreBuilder.Build(path, folder.Trace, folder.Manifest.Facts() with { WritesOcelTables = writesTables }, Interruption.Token);
        self.Refresh();
        var (seconds, processorSeconds) = (watch.Elapsed.TotalSeconds, (self.TotalProcessorTime - before).TotalSeconds);
        var bytes = new FileInfo(path).Length;
        if (json)
        {
            var (entries, digest) = (folder.Manifest.Entries, folder.Manifest.Digest);
            JsonOutput.Write(new { run = folder.Path, store = path, entries, digest, bytes, seconds, processorSeconds });
        }
        else
        {
            Terminal.Out().Line(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{path}: {folder.Manifest.Entries:N0} entries, {bytes / 1e6:0.0} MB, in {seconds:0.0} s"));
        }

        return ExitCode.Done;
    }
}
