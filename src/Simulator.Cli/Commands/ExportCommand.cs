using System.CommandLine;
using System.Globalization;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Csv;
using Simulator.Analysis.Exports.Ocel;
using Simulator.Analysis.Exports.Perfetto;
using Simulator.Analysis.Exports.Xes;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator export</c>: a kept run in a form that other tools read.</summary>
internal static class ExportCommand
{
    internal static Command Create()
    {
        var run = new Argument<string?>("run")
        {
            Description = "the folder of a run; else the newest below 'runs'",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var options = new ExportOptions();
        var forms = Forms(options, run);
        var to = new Option<string>("--to") { Description = "the form", Required = true };
        to.AcceptOnlyFromAmong([.. forms.Select(form => form.Name)]);
        var format = CommonOptions.Format();
        var command = new Command(
            "export",
            "Gives a kept run a form that other tools read. What each holds, and who opens it, is in docs/exports.md.\n\n"
            + "Examples:\n  simulator export --to csv --case document\n"
            + "  simulator export runs/bac-kan-570-base-s570 --to csv --out -\n\n"
            + "What each form takes:\n"
            + string.Join('\n', forms.Select(
                form => $"  {form.Name,-14} {string.Join(' ', form.All(options).Select(option => option.Name))}")))
        {
            run, to, format,
        };
        foreach (var option in forms.SelectMany(form => form.All(options)).Distinct())
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var form = forms.Single(each => each.Name == parsed.GetValue(to));
            form.RefuseOthers(options, parsed, forms);
            var folder = RunFolder.PathOf(parsed.GetValue(run));
            var isJson = parsed.GetValue(format) == "json";
            var place = form.Ending is { } ending
                ? ExportPlace.Of(parsed.GetValue(options.Out), parsed.GetValue(options.Force), folder, ending)
                : null;
            if (isJson && place is { Path: null })
            {
                throw new UsageException("--format json tells on standard output what was written, so --out - cannot go there, too.");
            }

            return Export(form, folder, place, parsed, isJson) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    /// <summary>All forms: one line each.</summary>
    private static ExportedForm[] Forms(ExportOptions options, Argument<string?> run) =>
    [
        new("csv", ".csv", [options.Case, options.Events],
            (source, target, parsed) => CsvExport.Write(source, target, options.CaseOf(parsed), options.EventsOf(parsed))),
        new("xes", ".xes", [options.Case, options.Events],
            (source, target, parsed) => XesExport.Write(source, target, options.CaseOf(parsed), options.EventsOf(parsed))),
        new("ocel", ".ocel.json", [], (source, target, _) => OcelExport.Write(source, target)),
        new("perfetto", ".perfetto.json", [options.Directive, options.Under, options.Top],
            (source, target, parsed) => PerfettoExport.Write(source, target, options.PerfettoOf(parsed))),
        Otlp(new OtlpCommandOptions(options)),
        OpenMetrics(new OpenMetricsSettings(options), run),
    ];

    private static ExportedForm Otlp(OtlpCommandOptions otlp) =>
        new("otlp", null, otlp.All, (source, _, parsed) => otlp.Send(source, parsed));

    private static ExportedForm OpenMetrics(OpenMetricsSettings settings, Argument<string?> run) => new(
        "openmetrics", ".om", settings.All,
        (source, target, parsed) => settings.Write(source, target, parsed, RunFolder.PathOf(parsed.GetValue(run))));

    /// <returns>Whether all was written, or arrived.</returns>
    private static bool Export(ExportedForm form, string folder, ExportPlace? place, ParseResult parsed, bool isJson)
    {
        using var store = StoreOfRun.Open(folder, Interruption.Token);
        var bytes = 0L;
        var summary = place is null
            ? form.Write(store.Source, Stream.Null, parsed)
            : place.Write(target => form.Write(store.Source, target, parsed), out bytes);
        if (isJson)
        {
            JsonOutput.Write(new
            {
                run = folder,
                to = form.Name,
                file = place?.Path,
                bytes = place is null ? (long?)null : bytes,
                counts = summary.Counts.ToDictionary(count => count.What, count => count.Number),
                remarks = summary.Remarks,
            });
            return summary.IsWhole;
        }

        var counted = string.Join(", ", summary.Counts.Select(
            count => string.Create(CultureInfo.InvariantCulture, $"{count.Number:N0} {count.Called}")));
        var size = place is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; {bytes / 1e6:0.00} MB");
        Console.Error.WriteLine($"{place?.Path ?? form.Name}: {counted}{size}");
        foreach (var remark in summary.Remarks)
        {
            Console.Error.WriteLine(remark);
        }

        return summary.IsWhole;
    }
}
