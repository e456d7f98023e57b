using System.CommandLine;
using System.Globalization;
using Simulator.Analysis.Calibration;
using Simulator.Cli.Calibration;
using Simulator.Cli.Views;
using Simulator.Scenarios.Observations;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator calibrate</c>: fits how long relays take to pairs of dated papers.</summary>
internal static class CalibrateCommand
{
    private const int Most = 100_000;

    internal static Command Create()
    {
        var table = new Argument<string>("table") { Description = "a CSV file with a pair of papers on each row" };
        var library = new Option<string[]>("--library")
        {
            Description = "the library whose steps are fitted, such as vn/2021, or a file; later ones lie over earlier ones",
            DefaultValueFactory = _ => ["vn/2021"],
            AllowMultipleArgumentsPerToken = true,
        };
        var kind = new Option<string>("--kind")
        {
            Description = "the kind of body whose steps are fitted; others are like it",
            DefaultValueFactory = _ => "province-department",
        };
        var steps = new Option<string>("--steps")
        {
            Description = "the steps that are fitted; the others stay as they are",
            DefaultValueFactory = _ => "assign,draft,sign",
        };
        var spread = new Option<string>("--spread")
        {
            Description = "sigmas: keep the library's, fit them too, or auto: fit them if the pairs refute the library's",
            DefaultValueFactory = _ => "auto",
        };
        spread.AcceptOnlyFromAmong("auto", "keep", "fit");
        var fewest = Whole("--pool-below", "levels with fewer pairs than this are fitted together", 30, 1);
        var samples = Whole("--samples", "samples drawn to judge how well the law fits; 0: none", 200, 0);
        var seed = new Option<ulong>("--seed") { Description = "the seed of those draws", DefaultValueFactory = _ => 1 };
        var leaveOut = new Option<string?>("--leave-out")
        {
            Description = "chain: predict each chain's dates by a fit to the others",
        };
        leaveOut.AcceptOnlyFromAmong("chain");
        var exact = new Option<bool>("--exact") { Description = "write medians to the minute, not as round numbers" };
        var outFile = new Option<string?>("--out") { Description = "write a library with the fitted steps to this file" };
        var format = CommonOptions.Format();
        var command = new Command(
            "calibrate",
            "Fits the times of an office's steps to pairs of dated papers.\n\n"
            + "Example:\n  simulator calibrate scenarios/data/relay-delays.csv --library vn/2020 --leave-out chain")
        {
            table, library, kind, steps, spread, fewest, samples, seed, leaveOut, exact, outFile, format,
        };
        command.SetAction(parsed => Calibrate(new CalibrateRequest
        {
            Table = parsed.GetValue(table)!,
            Libraries = parsed.GetValue(library)!,
            Kind = parsed.GetValue(kind)!,
            Steps = parsed.GetValue(steps)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Spread = Enum.Parse<SpreadChoice>(parsed.GetValue(spread)!, ignoreCase: true),
            Fewest = parsed.GetValue(fewest),
            Samples = parsed.GetValue(samples),
            Seed = parsed.GetValue(seed),
            LeavesOutChains = parsed.GetValue(leaveOut) is not null,
            IsExact = parsed.GetValue(exact),
            Out = parsed.GetValue(outFile),
            IsJson = parsed.GetValue(format) == "json",
        }));
        return command;
    }

    private static Option<int> Whole(string name, string description, int usual, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => !int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                || value < least || value > Most))
            {
                result.AddError($"{name} is a whole number from {least} to {Most}.");
            }
        });
        return option;
    }

    private static int Calibrate(CalibrateRequest request)
    {
        if (request.Out is { } wanted && Path.GetDirectoryName(Path.GetFullPath(wanted)) is { } folder
            && !Directory.Exists(folder))
        {
            throw new UsageException($"There is no folder '{folder}' to write '{Path.GetFileName(wanted)}' to.");
        }

        if (request.Out is { } file && request.Libraries.Any(each => Path.GetFullPath(each) == Path.GetFullPath(file)))
        {
            throw new UsageException(
                $"'{file}' is one of the libraries that are fitted, and what is written includes them: name another file.");
        }

        var (rows, problems) = RelayTable.Read(request.Table);
        ProblemView.Print(Console.Error, problems);
        if (problems.Any(problem => problem.Severity == Severity.Error))
        {
            return ExitCode.BadInput;
        }

        RequirePairs(request.Table, rows);
        var office = LibraryOffice.Load(
            request.Libraries,
            request.Kind,
            request.Steps,
            rows.Min(row => row.UpperDays.Earliest),
            rows.Max(row => row.LowerDays.Latest));
        RequireLevels(rows, office);
        var order = request.Order(rows, office);
        if (Calibrator.Groups(order).All(group => group.Pairs.Count < Calibrator.LeastPairs))
        {
            throw new UsageException(
                $"{request.Table} has {Calibrator.LeastPairs} pairs of an urgency only over several levels, and --pool-below "
                + $"{request.Fewest} fits these apart: choose a higher one.");
        }

        var fits = Calibrator.Fit(order);
        var fragment = new FragmentText(office, fits, request.IsExact);
        var yaml = fragment.Yaml(Path.GetFileName(request.Table), request.Libraries, request.Folder);
        if (request.Out is { } path)
        {
            File.WriteAllText(path, yaml);
        }

        if (request.IsJson)
        {
            CalibrationJson.Write(request, order, fits, fragment, yaml);
        }
        else
        {
            new CalibrationView(request, order, office, fits, fragment).Print(Console.Out, yaml);
        }

        return ExitCode.Done;
    }

    private static void RequirePairs(string table, IReadOnlyList<RelayRow> rows)
    {
        var urgencies = rows.GroupBy(row => row.Urgency).OrderByDescending(urgency => urgency.Key).ToList();
        if (urgencies.TrueForAll(urgency => urgency.Count() < Calibrator.LeastPairs))
        {
            var counts = urgencies.Select(urgency => $"{urgency.Count()} {FragmentText.UrgencyName(urgency.Key)}");
            throw new UsageException(
                $"'{table}' has {rows.Count} {(rows.Count == 1 ? "pair" : "pairs")} ({string.Join(", ", counts)}). A fit needs at "
                + $"least {Calibrator.LeastPairs} of one urgency.");
        }
    }

    private static void RequireLevels(IReadOnlyList<RelayRow> rows, LibraryOffice office)
    {
        if (rows.FirstOrDefault(row => row.Level != "all" && !office.Levels.Contains(row.Level)) is { } strange)
        {
            var near = NearestName.Of(strange.Level, office.Levels) is { } name ? $" Did you mean '{name}'?" : "";
            throw new UsageException(
                $"{strange.LevelPlace}: error: There is no level '{strange.Level}'. There are: "
                + $"{string.Join(", ", office.Levels)}.{near}");
        }
    }
}
