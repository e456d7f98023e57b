using Simulator.Cluster.Models;

namespace Simulator.Cluster.Runs;

/// <summary>
/// The scenario of a run as it stands: that of its manifest with what was brought in since, one after the
/// other. Only the injects are durable; what they make of the scenario follows from them.
/// </summary>
internal sealed class RunScript(ModelShelf shelf, RunLedger ledger)
{
    private (int Injects, string Text)? made;

    /// <summary>The scenario as resolved.</summary>
    /// <exception cref="InvalidOperationException">There is no such run.</exception>
    internal async Task<string> Text()
    {
        var manifest = ledger.Manifest ?? throw new InvalidOperationException("There is no such run on this cluster.");
        var injects = ledger.Record.Injects;
        var (count, text) = made is { } before && before.Injects <= injects.Length ? before : (0, manifest.Text);
        foreach (var inject in injects[count..])
        {
            text = await shelf.Inject(text, inject.Text, inject.Tick);
        }

        made = (injects.Length, text);
        return text;
    }

    /// <summary>Takes down what the scenario is with the inject that was made durable last.</summary>
    internal void Became(string text) => made = (ledger.Record.Injects.Length, text);
}
