using Simulator.Analysis.Traces;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// Reads who hands papers of directives to whom. Papers under way at the end of the run are not in it: the journal tells of a
/// paper when it arrives, and when it is lost.
/// </summary>
public sealed class HandOverReader
{
    private readonly RunTrace trace;
    private readonly int until;
    private readonly List<HandOver> handOvers = [];
    private readonly Dictionary<(int Body, uint Sequence), int> arrivals = [];
    private readonly Dictionary<(int Body, ulong Sender, uint Sequence, byte Paper), int> unseen = [];
    private readonly Dictionary<ulong, int> byUpperBits = [];

    private HandOverReader(RunTrace trace, int until) => (this.trace, this.until) = (trace, until);

    /// <summary>The papers that arrived or were lost, in the order in which they did.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="roots">Places of the directives whose papers count; <c>null</c>: all.</param>
    /// <param name="until">The last tick that counts; <c>null</c>: all of the run.</param>
    public static IReadOnlyList<HandOver> Read(RunTrace trace, IReadOnlySet<int>? roots = null, int? until = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var reader = new HandOverReader(trace, until ?? int.MaxValue);
        var hashes = roots?.Select(root => trace.Model.Directives[root].ShortHash).ToHashSet();
        var entries = trace.Entries;
        for (var place = 0; place < entries.Length && entries[place].Tick <= reader.until; place++)
        {
            if (hashes?.Contains(entries[place].Root) != false)
            {
                reader.Take(entries[place], trace.BodyAt(place));
            }
        }

        return reader.handOvers;
    }

    private void Take(in Entry entry, int body)
    {
        switch (entry.Kind)
        {
            case EntryKind.Unseen:
                unseen[(body, entry.CauseBody, entry.CauseSequence, entry.What)] = handOvers.Count;
                Add(entry, body, isUnseen: true);
                break;
            case EntryKind.Arrived:
                if (unseen.Remove((body, entry.CauseBody, entry.CauseSequence, entry.What), out var place))
                {
                    handOvers[place] = handOvers[place] with { IsUnseen = false };
                }
                else
                {
                    place = handOvers.Count;
                    Add(entry, body, isUnseen: false);
                }

                arrivals[(body, entry.Sequence)] = place;
                break;
            case EntryKind.StepEnded when entry.CauseBody == entry.Body && IsRegistering(entry.Step)
                && arrivals.Remove((body, entry.CauseSequence), out var registered):
                handOvers[registered] = handOvers[registered] with { Registered = entry.Tick };
                break;
            case EntryKind.Lost when Addressee(((ulong)entry.A << 24) | (uint)entry.B) is >= 0 and var to:
                handOvers.Add(new HandOver(body, to, (PaperClass)entry.What, entry.Tick, -1, -1, IsUnseen: false));
                break;
        }
    }

    private void Add(in Entry entry, int body, bool isUnseen)
    {
        if (trace.Model.IndexOf(entry.CauseBody) is >= 0 and var from)
        {
            handOvers.Add(new HandOver(
                from, body, (PaperClass)entry.What, entry.Started, entry.Tick, -1, isUnseen));
        }
    }

    private static bool IsRegistering(Step step) => step is Step.Register or Step.RegisterReport or Step.RegisterReminder
        or Step.RegisterQuestion or Step.RegisterAnswer or Step.RegisterInspection or Step.RegisterInput or Step.RegisterCopy
        or Step.RegisterRecall or Step.RegisterEscalation or Step.FileDuplicate or Step.AnswerClarification;

    private int Addressee(ulong upperBits)
    {
        if (byUpperBits.Count == 0)
        {
            for (var body = 0; body < trace.Model.Bodies.Count; body++)
            {
                byUpperBits[trace.Model.FactsOf(body).Hash >> 16] = body;
            }
        }

        return byUpperBits.GetValueOrDefault(upperBits, -1);
    }
}
