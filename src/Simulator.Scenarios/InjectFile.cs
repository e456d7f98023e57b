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

    /// <summary>The path of the scenario that it is written for, given its own.</summary>
    public string ScenarioFrom(string path) => Path.Combine(
        Path.GetDirectoryName(path) ?? "", Root(Name, Text).Text("scenario") ?? "");

    private static MapNode? Root(string name, string text) =>
        YamlReader.Read(text, name, ReadingLimits.Ordinary, new ProblemList()) as MapNode;
}
