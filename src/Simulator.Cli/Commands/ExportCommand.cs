using System.CommandLine;
using System.Globalization;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Csv;
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
        var forms = Forms(options);
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

            Export(form, folder, place, parsed, isJson);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>All forms: one line each.</summary>
    private static ExportedForm[] Forms(ExportOptions options) =>
    [
        new("csv", ".csv", [options.Case, options.Events],
            (source, target, parsed) => CsvExport.Write(source, target, options.CaseOf(parsed), options.EventsOf(parsed))),
    ];

    private static void Export(ExportedForm form, string folder, ExportPlace? place, ParseResult parsed, bool isJson)
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
            return;
        }

        var counted = string.Join(", ", summary.Counts.Select(
            count => string.Create(CultureInfo.InvariantCulture, $"{count.Number:N0} {count.What}")));
        var size = place is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; {bytes / 1e6:0.00} MB");
        Console.Error.WriteLine($"{place?.Path ?? form.Name}: {counted}{size}");
        foreach (var remark in summary.Remarks)
        {
            Console.Error.WriteLine(remark);
        }
    }
}
