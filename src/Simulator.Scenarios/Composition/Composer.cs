using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// Makes one tree of a scenario and all that it extends and includes. What is extended lies lowest, then
/// what is included in its order, then the file itself.
/// </summary>
internal sealed class Composer(
    ScenarioRoot? root, IReadOnlyDictionary<string, string>? libraries, SourceReader reader,
        ProblemList problems)
{
    private readonly Dictionary<string, SourceFile> _sources = [];
    private readonly List<string> _open = [];
    private SourceFile? _main;

    /// <summary>
    /// Whether a part could not be read, so that whatever else seems to be missing may be in it.
    /// </summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The tree of a scenario, or <c>null</c> after a problem was reported.</summary>
    public MapNode? Compose(SourceFile source)
    {
        _main = source;
        return Read(source, new Place(source.Name, 1, 1), ScenarioFormat.Scenario);
    }

    /// <summary>The file, named in a scenario, that a path stands for.</summary>
    /// <param name="written">The path as written.</param>
    /// <param name="what">What it is, for the problem.</param>
    public SourceFile? Find(ScalarNode written, string what)
    {
        // What the command line sets counts as written in the scenario itself.
        var source = _sources.GetValueOrDefault(written.Place.File) ?? _main;
        string? folder = source?.Folder;
        if (root is null || folder is null)
        {
            problems.Error(
                written.Place,
                $"The {what} {written.Description} cannot be read from here.",
                "Only a scenario in a file can name other files.");
            return null;
        }

        var (path, problem) = root.Resolve(folder, written.Text);
        if (path is null)
        {
            problems.Error(written.Place, $"The {what} {written.Description} cannot be read.", problem);
            return null;
        }

        string? near = Path.GetDirectoryName(source!.Name);
        return new SourceFile(string.IsNullOrEmpty(near) ? written.Text : $"{near}/{written.Text}", path);
    }

    private MapNode? Read(SourceFile source, Place place, RecordShape shape)
    {
        string identity = source.Path ?? source.Name;
        if (_open.Contains(identity))
        {
            string circle = string.Join(" -> ", _open.Append(identity).Select(Path.GetFileName));
            problems.Error(place, $"{source.Name} is made of itself: {circle}.");
            return null;
        }

        if (reader.Map(source, place) is not { } map)
        {
            return null;
        }

        _sources[source.Name] = source;
        reader.Check(map, shape);
        _open.Add(identity);
        var whole = Lower(map).Aggregate((MapNode?)null, Over);
        _open.RemoveAt(_open.Count - 1);
        return Over(whole, map.Without("include", "extends"));
    }

    private static MapNode Over(MapNode? under, MapNode over) => under is null ? over : Merge.Of(under, over);

    private IEnumerable<MapNode> Lower(MapNode map)
    {
        if (map["extends"] is ScalarNode path)
        {
            var below = Find(path, "scenario") is { } extended
                ? Read(extended, path.Place, ScenarioFormat.Scenario)
                : null;
            IsIncomplete |= below is null;
            if (below is not null)
            {
                yield return below;
            }
        }

        foreach (var written in map["include"].Scalars())
        {
            var part = Included(written) is { } source
                ? Read(source, written.Place, ScenarioFormat.LibraryFile)
                : null;
            IsIncomplete |= part is null;
            if (part is not null)
            {
                yield return part.Without("format", "library", "about", "source");
            }
        }
    }

    private SourceFile? Included(ScalarNode written)
    {
        string name = written.Text;
        if (libraries?.GetValueOrDefault(name) is { } text)
        {
            return new SourceFile(name, null, text);
        }

        if (Library.Names.Contains(name))
        {
            return new SourceFile(name, null, Library.Text(name));
        }

        bool isFile = name.EndsWith(".yaml", StringComparison.Ordinal)
            || name.EndsWith(".yml", StringComparison.Ordinal);
        if (isFile)
        {
            return Find(written, "file");
        }

        problems.Unknown(
            written.Place,
            $"There is no library {written.Description}.",
            name,
            Library.Names.Concat(libraries?.Keys ?? []),
            "There are none; a file to be included ends in .yaml.");
        return null;
    }
}
