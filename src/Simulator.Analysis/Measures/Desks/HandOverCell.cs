using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>The papers that went from the bodies of one group to those of another.</summary>
/// <param name="From">The group of the senders.</param>
/// <param name="To">The group of the addressees.</param>
/// <param name="Paper">Their class; none: all classes together.</param>
/// <param name="Arrived">How many arrived.</param>
/// <param name="Lost">How many were lost.</param>
/// <param name="Unseen">How many have come where nobody looks, and have not been noticed in this run.</param>
/// <param name="Travel">Median elapsed minutes from dispatch to arrival; <c>null</c>: none arrived.</param>
/// <param name="Registered">How many of those that arrived have been registered.</param>
/// <param name="UntilRegistered">Median elapsed minutes of these from arrival to registration; <c>null</c>: there are none.</param>
public sealed record HandOverCell(
    string From, string To, PaperClass Paper, int Arrived, int Lost, int Unseen, double? Travel, int Registered,
    double? UntilRegistered);
