using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Documents;

/// <summary>
/// Who gets a copy for information (để biết, để báo cáo) of the paper by which certain bodies issue or relay a
/// directive. A copy is registered and binds nobody.
/// </summary>
/// <param name="By">Whose paper; empty: the directive itself, by its issuer.</param>
/// <param name="To">Who gets a copy; whoever the paper is addressed to does not.</param>
public sealed record CopyRule(IReadOnlyList<Selector> By, IReadOnlyList<Selector> To);
