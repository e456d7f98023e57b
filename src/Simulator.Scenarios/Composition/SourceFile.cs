namespace Simulator.Scenarios.Composition;

/// <summary>A file or library that a scenario is made of.</summary>
/// <param name="Name">As people see it in problems.</param>
/// <param name="Path">Where it is on the disk; <c>null</c> for a library and for text from elsewhere.</param>
/// <param name="Text">Its text; <c>null</c>: still to be read.</param>
internal sealed record SourceFile(string Name, string? Path, string? Text = null)
{
    /// <summary>The folder that the paths in it start from.</summary>
    public string? Folder => Path is null ? null : System.IO.Path.GetDirectoryName(Path);
}
