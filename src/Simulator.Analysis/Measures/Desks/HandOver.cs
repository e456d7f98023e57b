using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>A paper that went from one body to another.</summary>
/// <param name="From">Index of the sender.</param>
/// <param name="To">Index of the addressee.</param>
/// <param name="Paper">What it is.</param>
/// <param name="Sent">When it was sent, a tick.</param>
/// <param name="Arrived">When it lay with the addressee, seen or unseen; -1: it was lost.</param>
/// <param name="Registered">When it was registered; -1: it was not, or need not be.</param>
/// <param name="IsUnseen">Whether nobody has noticed it.</param>
public readonly record struct HandOver(
    int From, int To, PaperClass Paper, int Sent, int Arrived, int Registered, bool IsUnseen);
