using System.CommandLine;
using System.Globalization;
using System.Text;
using Simulator.Cli.Reports;
using Simulator.Cli.Reports.Page;
using Simulator.Cli.Runs;
using Simulator.Cli.Sweeps;
using Simulator.Cli.Words;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator report</c>: a run, several side by side, or a sweep, as one page that needs nothing else.</summary>
internal static class ReportCommand
{
    private const int MostReplications = 100_000;

    internal static Command Create()
    {
        var runs = new Argument<string[]>("run")
        {
            Description = "the folders of one or more runs, or of one sweep; else the newest below 'runs'",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string?>("--out")
        {
            Description = "the file to write; - is standard output; else "
            + "NAME.html, after the run's folder"
        };
        var force = new Option<bool>("--force") { Description = "replace a file that is there" };
        var title = new Option<string?>("--title") { Description = "the title of the page; else the scenario's" };
        var directive = new Option<string?>("--directive")
        {
            Description = "id of a directive, or the symbol of any of its papers, or a unique part of one; else the one of which most "
                + "bodies have not complied",
        };
        var replications = new Option<int?>("--replications")
        {
            Description = "runs for the predictions of observed papers, 200 where there are any, 0 for none; where it is "
                + "given, they also "
                + "tell how often each body is on the critical path",
        };
        var language = CommonOptions.Language();
        var command = new Command(
            "report",
            "Writes a page about a run that opens in any browser without a network: in words, who stands where, how far it had come by "
            + "when, how long it took, the way to the last, what was waited for, where it does not go on, predicted and observed, goals. "
            + "Several runs stand side by side; of a sweep each number has its interval.\n\n"
            + "Examples:\n  simulator report runs/bac-kan-570-base-s570 --lang vi\n  simulator report sweeps/staff --out staff.html")
        {
            runs, output, force, title, directive, replications, language,
        };
        command.SetAction(parsed => Report(
            new ReportRequest
            {
                Folders = parsed.GetValue(runs) ?? [],
                Language = Language.Of(parsed.GetValue(language)),
                Title = parsed.GetValue(title),
                Directive = parsed.GetValue(directive),
                Replications = parsed.GetValue(replications),
            },
            parsed.GetValue(output), parsed.GetValue(force)));
        return command;
    }

    private static int Report(ReportRequest request, string? output, bool force)
    {
        if (request.Replications is < 0 or > MostReplications)
        {
            throw new UsageException($"--replications {request.Replications} is not a number of replications from 0 to "
                + $"{MostReplications:N0}.");
        }

        var isSweep = request.Folders.Any(SweepFolder.IsSweep);
        Check(request, isSweep);
        List<string> folders = [.. request.Folders.Count == 0 ? [RunFolder.PathOf(null)] : request.Folders.Select(RunFolder.PathOf)];
        var place = ExportPlace.Of(output, force, folders, folders.Count > 1 ? "-and-others.html" : ".html");
        var (page, charts) = Interruption.Heeded(() =>
        {
            var document = isSweep
                ? new SweepDocument(request).Make(folders[0])
                : new RunDocument(request).Make(folders.ConvertAll(RunFolder.Open));
            return (new UTF8Encoding(false).GetBytes(HtmlPage.Of(document)), document.Charts.Count());
        });
        place.Write(
            target =>
            {
                target.Write(page);
                return page;
            },
            out var bytes);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{place.Path ?? "Standard output"}: {bytes / 1e6:0.0} MB, {charts} charts."));
        return ExitCode.Done;
    }

    private static void Check(ReportRequest request, bool isSweep)
    {
        if (isSweep && request.Folders.Count > 1)
        {
            throw new UsageException("A sweep has a report of its own: name one sweep, or several runs.");
        }

        if (isSweep && (request.Directive is not null || request.Replications is not null))
        {
            throw new UsageException("--directive and --replications are for runs; a sweep says itself what it asked about "
                + "and how often.");
        }

        if (request.Folders.Count > RunDocument.MostRuns)
        {
            throw new UsageException(
                $"{request.Folders.Count} runs are more than can be read side by side: name up to {RunDocument.MostRuns}, "
                    + $"or play a sweep.");
        }
    }
}
