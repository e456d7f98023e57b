namespace Simulator.Kernel.Engine;

/// <summary>
/// A piece of work on a directive that came before a post, or left it. Bodies tell of it only where an intervention waits for a
/// backlog: it changes nothing but what the director counts.
/// </summary>
/// <param name="Body">Index of the body where it lies.</param>
/// <param name="Root">Place of the directive.</param>
/// <param name="Post">The post, see <see cref="Office.Post"/>.</param>
/// <param name="By">1: it came; -1: it left.</param>
public readonly record struct DeskMove(int Body, ushort Root, byte Post, sbyte By);
