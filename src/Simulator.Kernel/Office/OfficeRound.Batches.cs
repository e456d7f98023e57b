using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>Papers that wait for an hour of the day before they are put before a post.</summary>
internal ref partial struct OfficeRound
{
    /// <summary>
    /// Lays a paper aside until the next of the hours of its step. It gets a new number, by which all that
    /// are laid aside come out in the order in which they went in.
    /// </summary>
    /// <returns>Whether it waits; one that comes at such an hour does not.</returns>
    private bool Hold(int place, CompiledStep step, CompiledBatch batch)
    {
        ref var job = ref slab.Jobs[place];
        if (!batch.Holds(job.Urgency, posts[step.Post]))
        {
            return false;
        }

        var hours = posts[step.Post].HoursFor(job.Urgency);
        var hour = batch.NextFrom(now, hours, model.Source.Axis.Start.MinuteOfDay);
        if (hour == now)
        {
            return false;
        }

        job.Serial = ++slot.Jobs;
        if (hour != int.MaxValue)
        {
            outcome.AddWakeUp(
                hour,
                new WakeUp { Body = body, Job = place, Mark = job.Serial, Kind = WakeKind.BatchRelease });
        }

        return true;
    }

    private void Release(int place)
    {
        ref readonly var job = ref slab.Jobs[place];
        if (job.Server == Dropped)
        {
            slab.Free(place);
            return;
        }

        Queue(place, kind.Flows[(int)job.Flow][job.Position]);
    }
}
