using System.CommandLine;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator validate</c>: all errors of scenario files in one go, without a run.</summary>
internal static class ValidateCommand
{
    internal static Command Create()
    {
        var paths = new Argument<string[]>("file-or-folder")
        {
            Description = "scenario files, or folders whose .yaml files are scenarios",
            Arity = ArgumentArity.OneOrMore,
        };
        var root = CommonOptions.ScenarioRoot();
        var format = CommonOptions.Format();
        var command = new Command(
            "validate",
            "Checks scenario files and tells every error with its place.\n\n"
            + "Example:\n  simulator validate scenarios")
        {
            paths, root, format,
        };
        command.SetAction(parsed => Validate(
            parsed.GetValue(paths)!, parsed.GetValue(root)?.FullName, parsed.GetValue(format) == "json"));
        return command;
    }

    private static int Validate(string[] paths, string? root, bool json)
    {
        var files = paths.SelectMany(FilesOf).Distinct(StringComparer.Ordinal).ToList();
        var checkedFiles = new List<(string File, IReadOnlyList<Problem> Problems)>();
        foreach (var file in files)
        {
            Interruption.Token.ThrowIfCancellationRequested();
            checkedFiles.Add((file, Check(file, root)));
        }

        var problems = checkedFiles.SelectMany(each => each.Problems).ToList();
        if (json)
        {
            JsonOutput.Write(new
            {
                Files = checkedFiles.Select(each => new
                {
                    each.File,
                    IsValid = each.Problems.All(problem => problem.Severity != Severity.Error),
                    Problems = each.Problems.Select(ProblemView.AsJson),
                }),
            });
        }
        else
        {
            ProblemView.Print(Console.Out, problems);
            var errors = problems.Count(problem => problem.Severity == Severity.Error);
            Console.Out.WriteLine(
                $"{files.Count} scenario{(files.Count == 1 ? "" : "s")}, {errors} error{(errors == 1 ? "" : "s")}, "
                + $"{problems.Count - errors} warning{(problems.Count - errors == 1 ? "" : "s")}");
        }

        return problems.Any(problem => problem.Severity == Severity.Error) ? ExitCode.BadInput : ExitCode.Done;
    }

    /// <summary>The problems of a file and of each of its variants.</summary>
    private static List<Problem> Check(string file, string? root)
    {
        if (RunFolder.KeepsInjects(file))
        {
            return []; // The scenario of the run contains them, and is checked itself.
        }

        if (InjectFile.Read(file) is { } injects)
        {
            var (scenario, problem) = injects.ScenarioFile();
            return scenario is null ? problem is null ? [] : [problem]
                : [.. ScenarioModel.Load(scenario, new LoadOptions { Root = root, Injects = injects }).Problems];
        }

        var loaded = ScenarioModel.Load(file, new LoadOptions { Root = root });
        var problems = loaded.Problems.ToList();
        if (loaded.Model is not null)
        {
            foreach (var variant in loaded.Loaded.Variants)
            {
                var changed = ScenarioModel.Load(file, new LoadOptions { Root = root, Variant = variant });
                problems.AddRange(changed.Problems.Where(problem => !problems.Contains(problem)));
                if (loaded.RunsAs(changed))
                {
                    problems.Add(new Problem(
                        Severity.Warning, loaded.Loaded.VariantPlaces[variant], $"The variant '{variant}' changes nothing in any run.",
                        "Set what some body or directive has, to another value than it has, or leave the variant out."));
                }
            }
        }

        return problems;
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (Directory.Exists(path))
        {
            var found = Directory.EnumerateFiles(path, "*.yaml", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .ToList();
            return found.Count > 0
                ? found
                : throw new UsageException($"There is no .yaml file in the folder '{path}'.");
        }

        return File.Exists(path)
            ? [path]
            : throw new UsageException($"There is no file or folder '{path}'.");
    }
}
