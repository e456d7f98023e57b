using Simulator.Scenarios.Composition;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios;

/// <summary>
/// Reads scenarios. Whatever is in a file, the answer is a model or the problems that it has, never an
/// exception.
/// </summary>
public static class ScenarioLoader
{
    /// <summary>The beginning of the problem that a mistake in the reader itself is told with.</summary>
    internal const string OwnMistake = "The program itself made a mistake in reading this scenario";

    /// <summary>Reads a scenario from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to make of it.</param>
    public static LoadResult Load(string path, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new LoadOptions();
        var problems = new ProblemList();
        var place = new Place(path, 1, 1);
        try
        {
            string full = Path.GetFullPath(path);
            if (!File.Exists(full))
            {
                problems.Error(place, Directory.Exists(full) ? "This is a folder, not a scenario."
                    : "There is no such file.");
                return Refused(problems);
            }

            var root = ScenarioRoot.Of(full, options.Root);
            if (!root.Holds(full))
            {
                problems.Error(place, $"The scenario lies outside the root, {root.Folder}.",
                    "Name another root.");
                return Refused(problems);
            }

            return Guarded(new SourceFile(path, full), options, problems, root);
        }
        catch (Exception fault) when (fault is ArgumentException or IOException or UnauthorizedAccessException
            or NotSupportedException or System.Security.SecurityException)
        {
            problems.Error(place, $"The file cannot be read: {fault.Message}");
            return Refused(problems);
        }
    }

    /// <summary>
    /// Reads a scenario from text, such as a resolved one; it can include libraries but no files.
    /// </summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">What problems call it.</param>
    /// <param name="options">What to make of it.</param>
    public static LoadResult LoadText(string text, string name, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return Guarded(
            new SourceFile(name, null, text), options ?? new LoadOptions(), new ProblemList(), root: null);
    }

    /// <summary>
    /// A mistake in the program itself is told like any other problem, without a stack trace.
    /// </summary>
    private static LoadResult Guarded(
        SourceFile source, LoadOptions options, ProblemList problems, ScenarioRoot? root)
    {
        try
        {
            return new Loading(options, problems, root).Run(source);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            problems.Error(
                new Place(source.Name, 1, 1),
                $"{OwnMistake}: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}",
                "Please report it together with the scenario.");
            return Refused(problems);
        }
    }

    internal static LoadResult Refused(ProblemList problems) => new() { Problems = problems.InOrder() };
}
