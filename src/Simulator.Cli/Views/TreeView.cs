using Simulator.Analysis.Measures;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>The state of every body at a moment, along the lines of command.</summary>
internal sealed class TreeView(Scene scene) : IView
{
    public void Print(IAnsiConsole console)
    {
        foreach (var root in scene.Roots)
        {
            console.Line(scene.TitleOf(root));
            console.Line($"{scene.Language.In("at", "lúc")} {scene.Moment(scene.At)}");
            console.Line();
            Print(console, root);
            console.Line();
        }
    }

    public object Json() => scene.Roots.Select(root => new
    {
        Directive = scene.Model.Directives[root].Source.Id,
        At = scene.Iso(scene.At),
        Bodies = Involved(root).Select(body =>
        {
            var own = scene.Progress[root].GetValueOrDefault(body) ?? new BodyProgress { Body = body };
            return new
            {
                Id = scene.IdOf(body),
                Name = scene.NameOf(body),
                Superior = scene.Model.Superior[body] is >= 0 and var superior ? scene.IdOf(superior) : null,
                State = IsIssuer(root, body) ? "issuer" : Code(own.State),
                Content = scene.Model.FollowsContent ? (double?)own.ContentShare / BodyProgress.Whole : null,
                ArrivedAt = scene.Iso(own.ArrivedAt),
                RegisteredAt = scene.Iso(own.RegisteredAt),
                AssignedAt = scene.Iso(own.HandledAt),
                IssuedAt = scene.Iso(own.IssuedAt),
                CompliedAt = scene.Iso(own.CompliedAt),
                ClosedAt = scene.Iso(own.ClosedAt),
                ReportArrivedAt = scene.Iso(own.ReportArrivedAt),
                DissolvedAt = scene.IsDissolved(body) ? scene.Iso(scene.Trace.DissolvedAt(body)) : null,
                FileAt = own.HandedTo < 0 ? null : scene.IdOf(own.HandedTo),
            };
        }),
    });

    private static string Code(ProgressState state) => state switch
    {
        ProgressState.NotReached => "not-reached",
        ProgressState.Arrived => "arrived",
        ProgressState.Registered => "registered",
        ProgressState.InProcess => "in-process",
        ProgressState.Stalled => "stalled",
        ProgressState.EndedInPart => "ended-in-part",
        ProgressState.Withdrawn => "withdrawn",
        _ => "complied",
    };

    private bool IsIssuer(int root, int body) => scene.Model.Directives[root].Issuer == body;

    /// <summary>The issuer and all whom the directive is to reach, in hierarchy order.</summary>
    private IEnumerable<int> Involved(int root) =>
        scene.Model.Directives[root].Reach.Append(scene.Model.Directives[root].Issuer).Distinct().Order();

    private void Print(IAnsiConsole console, int root)
    {
        var involved = Involved(root).ToHashSet();
        var children = involved.ToLookup(body => Above(body, involved));
        foreach (var top in children[-1])
        {
            Print(console, root, top, "", "", children);
        }
    }

    /// <summary>The nearest body above that is involved, or -1.</summary>
    private int Above(int body, HashSet<int> involved)
    {
        var above = scene.Model.Superior[body];
        while (above >= 0 && !involved.Contains(above))
        {
            above = scene.Model.Superior[above];
        }

        return above;
    }

    private void Print(
        IAnsiConsole console, int root, int body, string lead, string below, ILookup<int, int> children)
    {
        var own = scene.Progress[root].GetValueOrDefault(body) ?? new BodyProgress { Body = body };
        var name = $"{lead}{scene.NameOf(body)}";
        console.Line($"{name,-58} {State(root, body, own),-22} {Since(root, body, own)}{Dissolved(body, own)}".TrimEnd());
        var under = children[body].ToList();
        for (var place = 0; place < under.Count; place++)
        {
            var last = place + 1 == under.Count;
            Print(
                console, root, under[place], below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), children);
        }
    }

    private string State(int root, int body, BodyProgress own) =>
        IsIssuer(root, body) ? scene.Language.In("issuer", "nơi ban hành") : scene.Language.State(own.State);

    private string Since(int root, int body, BodyProgress own)
    {
        if (IsIssuer(root, body))
        {
            return own.IssuedAt < 0 ? "" : scene.Moment(own.IssuedAt);
        }

        var since = own.State switch
        {
            ProgressState.Arrived => own.ArrivedAt,
            ProgressState.Registered => own.RegisteredAt,
            ProgressState.InProcess or ProgressState.Stalled => own.HandledAt,
            ProgressState.Complied => own.CompliedAt,
            ProgressState.Withdrawn => Math.Max(own.Flight!.SupersededAt, own.Flight.RecalledAt),
            _ => -1,
        };
        var relayed = own.IssuedAt >= 0
            ? $"  {scene.Language.In("relayed", "đã chuyển")} {scene.Moment(own.IssuedAt)}"
            : "";
        var content = scene.Model.FollowsContent && own.ContentShare < BodyProgress.Whole && own.ArrivedAt >= 0
            ? $"  {own.ContentShare / 10_000.0:0.0}% {scene.Language.In("of the content", "nội dung")}"
            : "";
        return (since < 0 ? "" : scene.Moment(since)) + relayed + content;
    }

    /// <summary>A body that is dissolved stands where it stood, and says so.</summary>
    private string Dissolved(int body, BodyProgress own) => !scene.IsDissolved(body) ? ""
        : $"  {scene.Language.In("dissolved", "kết thúc hoạt động")} {scene.Moment(scene.Trace.DissolvedAt(body))}"
            + (own.HandedTo < 0 ? "" : $", {scene.Language.In("file at", "hồ sơ ở")} {scene.NameOf(own.HandedTo)}");
}
