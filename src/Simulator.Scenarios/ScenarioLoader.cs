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

            return new Loading(options, problems, root).Run(new SourceFile(path, full));
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
        return new Loading(options ?? new LoadOptions(), new ProblemList(), root: null)
            .Run(new SourceFile(name, null, text));
    }

    internal static LoadResult Refused(ProblemList problems) => new() { Problems = problems.InOrder() };
}
