using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Office;

/// <summary>
/// What a channel does with a paper beside taking its time. Nothing of it is reached on a channel that does
/// nothing else.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>Tells the draws about papers of one class from those about papers of another.</summary>
    private const uint Apart = 0x9E3779B9;

    /// <summary>A paper that leaves: of which dossier, for whom, what it is, by which entry.</summary>
    private readonly record struct Way(int Place, int To, ulong There, PaperClass Paper, byte Item, uint Cause);

    /// <summary>
    /// It leaves at the next departure, or later to an addressee who is not there; each failed attempt puts it off; and
    /// it comes while the clerk is at work, where it can come at no other time.
    /// </summary>
    /// <returns>Whether it arrives at all.</returns>
    private bool Carry(CompiledCarriage carriage, int leaves, int minutes, in Way way, uint n, out int arrives, out Urgency mark)
    {
        ref readonly var dossier = ref DossierAt(way.Place);
        var root = model.Roots[dossier.Root].Hash;
        long at = carriage.Departures?.NextFrom(leaves) ?? leaves;
        arrives = 0;
        mark = carriage.Unseen > 0 && CanBeUnseen(way.Paper)
            && chance.Arrow(facts.Hash, way.There, root, Purpose.Unseen, n) < carriage.Unseen
                ? Message.UnseenMark
                : default;
        if (carriage.Absent > 0 && chance.Arrow(facts.Hash, way.There, root, Purpose.Absent, n) < carriage.Absent)
        {
            if (carriage.AbsentAfter < 0)
            {
                Lose(way, CompiledStep.Nobody);
                return false;
            }

            at += carriage.AbsentAfter;
        }

        var hours = carriage.NeedsClerk
            ? model.Posts[model.Facts[way.To].Office][(int)Post.Clerk].HoursFor(dossier.Urgency)
            : WorkingCalendar.AlwaysOpen;
        at = OpenFrom(hours, at);
        if (carriage.Fails > 0)
        {
            var failures = carriage.Failures(chance.Arrow(facts.Hash, way.There, root, Purpose.Attempts, n));
            if (failures > carriage.MostRetries)
            {
                Lose(way, (byte)failures);
                return false;
            }

            for (; failures > 0; failures--)
            {
                at = OpenFrom(hours, at + carriage.RetriesAfter);
            }
        }

        arrives = (int)Math.Max(now + 1, OpenFrom(hours, at + minutes));
        return true;
    }

    /// <summary>A moment that never comes lies behind every run.</summary>
    private static long OpenFrom(WorkingCalendar hours, long tick) =>
        Math.Min(hours.NextOpen((int)Math.Min(tick, int.MaxValue - 1)), int.MaxValue - 1);

    private void Lose(in Way way, byte attempts) => Write(
        EntryKind.Lost, way.Place, way.Cause,
        Entry.Pack((byte)way.Paper, way.Item, (uint)(way.There >> 40), (uint)(way.There >> 16 & 0xFF_FFFF)), Step.None, 0,
        attempts);
}
