using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>What is asked of a journal in whose course the organisation has changed.</summary>
public sealed partial class RunTrace
{
    /// <summary>Whether a body is dissolved at a tick, by what the director did in the run.</summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="tick">The tick.</param>
    public bool IsDissolved(int body, int tick) => SuccessorOf(body, tick) >= 0;

    /// <summary>The tick at which a body was dissolved in the run; -1: it was not.</summary>
    /// <param name="body">Index of the body.</param>
    public int DissolvedAt(int body)
    {
        foreach (var (from, model) in regimes)
        {
            if (model.Organisation?.SuccessorOf(body) >= 0)
            {
                return from;
            }
        }

        return -1;
    }

    /// <summary>Index of the body that takes over, at a tick, what comes to one that is dissolved; -1: it is not.</summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="tick">The tick.</param>
    public int SuccessorOf(int body, int tick) => ModelAt(tick).Organisation?.SuccessorOf(body) ?? -1;

    /// <summary>Index of the body that issues a directive, by the organisation of the moment at which it is issued.</summary>
    /// <param name="root">Place of the directive.</param>
    public int IssuerOf(int root)
    {
        var directive = Model.Directives[root];
        return Model.IsRestructured && directive.IsIssued ? ModelAt(directive.Issued).Directives[root].Issuer : directive.Issuer;
    }

    /// <summary>
    /// The model whose words say to whom a body relays at a tick; for one that is dissolved, those of the last moment
    /// at which it was there.
    /// </summary>
    /// <param name="body">Index of the body.</param>
    /// <param name="tick">The tick.</param>
    public CompiledModel ModelFor(int body, int tick)
    {
        var model = Model;
        foreach (var (from, next) in regimes)
        {
            if (from > tick || next.Organisation?.SuccessorOf(body) >= 0)
            {
                break;
            }

            model = next;
        }

        return model;
    }

    /// <summary>Whether an arrival is of a report, be it one that a dissolved body has sent on.</summary>
    internal static bool IsReport(in Entry arrival) => arrival.What == (byte)PaperClass.Report
        || arrival is { What: (byte)PaperClass.SentOn, Item: (byte)PaperClass.Report };

    /// <summary>The arrival of a letter as it was written, where a dissolved body has sent it on; else the same one.</summary>
    internal Entry Written(in Entry arrival)
    {
        var found = arrival;
        while (found.What == (byte)PaperClass.SentOn && TryCause(found, out var sentOn) && TryCause(sentOn, out var before))
        {
            found = before;
        }

        return found;
    }
}
