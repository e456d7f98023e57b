using Simulator.Analysis.Measures;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>
/// One directive as a Gantt chart in text, a line a body: travel, registering, assigning, relaying,
/// carrying out, waiting for reports.
/// </summary>
internal sealed class WaterfallView(Scene scene) : IView
{
    private const int Columns = 60;
    private const int MostLines = 200;

    public void Print(IAnsiConsole console)
    {
        foreach (var root in scene.Roots)
        {
            Print(console, root);
        }
    }

    public object Json() => scene.Roots.Select(root => new
    {
        Directive = scene.Model.Directives[root].Source.Id,
        Bodies = Bars(root).Select(own => new
        {
            Id = scene.IdOf(own.Body),
            Name = scene.NameOf(own.Body),
            SentAt = scene.Iso(own.SentAt),
            ArrivedAt = scene.Iso(own.ArrivedAt),
            RegisteredAt = scene.Iso(own.RegisteredAt),
            AssignedAt = scene.Iso(own.HandledAt),
            IssuedAt = scene.Iso(own.IssuedAt),
            WorkEndedAt = scene.Iso(own.WorkEndedAt),
            ClosedAt = scene.Iso(own.ClosedAt),
            DissolvedAt = scene.IsDissolved(own.Body) ? scene.Iso(scene.Trace.DissolvedAt(own.Body)) : null,
        }),
    });

    private void Print(IAnsiConsole console, int root)
    {
        var bars = Bars(root).ToList();
        var directive = scene.Model.Directives[root];
        var first = directive.Issued;
        var last = Math.Max(first + Columns, Math.Min(scene.At, bars.Select(End).DefaultIfEmpty(first).Max()));
        var step = (last - first + Columns - 1) / Columns;
        console.Line(scene.TitleOf(root));
        console.Line(
            $"{scene.Moment(first)} .. {scene.Moment(last)}, {scene.Language.In("a column is", "mỗi cột là")} "
            + Words.Lengths.Of(step));
        console.Line(scene.Language.In(
            "· travel   r to register   a to assign   d to relay   = carry out   - wait for reports   | closed",
            "· đường đi   r chờ đăng ký   a chờ phân công   d chờ ban hành   = thực hiện   - chờ báo cáo   | xong"));
        console.Line();
        foreach (var bar in bars.Take(MostLines))
        {
            var depth = Math.Min(6, Depth(bar.Body));
            var name = new string(' ', depth) + scene.NameOf(bar.Body);
            var gone = scene.IsDissolved(bar.Body) ? scene.Language.In(" (dissolved)", " (đã kết thúc)") : "";
            console.Line($"{Cut(name, 44 - gone.Length) + gone,-44} {Draw(bar, first, step)}".TrimEnd());
        }

        if (bars.Count > MostLines)
        {
            console.Line(scene.Language.In(
                $"… and {bars.Count - MostLines:N0} bodies more; --format json has them all",
                $"… và {bars.Count - MostLines:N0} cơ quan nữa; dùng --format json"));
        }

        console.Line();
    }

    private IEnumerable<BodyProgress> Bars(int root) => scene.Progress[root].Values
        .Where(own => own.ArrivedAt >= 0)
        .OrderBy(own => own.Body);

    private int End(BodyProgress own) => new[]
    {
        own.ArrivedAt, own.RegisteredAt, own.HandledAt, own.IssuedAt, own.WorkEndedAt, own.ClosedAt,
        own.ClosedAt < 0 ? scene.At : -1,
    }.Max();

    private string Draw(BodyProgress own, int first, int step)
    {
        var cells = new char[Columns + 1];
        Array.Fill(cells, ' ');
        void Fill(int from, int to, char mark)
        {
            var end = Math.Min(Columns, (Math.Min(to, scene.At) - first) / step);
            for (var column = Math.Max(0, (from - first) / step); column <= end; column++)
            {
                cells[column] = mark;
            }
        }

        int Or(int tick) => tick < 0 ? int.MaxValue / 2 : tick;
        var closed = Or(own.ClosedAt);
        Fill(own.IssuedAt >= 0 || own.WorkEndedAt >= 0 ? Math.Max(own.IssuedAt, own.WorkEndedAt) : own.ArrivedAt,
            closed, own.ClosedAt < 0 && own.IssuedAt < 0 ? '=' : '-');
        if (own.HandledAt >= 0)
        {
            Fill(own.HandledAt, own.WorkEndedAt >= 0 ? own.WorkEndedAt : Math.Min(closed, scene.At), '=');
        }

        if (own.IssuedAt >= 0)
        {
            Fill(Math.Max(own.HandledAt, own.ArrivedAt), own.IssuedAt, 'd');
        }

        Fill(own.RegisteredAt < 0 ? own.ArrivedAt : own.RegisteredAt, Or(own.HandledAt), 'a');
        Fill(own.ArrivedAt, Or(own.RegisteredAt), 'r');
        if (own.SentAt >= 0)
        {
            Fill(own.SentAt, own.ArrivedAt - 1, '·');
        }

        if (own.ClosedAt >= 0 && own.ClosedAt <= scene.At)
        {
            cells[Math.Min(Columns, (own.ClosedAt - first) / step)] = '|';
        }

        return new string(cells);
    }

    private int Depth(int body)
    {
        var depth = 0;
        for (var above = scene.Model.Superior[body]; above >= 0; above = scene.Model.Superior[above])
        {
            depth++;
        }

        return depth;
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
