namespace Simulator.Kernel.Interventions;

/// <summary>When a body got where with a directive; ticks, 1 later, so that 0 is: not yet.</summary>
internal struct Moments
{
    internal int Sent;
    internal int Arrived;
    internal int Registered;
    internal int Relayed;
    internal int Complied;
    internal int Closed;
    internal int Reported;

    /// <summary>Notes a change of where it stands.</summary>
    /// <param name="told">What the entry says.</param>
    /// <param name="after">Where it stands now.</param>
    /// <param name="tick">When.</param>
    /// <param name="sent">When the paper was sent that came by it.</param>
    internal void Note(Progress told, in Standing after, int tick, int sent)
    {
        var isFirst = Arrived == 0;
        if ((told & Progress.Reached) != 0 && isFirst)
        {
            (Sent, Arrived) = (sent + 1, tick + 1);
        }

        if ((told & Progress.Registered) != 0 && ((told & Progress.Reached) == 0 || isFirst))
        {
            Registered = tick + 1;
        }

        Relayed = (told & Progress.Relayed) != 0 ? tick + 1 : Relayed;
        Reported = (told & Progress.Reported) != 0 && Reported == 0 ? tick + 1 : Reported;
        Complied = !after.Is(Progress.Complied) ? 0 : Complied == 0 ? tick + 1 : Complied;
    }
}
