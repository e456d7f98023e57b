using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;

namespace Simulator.Analysis.Paths;

/// <summary>The course of a directive at one body, in minutes since the issue, so that two issues can be compared.</summary>
public sealed record BodyCourse
{
    /// <summary>Id of the body.</summary>
    public required string Id { get; init; }

    /// <summary>Its index in the model of its run.</summary>
    public required int Body { get; init; }

    /// <summary>Name of its level.</summary>
    public required string Level { get; init; }

    /// <summary>Where it stands at the end of the run.</summary>
    public required ProgressState State { get; init; }

    /// <summary>Id of the body whose paper it has; <c>null</c>: none has come.</summary>
    public required string? From { get; init; }

    /// <summary>When that paper was sent, in minutes since the issue; <c>null</c>: none has come.</summary>
    public required int? Sent { get; init; }

    /// <summary>Whether there is anybody to whom it relays.</summary>
    public required bool Relays { get; init; }

    private int?[] Moments { get; init; } = [];

    /// <summary>Minutes from the issue to a moment; <c>null</c>: it did not come.</summary>
    public int? At(CourseMoment moment) => Moments[(int)moment];

    /// <summary>The courses of all bodies that a directive is for, by id.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive.</param>
    public static IReadOnlyDictionary<string, BodyCourse> Read(RunTrace trace, int root)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var model = trace.Model;
        var issued = model.Directives[root].Issued;
        var progress = ProgressReader.Read(trace)[root];
        int? Since(int tick) => tick < 0 ? null : tick - issued;
        return model.Directives[root].Reach.Distinct().ToDictionary(
            body => model.Bodies[body].Id,
            body =>
            {
                var own = progress.GetValueOrDefault(body) is { ArrivedAt: >= 0 } come ? come : new BodyProgress { Body = body };
                return new BodyCourse
                {
                    Id = model.Bodies[body].Id,
                    Body = body,
                    Level = model.Source.Levels[model.FactsOf(body).Level],
                    State = own.State,
                    From = own.PaperFrom < 0 ? null : model.Bodies[own.PaperFrom].Id,
                    Sent = own.ArrivedAt < 0 ? null : Since(own.SentAt),
                    Relays = model.AddresseesOf(root, body).Length > 0,
                    Moments =
                    [
                        Since(own.ArrivedAt), Since(own.RegisteredAt), Since(own.IssuedAt), Since(own.CompliedAt),
                        Since(own.ReportArrivedAt),
                    ],
                };
            },
            StringComparer.Ordinal);
    }
}
