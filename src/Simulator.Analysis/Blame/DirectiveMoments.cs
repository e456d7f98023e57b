using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;

namespace Simulator.Analysis.Blame;

/// <summary>
/// When each body that a directive is for came to each milestone of it in one run, in ticks; -1: it did not. This is
/// all that is kept of a run that is played again.
/// </summary>
public sealed class DirectiveMoments
{
    private const int Milestones = 3;
    private readonly int[][] moments;

    private DirectiveMoments(int[][] moments, bool[] late, bool isCrowded)
    {
        this.moments = moments;
        Late = late;
        IsCrowded = isCrowded;
    }

    /// <summary>
    /// Whether a post with as many people as there can be in one had all of them at work at some moment, so that somebody
    /// may have waited for them even so.
    /// </summary>
    public bool IsCrowded { get; }

    /// <summary>By place in the directive's reach: whether anything was carried out after it was due.</summary>
    public IReadOnlyList<bool> Late { get; }

    /// <summary>By place in the directive's reach: the tick of a milestone, or -1.</summary>
    public IReadOnlyList<int> Of(Milestone milestone) => moments[(int)milestone];

    /// <summary>Bodies that carried out everything, and nothing after it was due.</summary>
    public int InTime => Enumerable.Range(0, Late.Count).Count(place => moments[(int)Milestone.Complied][place] >= 0 && !Late[place]);

    /// <summary>The moments of a run.</summary>
    /// <param name="trace">Its journal.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="reach">Indices of the bodies that it is for.</param>
    internal static DirectiveMoments Read(RunTrace trace, int root, IReadOnlyList<int> reach)
    {
        var progress = ProgressReader.Read(trace)[root];
        var moments = new int[Milestones][];
        int[] By(Func<BodyProgress, int> moment) =>
            [.. reach.Select(body => progress.TryGetValue(body, out var own) && own.ArrivedAt >= 0 ? moment(own) : -1)];
        moments[(int)Milestone.Registered] = By(own => own.RegisteredAt);
        moments[(int)Milestone.Complied] = By(own => own.CompliedAt);
        moments[(int)Milestone.Reported] = By(own => own.ReportArrivedAt);
        bool[] late = [.. reach.Select(body => progress.TryGetValue(body, out var own) && own.DoneLate != 0)];
        return new DirectiveMoments(moments, late, Crowding.Is(trace));
    }

    /// <summary>The same as a row of numbers.</summary>
    internal double[] ToRow() =>
    [
        IsCrowded ? 1 : 0, .. moments.SelectMany(each => each).Select(tick => (double)tick), .. Late.Select(late => late ? 1.0 : 0),
    ];

    /// <summary>What a row of numbers says.</summary>
    internal static DirectiveMoments FromRow(double[] row)
    {
        var bodies = (row.Length - 1) / (Milestones + 1);
        int[] Part(int part) => [.. row.Skip(1 + (part * bodies)).Take(bodies).Select(number => (int)number)];
        return new DirectiveMoments(
            [.. Enumerable.Range(0, Milestones).Select(Part)], [.. Part(Milestones).Select(late => late != 0)], row[0] != 0);
    }
}
