using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Waits;

/// <summary>What the model knows of an entry's paper: how urgent it is, which post took it up, for which hours it lay.</summary>
internal sealed class PaperFacts
{
    /// <summary>What <see cref="Entry.B"/> of a step holds at least where it is about a flash report.</summary>
    private const int FlashMark = 256;

    private const sbyte Unknown = -2;

    private readonly RunTrace trace;
    private readonly Dictionary<uint, CompiledDirective> roots;
    private readonly sbyte[][] posts;
    private readonly bool[][] waitsForHour;

    internal PaperFacts(RunTrace trace)
    {
        this.trace = trace;
        roots = trace.Model.Directives.ToDictionary(directive => directive.ShortHash);
        Highest = (int)roots.Values.Select(root => root.Source.Urgency)
            .Concat(roots.Values.Select(root => root.Flash?.Urgency ?? Urgency.Routine)).DefaultIfEmpty().Max();
        var kinds = trace.Model.Source.Kinds;
        posts = [.. kinds.Select(_ => Enumerable.Repeat(Unknown, byte.MaxValue + 1).ToArray())];
        waitsForHour = [.. kinds.Select(_ => new bool[byte.MaxValue + 1])];
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            foreach (var rule in kinds[kind].Steps.Where(rule => rule.At.Count > 0))
            {
                waitsForHour[kind][(int)rule.Step] = true;
            }

            // Whoever signs in somebody's place does so at his hours.
            waitsForHour[kind][(int)Step.SignByOrder] |= waitsForHour[kind][(int)Step.Sign];
            waitsForHour[kind][(int)Step.SignByAuthorisation] |= waitsForHour[kind][(int)Step.Sign];
        }
    }

    /// <summary>The highest urgency of any paper, as a number.</summary>
    internal int Highest { get; }

    /// <summary>The urgency of the paper that an entry is about.</summary>
    internal Urgency UrgencyOf(in Entry entry) =>
        roots.TryGetValue(entry.Root, out var root) ? UrgencyOf(entry, root) : Urgency.Routine;

    /// <summary>The same, where the directive is known: a flash report has an urgency of its own.</summary>
    internal static Urgency UrgencyOf(in Entry entry, CompiledDirective root) =>
        root.Flash is { } flash && entry.Kind == EntryKind.StepEnded && entry.B >= FlashMark ? flash.Urgency : root.Source.Urgency;

    /// <summary>Place of the post whose person took a step; -1: it held nobody up.</summary>
    internal int PostOf(int body, in Entry entry) =>
        entry.Server == OfficeTimes.Anybody || entry.Step == Step.None ? -1 : PostOf(body, entry.Step);

    /// <summary>Place of the post that takes a step; -1: it holds nobody up.</summary>
    internal int PostOf(int body, Step step)
    {
        ref var known = ref posts[trace.Model.FactsOf(body).Kind][(int)step];
        if (known == Unknown)
        {
            known = (sbyte)PlaceOf(trace.Model, body, step);
        }

        return known;
    }

    /// <summary>Place of the post that takes a step, looked for in the model; -1: it holds nobody up.</summary>
    internal static int PlaceOf(CompiledModel model, int body, Step step)
    {
        var post = model.PostOf(body, step);
        var all = model.Offices[model.FactsOf(body).Office].All;
        for (var place = 0; place < all.Count && post is not null; place++)
        {
            if (ReferenceEquals(all[place], post))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Until when a paper lay for an hour of its step that came at a tick; the tick itself: it did not.</summary>
    internal int HourFor(int body, Step step, Urgency urgency, int tick) =>
        trace.Regimes.Count > 0 ? trace.ModelAt(tick).HourFor(body, step, urgency, tick)
        : waitsForHour[trace.Model.FactsOf(body).Kind][(int)step] ? trace.Model.HourFor(body, step, urgency, tick)
        : tick;
}
