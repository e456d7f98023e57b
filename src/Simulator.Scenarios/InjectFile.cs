using Simulator.Scenarios.Composition;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios;

/// <summary>A file of injects, as a trainer brings them into a run.</summary>
/// <param name="Name">What problems call it.</param>
/// <param name="Text">The YAML.</param>
/// <param name="NotBefore">
/// The tick from which on they may begin: what happened before is history; 0 for a run from its start.
/// </param>
public sealed record InjectFile(string Name, string Text, int NotBefore = 0)
{
    /// <summary>
    /// Whether they are brought into a run that is under way: what names no time then begins at
    /// <see cref="NotBefore"/>, which nobody could know when it was written.
    /// </summary>
    public bool IsLive { get; init; }

    /// <summary>Reads a file that has injects in it; <c>null</c>: it has none, or cannot be read.</summary>
    public static InjectFile? Read(string path)
    {
        try
        {
            string text = File.ReadAllText(path);
            return Root(path, text)?["injects"] is null ? null : new InjectFile(path, text);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The path of the scenario that it is written for, or what is wrong with what it says of that; neither where it
    /// says nothing that could be a path.
    /// </summary>
    public (string? Path, Problem? Problem) ScenarioFile()
    {
        var root = Root(Name, Text);
        if (root?.Scalar("scenario") is not { } written)
        {
            return root is null ? (null, null) : (null, new Problem(
                Severity.Error, root.Place, "The inject file does not say for which scenario it is written.",
                "Write scenario: and its path from the folder of this file."));
        }

        string path = Path.Combine(Path.GetDirectoryName(Name) ?? "", written.Text);
        return File.Exists(path) ? (path, null) : (null, new Problem(
            Severity.Error, written.Place, $"The scenario {written.Description} that it is written for is not there.",
            Directory.Exists(path) ? "It is a folder." : "Paths start from the folder of the inject file.",
            ScenarioRoot.NearestFile(path)));
    }

    /// <summary>A warning that it is written for another scenario than the one that is run; <c>null</c>: it is not.</summary>
    /// <param name="path">The file of the scenario that is run.</param>
    public Problem? WrittenForAnother(string path)
    {
        var (own, problem) = ScenarioFile();
        if (own is null)
        {
            return problem is null ? null : problem with { Severity = Severity.Warning };
        }

        return IdOf(own) is { } meant && IdOf(path) is { } run && meant != run
            ? new Problem(
                Severity.Warning, Root(Name, Text).Scalar("scenario")!.Place,
                $"The injects are written for the scenario '{meant}', and '{run}' is run.",
                "Check that they mean bodies and moments of this one.")
            : null;
    }

    private static string? IdOf(string path) => File.Exists(path) ? Root(path, File.ReadAllText(path)).Text("scenario") : null;

    private static MapNode? Root(string name, string text) =>
        YamlReader.Read(text, name, ReadingLimits.Ordinary, new ProblemList()) as MapNode;
}
