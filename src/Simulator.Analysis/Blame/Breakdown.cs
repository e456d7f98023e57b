using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Analysis.Blame;

/// <summary>
/// All that a model lets papers wait for, and how it is divided: everybody into levels, these into posts and kinds,
/// kinds into halves by how long papers waited there, down to one post of one body.
/// </summary>
internal sealed class Breakdown
{
    /// <summary>A part of so many bodies is taken apart into each of them.</summary>
    private const int Few = 3;

    private readonly CompiledModel model;
    private readonly Exposure exposure;
    private readonly int[] bodies;

    internal Breakdown(RunTrace trace, int root)
    {
        model = trace.Model;
        exposure = new Exposure(trace, root);
        bodies = [.. Enumerable.Range(0, model.Bodies.Count).Where(exposure.IsActive)];
    }

    /// <summary>Everything of a sort, for each sort that the model has.</summary>
    internal IEnumerable<Removal> Wholes() => Enum.GetValues<Hindrance>()
        .Where(Has)
        .Select(what => new Removal
        {
            What = what,
            Extent = Extent.Everybody,
            Bodies = what == Hindrance.Travel ? [] : bodies,
        });

    /// <summary>The parts of a removal; none if it is one place.</summary>
    internal IEnumerable<Removal> Divide(Removal whole) => whole switch
    {
        { What: Hindrance.Travel, Extent: Extent.Everybody } => model.Channels.Select(channel =>
            new Removal { What = Hindrance.Travel, Extent = Extent.Channel, Name = channel.Id }),
        { Extent: Extent.Everybody } => whole.Bodies
            .GroupBy(body => model.FactsOf(body).Level)
            .OrderBy(level => level.Key)
            .Select(level => Group(whole, Extent.Level, model.Source.Levels[level.Key], [.. level])),
        { What: Hindrance.People, Post: null, Extent: Extent.Level or Extent.Body } =>
            Enum.GetValues<Post>().Select(post => whole with { Post = post }),
        { Extent: Extent.Level } when Kinds(whole).Count > 1 => Kinds(whole)
            .Select(kind => Group(whole, Extent.Kind, model.Kinds[kind.Key].Id, [.. kind])),
        { Extent: Extent.Level or Extent.Kind or Extent.Part } => Parts(whole),
        _ => [],
    };

    /// <summary>One body.</summary>
    internal Removal One(Hindrance what, Post? post, int body) => new()
    {
        What = what,
        Post = post,
        Extent = Extent.Body,
        Name = model.Bodies[body].Id,
        Bodies = [body],
    };

    private Removal Group(Removal whole, Extent extent, string name, int[] members) => members.Length == 1
        ? One(whole.What, whole.Post, members[0])
        : whole with { Extent = extent, Name = name, Bodies = members };

    private List<IGrouping<int, int>> Kinds(Removal whole) =>
        [.. whole.Bodies.GroupBy(body => (int)model.FactsOf(body).Kind).OrderBy(kind => kind.Key)];

    private IEnumerable<Removal> Parts(Removal whole)
    {
        int[] sorted =
        [
            .. whole.Bodies.OrderByDescending(body => exposure.Of(whole.What, whole.Post, body)).ThenBy(body => body),
        ];
        var name = whole.Extent == Extent.Level ? model.Kinds[model.FactsOf(sorted[0]).Kind].Id : whole.Name;
        return sorted.Length <= Few
            ? sorted.Select(body => One(whole.What, whole.Post, body))
            : [Group(whole, Extent.Part, name, sorted[..((sorted.Length + 1) / 2)]),
                Group(whole, Extent.Part, name, sorted[((sorted.Length + 1) / 2)..])];
    }

    private bool Has(Hindrance what) => what switch
    {
        Hindrance.ClosedHours => AnyPost(post => post.Calendar is not null)
            || model.Bodies.Any(body => body.Closures.Count > 0) || AnyAct(act => act is ClosingAct),
        Hindrance.Absence => AnyPost(post => post.Absences is not null || post.Away.Count > 0)
            || model.Bodies.Any(body => body.Away != new HeadCounts()) || AnyAct(act => act is AbsenceAct),
        Hindrance.OtherPapers => model.Kinds.Any(kind => kind.Load is not null),
        Hindrance.HoursOfSteps => model.Source.Kinds.Any(kind => kind.Steps.Any(step => step.At.Count > 0)),
        _ => true,
    };

    private bool AnyPost(Func<Resource, bool> holds) =>
        model.Source.Kinds.Any(kind => holds(kind.Clerk) || holds(kind.Leadership) || holds(kind.Staff));

    private bool AnyAct(Func<Act, bool> holds) =>
        model.Interventions.Any(intervention => intervention.Source.Acts.Any(holds));
}
