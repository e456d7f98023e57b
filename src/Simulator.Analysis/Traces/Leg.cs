using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Traces;

/// <summary>
/// One leg of a paper's way (chặng), from the entry that enabled it to the entry that ended it. It is either
/// travel, or a wait before a step and the step itself; wait, off hours and work add up to the whole.
/// </summary>
public sealed record Leg
{
    /// <summary>Index of the body at which the leg lies; for travel the one it arrives at.</summary>
    public required int Body { get; init; }

    /// <summary>The entry that ended it.</summary>
    public required Entry Entry { get; init; }

    /// <summary>The step; <see cref="Step.None"/>: travel, or a moment without length.</summary>
    public Step Step => Entry.Step;

    /// <summary>What arrived, if it is travel.</summary>
    public PaperClass Paper => Entry.Kind == EntryKind.Arrived ? (PaperClass)Entry.What : PaperClass.None;

    /// <summary>When it was enabled.</summary>
    public required int From { get; init; }

    /// <summary>When a person took it up, or it was sent; equal to <see cref="From"/> if nothing waited.</summary>
    public required int Started { get; init; }

    /// <summary>When it ended.</summary>
    public int To => Entry.Tick;

    /// <summary>Elapsed minutes.</summary>
    public int Elapsed => To - From;

    /// <summary>Minutes under way.</summary>
    public int Travel => Entry.Kind == EntryKind.Arrived ? To - Started : 0;

    /// <summary>Until when the paper waited for an hour of its step; <see cref="From"/> if it waited for none.</summary>
    public int HeldUntil { get; init; }

    /// <summary>Minutes of waiting for such an hour while the post was at work.</summary>
    public int WaitForHour { get; init; }

    /// <summary>Minutes of waiting while the post was at work: a person was busy, or a decision was awaited.</summary>
    public required int WaitInHours { get; init; }

    /// <summary>Minutes of waiting while the post was not at work.</summary>
    public required int WaitOffHours { get; init; }

    /// <summary>Minutes of work.</summary>
    public required int Work { get; init; }

    /// <summary>Minutes in which begun work rested because the post was not at work.</summary>
    public required int WorkPaused { get; init; }

    /// <summary>Minutes of laying it aside, or waiting for reports, answers and the like.</summary>
    public int Other => Elapsed - Travel - WaitForHour - WaitInHours - WaitOffHours - Work - WorkPaused;

    /// <summary>Minutes in the working hours of the post, travel left out.</summary>
    public int InHours => WaitForHour + WaitInHours + Work;
}
