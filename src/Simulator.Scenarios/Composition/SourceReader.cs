using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Composition;

/// <summary>Opens the files of a scenario, within limits, and holds each against the format.</summary>
internal sealed class SourceReader(ReadingLimits limits, ProblemList problems)
{
    private int _files;

    /// <summary>The bytes of a file, or <c>null</c> after a problem was reported.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="most">The largest size allowed.</param>
    /// <param name="place">Where it is asked for.</param>
    public byte[]? Bytes(string path, int most, Place place)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var bytes = new MemoryStream();
            byte[] part = new byte[64 * 1024];
            for (int read = stream.Read(part); read > 0; read = stream.Read(part))
            {
                bytes.Write(part, 0, read);
                if (bytes.Length > most)
                {
                    problems.Error(place, FormattableString.Invariant(
                        $"The file {Path.GetFileName(path)} is larger than {most / (1024 * 1024)} MB."));
                    return null;
                }
            }

            return bytes.ToArray();
        }
        catch (Exception fault) when (
            fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Error(place, $"The file {Path.GetFileName(path)} cannot be read: {fault.Message}");
            return null;
        }
    }

    /// <summary>The map that a YAML file holds, or <c>null</c> after a problem was reported.</summary>
    /// <param name="source">The file.</param>
    /// <param name="place">Where it is asked for.</param>
    public MapNode? Map(SourceFile source, Place place)
    {
        if (++_files > limits.Files)
        {
            problems.Error(place,
                $"A scenario is made of at most {limits.Files} files, and this is one more.");
            return null;
        }

        if (TextOf(source, place) is not { } text
            || YamlReader.Read(text, source.Name, limits, problems) is not { } root)
        {
            return null;
        }

        if (root is MapNode map)
        {
            return map;
        }

        problems.Error(
            root.Place, $"The file holds {root.Description}, not a scenario.",
                "A scenario begins with 'format: 1'.");
        return null;
    }

    /// <summary>
    /// Reports what in a file does not fit the format; what others complete may be missing.
    /// </summary>
    public void Check(MapNode map, RecordShape shape)
    {
        if (map.Find("format") is null)
        {
            problems.Error(map.Place, "The file has no 'format'.", $"Write format: {ScenarioFormat.Version}");
        }

        shape.Check(map, $"The {shape.Name}", new Checking(problems, isWhole: false));
    }

    private string? TextOf(SourceFile source, Place place)
    {
        if (source.Text is { } text)
        {
            if (text.Length <= limits.YamlBytes)
            {
                return text;
            }

            problems.Error(place, $"The text is larger than {limits.YamlBytes / (1024 * 1024)} MB.");
            return null;
        }

        byte[]? bytes = Bytes(source.Path!, limits.YamlBytes, place);
        return bytes is null ? null : SourceText.Decode(bytes, source.Name, problems);
    }
}
