using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>Reads from a journal which questions of a body are open, and what it has been refused.</summary>
internal static class QuestionReader
{
    /// <summary>Takes one entry about questions.</summary>
    /// <param name="own">The progress of the body that wrote it.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>The assignment that may be begun from now on; <c>null</c>: none.</returns>
    internal static byte? Take(BodyProgress own, in Entry entry)
    {
        var number = entry.A;
        var open = own.OpenQuestions.FirstOrDefault(each => each.Number == number);
        if (entry.Kind == EntryKind.Asked)
        {
            if (open is null)
            {
                own.OpenQuestions.Add(new OpenQuestion(number, entry.Item, entry.What == 1, entry.Tick));
            }

            return null;
        }

        if (open is null || (entry.Kind == EntryKind.Answered && entry.What == (byte)Decision.Returned))
        {
            return null;
        }

        own.OpenQuestions.Remove(open);
        own.SilencesPassed += entry.Kind == EntryKind.SilencePassed ? 1 : 0;
        if (open.IsPassedUp || open.IsOpinion)
        {
            return null;
        }

        if (entry.What == (byte)Decision.Refusal)
        {
            own.Refused |= 1U << entry.Item;
            return null;
        }

        own.Approved |= 1U << entry.Item;
        return entry.Item;
    }
}
