using System.CommandLine;
using Simulator.Analysis.Paths;
using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator diff</c>: two runs, or two directives, body by body.</summary>
internal static class DiffCommand
{
    private const int MostTop = 100_000;

    internal static Command Create()
    {
        var first = new Argument<string>("first") { Description = "the folder of a run" };
        var second = new Argument<string?>("second")
        {
            Description = "the folder of another; without it two directives of the first",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var directive = new Option<string?>("--directive")
        {
            Description = "id of a directive of both runs, or the symbol of any of its papers, or a unique part of one",
        };
        var directives = new Option<string?>("--directives")
        {
            Description = "two of them, such as telegram,order: the one of the first run, the other of the second, or of the same",
        };
        var top = new Option<int?>("--top") { Description = "how many lines of each list to show; else 10" };
        var language = CommonOptions.Language();
        var format = CommonOptions.Format();
        var command = new Command(
            "diff",
            "Tells two runs apart, or two directives: what was later at which body, by how much, where that began, and how "
            + "many inherited it.\n\nExamples:\n  simulator diff runs/a runs/b --directive 570\n"
            + "  simulator diff runs/a --directives telegram,order")
        {
            first, second, directive, directives, top, language, format,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(top) is { } lines and (< 1 or > MostTop))
            {
                throw new UsageException($"{top.Name} {lines} is not a number of lines from 1 to {MostTop:N0}.");
            }

            return Compare(
                parsed.GetValue(first)!, parsed.GetValue(second), parsed.GetValue(directive), parsed.GetValue(directives),
                parsed.GetValue(top) ?? 10, Language.Of(parsed.GetValue(language)), parsed.GetValue(format) == "json");
        });
        return command;
    }

    private static int Compare(
        string first, string? second, string? directive, string? directives, int top, Language language, bool json)
    {
        if (directive is not null && directives is not null)
        {
            throw new UsageException("--directive is one of both runs, --directives are one of each: give one of the two.");
        }

        if (second is null && directives is null)
        {
            throw new UsageException(
                "diff takes two runs, 'simulator diff RUN RUN', or two directives of one, 'simulator diff RUN --directives A,B'.");
        }

        var left = RunFolder.Open(first);
        var right = second is null ? left : RunFolder.Open(second);
        var (leftRoot, rightRoot) = RootsOf(left, right, directive, directives);
        var (leftScene, rightScene) = (SceneOf(left, leftRoot, language), SceneOf(right, rightRoot, language));
        leftRoot = leftScene.OneRoot; // refuses one that was not issued
        rightRoot = rightScene.OneRoot;
        var difference = DirectiveDifference.Of(
            BodyCourse.Read(left.Trace, leftRoot), BodyCourse.Read(right.Trace, rightRoot)) ?? throw new UsageException(
            $"There is nothing to compare: of the {Reach(leftScene):N0} bodies that '{IdOf(leftScene)}' in '{left.Path}' is for, "
            + $"none is among the {Reach(rightScene):N0} that '{IdOf(rightScene)}' in '{right.Path}' is for. Bodies are told by id.");
        var view = new DiffView(leftScene, rightScene, difference, top);
        if (json)
        {
            JsonOutput.Write(view.Json());
        }
        else
        {
            view.Print(Terminal.Out());
        }

        return ExitCode.Done;
    }

    private static (int Left, int Right) RootsOf(RunFolder left, RunFolder right, string? directive, string? directives)
    {
        if (directives is not null)
        {
            return directives.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var one, var other]
                ? (Root(left, one), Root(right, other))
                : throw new UsageException(
                    $"--directives takes two of them with a comma between, such as telegram,order; not '{directives}'.");
        }

        if (directive is not null)
        {
            return (Root(left, directive), Root(right, directive));
        }

        var (ours, theirs) = (IssuedIn(left), IssuedIn(right));
        var common = ours.Keys.Where(theirs.ContainsKey).ToList();
        return common switch
        {
            [var one] => (ours[one], theirs[one]),
            [] when ours.Count == 1 && theirs.Count == 1 => (ours.Values.First(), theirs.Values.First()),
            [] => throw new UsageException(
                $"The runs have no directive of one id in common: '{left.Path}' has {Listed(ours.Keys)}, '{right.Path}' has "
                + $"{Listed(theirs.Keys)}. Choose one of each with --directives A,B."),
            _ => throw new UsageException(
                $"The runs have {common.Count:N0} directives in common; choose one with --directive: {Listed(common)}."),
        };
    }

    private static string Listed(IReadOnlyCollection<string> ids) => ids.Count == 0
        ? "none"
        : string.Join(", ", ids.Take(6)) + (ids.Count > 6 ? ", …" : "");

    private static Dictionary<string, int> IssuedIn(RunFolder folder) => Enumerable.Range(0, folder.Trace.Model.Directives.Count)
        .Where(root => folder.Trace.Model.Directives[root] is { IsIssued: true } each && each.Issued <= folder.Manifest.Until)
        .ToDictionary(root => folder.Trace.Model.Directives[root].Source.Id, StringComparer.Ordinal);

    private static int Root(RunFolder folder, string text) => new PaperNames(folder.Trace, folder.Scenario.Labels).Root(text);

    private static Scene SceneOf(RunFolder folder, int root, Language language) =>
        new(folder, language) { At = folder.Manifest.Until, Root = root, Body = null };

    private static string IdOf(Scene scene) => scene.Model.Directives[scene.OneRoot].Source.Id;

    private static int Reach(Scene scene) => scene.Model.Directives[scene.OneRoot].Reach.Count;
}
