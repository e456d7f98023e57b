namespace Simulator.Kernel.Organisation;

/// <summary>
/// What a body that no longer exists leaves behind. It stays in the model, so that nobody else's draws depend
/// on it, but gets, relays and reports nothing.
/// </summary>
/// <param name="Heirs">
/// Ids of those who get the papers that it would have been addressed: who stood directly below it, or the body
/// that it was merged into.
/// </param>
/// <param name="Duties">Ids of those who carry out what it would have been assigned.</param>
public sealed record Dissolution(IReadOnlyList<string> Heirs, IReadOnlyList<string> Duties);
