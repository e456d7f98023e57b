using Simulator.Kernel.Office;

namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// A piece of work on a directive at a post, from the moment at which it came there until it was done: a paper to be
/// registered, an assignment to be carried out, a report to be signed. Moments are ticks.
/// </summary>
/// <param name="Body">Index of the body where it lies, which is not whose paper it is once a file was handed over.</param>
/// <param name="Root">Place of the directive.</param>
/// <param name="Post">The post.</param>
/// <param name="Step">The step.</param>
/// <param name="Server">Which person of the post, from 0; 255: not known.</param>
/// <param name="From">When it came before the post, or began to wait for an hour of its step.</param>
/// <param name="Started">When somebody took it up; -1: nobody did, or it is not known, since the step has not ended.</param>
/// <param name="Ended">When it was done, or was dropped; -1: not in this run.</param>
public readonly record struct DeskStay(
    int Body, int Root, Post Post, Step Step, byte Server, int From, int Started, int Ended)
{
    /// <summary>The value of <see cref="Server"/> where nobody is known to have it.</summary>
    public const byte Nobody = 255;

    /// <summary>Minutes that it lay there between two ticks.</summary>
    /// <param name="from">The first tick that counts.</param>
    /// <param name="to">The tick after the last.</param>
    public int MinutesWithin(int from, int to) => Overlap(From, Ended < 0 ? int.MaxValue : Ended, from, to);

    /// <summary>Minutes of two stretches together.</summary>
    internal static int Overlap(int from, int to, int other, int until) =>
        Math.Max(0, Math.Min(to, until) - Math.Max(from, other));
}
