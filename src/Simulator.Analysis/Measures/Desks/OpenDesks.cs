using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// What came before a post and was never done there: it lies there at the end of the run, waiting or in hand, which the
/// journal does not tell apart; or its paper lost its force, or the body was dissolved, before anybody was done with it.
/// </summary>
internal sealed class OpenDesks
{
    private readonly RunTrace trace;
    private readonly CompiledModel model;
    private readonly DeskPosts posts;
    private readonly Dictionary<uint, int> roots;
    private readonly IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress;
    private readonly int until;
    private readonly LetterWays ways;
    private readonly List<Seat> open = [];
    private readonly HashSet<int> withdrawn = [];
    private readonly HashSet<(int Root, ulong Sender)> here = [];
    private readonly List<DeskStay> found = [];

    internal OpenDesks(
        RunTrace trace, DeskPosts posts, Dictionary<uint, int> roots,
        IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress, int until) =>
        (this.trace, model, this.posts, this.roots, this.progress, this.until, ways) =
            (trace, trace.Model, posts, roots, progress, until, new LetterWays(trace));

    internal List<DeskStay> Find()
    {
        for (var body = 0; body < model.Bodies.Count; body++)
        {
            if (trace.CountOf(body) > 0)
            {
                OfLetters(body);
            }
        }

        for (var root = 0; root < model.Directives.Count; root++)
        {
            if (model.Directives[root].IsIssued && model.Directives[root].Issued <= until)
            {
                OfDirective(root);
            }
        }

        return found;
    }

    /// <summary>The ways of letters, reports and papers that come: each entry says which step it begins.</summary>
    private void OfLetters(int body)
    {
        open.Clear();
        withdrawn.Clear();
        here.Clear();
        var dissolved = model.IsRestructured ? trace.DissolvedAt(body) : -1;
        for (var sequence = 1U; sequence <= trace.CountOf(body); sequence++)
        {
            ref readonly var entry = ref trace.Of(body, sequence);
            if (!roots.TryGetValue(entry.Root, out var root) || (dissolved >= 0 && entry.Tick >= dissolved))
            {
                continue;
            }

            var cause = entry.CauseSequence;
            switch (entry.Kind)
            {
                case EntryKind.StepEnded or EntryKind.WorkStopped:
                    Leave(cause, entry.Step);
                    break;
                case EntryKind.Unresolved when entry.Item == 1:
                    open.RemoveAll(seat => seat.Cause == cause);
                    break;
                case EntryKind.Asked:
                    Leave(cause, Step.Ask);
                    break;
                case EntryKind.Superseded or EntryKind.RecallSent:
                case EntryKind.RecallAnswered when entry.What == Recall.Accepted:
                    Drop(body, root, entry.Tick);
                    break;
            }

            var step = IsDuplicate(root, entry) ? Step.FileDuplicate : ways.After(body, root, entry, withdrawn.Contains(root));
            if (step != Step.None && posts.Of(body, step) is { } post)
            {
                open.Add(new Seat(entry.Kind == EntryKind.TakenForNew ? cause : sequence, step, root, post, entry.Tick));
            }
        }

        foreach (var seat in open)
        {
            found.Add(new DeskStay(
                body, seat.Root, seat.Post, seat.Step, DeskStay.Nobody, seat.From, -1, dissolved));
        }
    }

    /// <summary>Whether a paper comes once more from the same sender.</summary>
    private bool IsDuplicate(int root, in Entry entry) => entry.BringsDirective && !here.Add((root, entry.CauseBody));

    private void Leave(uint enabled, Step step)
    {
        for (var place = open.Count - 1; place >= 0; place--)
        {
            // An opinion may be asked for where it would have been assigned, and a second paper be taken for another one.
            var seat = open[place];
            if (seat.Cause == enabled
                && (seat.Step == step || (seat.Step, step) is (Step.Assign, Step.Ask) or (Step.FileDuplicate, Step.Register)))
            {
                open.RemoveAt(place);
                return;
            }
        }
    }

    /// <summary>What ends with the force of a paper is dropped, where nobody had it in hand.</summary>
    private void Drop(int body, int root, int tick)
    {
        withdrawn.Add(root);
        for (var place = open.Count - 1; place >= 0; place--)
        {
            var seat = open[place];
            if (seat.Root == root && LetterWays.EndsWithForce(seat.Step))
            {
                found.Add(new DeskStay(
                    body, root, seat.Post, seat.Step, DeskStay.Nobody, seat.From, -1, tick));
                open.RemoveAt(place);
            }
        }
    }

    /// <summary>What is to be relayed, carried out and contributed, as the state of each body tells.</summary>
    private void OfDirective(int root)
    {
        foreach (var holdUp in HoldUp.AtDesks(trace, root, progress[root], until))
        {
            var body = holdUp.InHandsOf >= 0 ? holdUp.InHandsOf : holdUp.Body;
            if (!LetterWays.Knows(holdUp.Step) && posts.Of(body, holdUp.Step) is { } post)
            {
                found.AddRange(Enumerable.Repeat(
                    new DeskStay(body, root, post, holdUp.Step, DeskStay.Nobody, holdUp.Since, -1, -1), holdUp.Count));
            }
        }
    }

    /// <summary>A piece of work that has come and is not done.</summary>
    private readonly record struct Seat(uint Cause, Step Step, int Root, Post Post, int From);
}
