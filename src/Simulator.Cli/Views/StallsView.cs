using Simulator.Analysis.Measures;
using Simulator.Cli.Words;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>Where a directive does not go on at a moment: who, at which step, since when, how many wait, why.</summary>
internal sealed class StallsView(Scene scene) : IView
{
    private const int MostLines = 60;

    public void Print(IAnsiConsole console)
    {
        foreach (var root in scene.Roots)
        {
            var found = Find(root);
            console.Line(scene.TitleOf(root));
            console.Line(
                $"{scene.Language.In("at", "lúc")} {scene.Moment(scene.At)}: {found.Count:N0} "
                + scene.Language.In("places where it does not go on", "nơi chưa đi tiếp"));
            console.Line();
            var table = Terminal.Table(
                "~" + scene.Language.In("body", "cơ quan"), scene.Language.In("step", "bước"),
                scene.Language.In("since", "từ lúc"), ">" + scene.Language.In("for", "đã"),
                ">" + scene.Language.In("waiting below", "cấp dưới chờ"), scene.Language.In("why", "vì sao"));
            foreach (var holdUp in found.Take(MostLines))
            {
                table.Row(
                    NameOf(holdUp), scene.Language.Step(holdUp.Step), scene.Moment(holdUp.Since),
                    Lengths.Of(scene.At - holdUp.Since), $"{holdUp.WaitingBelow:N0}", Why(holdUp));
            }

            console.Write(table);
            if (found.Count > MostLines)
            {
                console.Line(scene.Language.In(
                    $"… and {found.Count - MostLines:N0} more; --format json has them all",
                    $"… và {found.Count - MostLines:N0} nơi nữa; dùng --format json"));
            }

            console.Line();
        }
    }

    public object Json() => scene.Roots.Select(root => new
    {
        Directive = scene.Model.Directives[root].Source.Id,
        At = scene.Iso(scene.At),
        Stalls = Find(root).Select(holdUp => new
        {
            Body = scene.IdOf(holdUp.Body),
            Name = scene.NameOf(holdUp.Body),
            Step = holdUp.Step.ToString(),
            Since = scene.Iso(holdUp.Since),
            Minutes = scene.At - holdUp.Since,
            holdUp.WaitingBelow,
            Cause = holdUp.Cause.ToString(),
            InHandsOf = holdUp.InHandsOf < 0 ? null : scene.IdOf(holdUp.InHandsOf),
            Whom = holdUp.Whom < 0 ? null : scene.IdOf(holdUp.Whom),
            holdUp.Count,
        }),
    });

    /// <summary>A body that is dissolved stands with whoever has its file.</summary>
    private string NameOf(HoldUp holdUp) => holdUp.InHandsOf < 0 ? scene.NameOf(holdUp.Body)
        : $"{scene.NameOf(holdUp.Body)} ({scene.NameOf(holdUp.InHandsOf)})";

    private string Why(HoldUp holdUp) => holdUp.Whom < 0
        ? scene.Language.Cause(holdUp)
        : $"{scene.Language.Cause(holdUp)}: {scene.NameOf(holdUp.Whom)}";

    private IReadOnlyList<HoldUp> Find(int root) =>
        HoldUp.Of(scene.Trace, root, scene.Progress[root], scene.At);
}
