using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Measures.Desks;
using Simulator.Cli.Words;
using Simulator.Kernel.Documents;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>Who hands papers to whom: how many, how many are lost, how long they are under way and lie unregistered.</summary>
/// <param name="scene">The run.</param>
/// <param name="by">How bodies are put together; <c>null</c>: each is looked at alone.</param>
internal sealed class NetworkView(Scene scene, Grouping? by) : IView
{
    private const int MostGroups = 10;
    private const int MostPairs = 25;

    private readonly IReadOnlyList<HandOverCell> cells = Read(scene, by);

    private Language Language => scene.Language;

    public void Print(IAnsiConsole console)
    {
        var together = cells.Where(cell => cell.Paper == PaperClass.None).ToList();
        console.Line(Language.In("papers handed over until ", "văn bản chuyển giao đến ") + scene.Moment(scene.At) + ": "
            + Language.In(
                $"{together.Sum(cell => cell.Arrived):N0} arrived, {together.Sum(cell => cell.Lost):N0} lost",
                $"{together.Sum(cell => cell.Arrived):N0} đến nơi, {together.Sum(cell => cell.Lost):N0} thất lạc")
            + Unseen(together.Sum(cell => cell.Unseen)));
        console.Line();
        var groups = together.SelectMany(cell => new[] { cell.From, cell.To }).Distinct().ToList();
        if (by is not null && groups.Count is > 0 and <= MostGroups)
        {
            console.Write(Matrix(together, groups));
            console.Line();
        }

        Pairs(console, by is null ? together : [.. cells.Where(cell => cell.Paper != PaperClass.None)]);
    }

    public object Json() => new
    {
        Directive = scene.Root is { } root ? scene.Model.Directives[root].Source.Id : null,
        Until = scene.Iso(scene.At),
        By = by is { } grouping ? grouping.ToString().ToLowerInvariant() : "body",
        HandOvers = cells.Select(cell => new
        {
            cell.From,
            cell.To,
            Paper = cell.Paper == PaperClass.None ? null : cell.Paper.ToString(),
            cell.Arrived,
            cell.Lost,
            cell.Unseen,
            MedianTravelMinutes = cell.Travel,
            cell.Registered,
            MedianMinutesUntilRegistered = cell.UntilRegistered,
        }),
    };

    private static IReadOnlyList<HandOverCell> Read(Scene scene, Grouping? by)
    {
        var handOvers = HandOverReader.Read(scene.Trace, scene.Root is { } root ? new HashSet<int> { root } : null, scene.At);
        if (by is not { } grouping)
        {
            return HandOverMatrix.Of(handOvers, body => body, scene.IdOf);
        }

        var groups = new BodyGroups(
            scene.Model, grouping, [.. handOvers.SelectMany(each => new[] { each.From, each.To }).Distinct()]);
        return HandOverMatrix.Of(handOvers, groups.Of, groups.NameOf);
    }

    /// <summary>How many arrived, from the group of the line at that of the column.</summary>
    private Table Matrix(List<HandOverCell> together, List<string> groups)
    {
        var order = groups.OrderBy(name => together.FindIndex(cell => cell.From == name) is var place and >= 0 ? place : int.MaxValue)
            .ToList();
        var table = Terminal.Table(
            [Language.In("  from \\ to", "  từ \\ đến"), .. order.Select(name => $">{name}")]);
        foreach (var from in order.Where(name => together.Exists(cell => cell.From == name)))
        {
            table.Row(
            [
                $"  {from}",
                .. order.Select(to => together.Find(cell => cell.From == from && cell.To == to) is { } cell ? $"{cell.Arrived:N0}" : "·"),
            ]);
        }

        return table;
    }

    private void Pairs(IAnsiConsole console, List<HandOverCell> pairs)
    {
        var table = Terminal.Table(
            "~" + Language.In("  from", "  từ"), "~" + Language.In("to", "đến"),
            by is null ? "" : Language.In("paper", "loại văn bản"),
            ">" + Language.In("arrived", "đến nơi"), ">" + Language.In("lost", "thất lạc"),
            ">" + Language.In("travel, median", "đi đường, trung vị"), ">" + Language.In("registered", "đã đăng ký"),
            ">" + Language.In("after, median", "sau khi đến, trung vị"));
        foreach (var cell in pairs.OrderByDescending(cell => cell.Arrived + cell.Lost).Take(MostPairs))
        {
            table.Row(
                $"  {cell.From}", cell.To, by is null ? "" : Language.Paper(cell.Paper), $"{cell.Arrived:N0}", $"{cell.Lost:N0}",
                DelayWords.Short(cell.Travel), $"{cell.Registered:N0}", DelayWords.Short(cell.UntilRegistered));
        }

        console.Write(table);
        if (pairs.Count > MostPairs)
        {
            console.Line(Language.In(
                $"  … and {pairs.Count - MostPairs:N0} more; --format json has them all",
                $"  … và {pairs.Count - MostPairs:N0} dòng nữa; dùng --format json"));
        }
    }

    private string Unseen(int papers) => papers == 0 ? ""
        : Language.In($" ({papers:N0} of them nobody has noticed)", $" (trong đó {papers:N0} chưa ai để ý)");
}
