using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Engine;

public sealed partial class RemoteRegion
{
    private void CheckOpen(int next)
    {
        CheckSettled();
        if (next <= tick)
        {
            throw new InvalidOperationException($"Tick {next} cannot be played after tick {tick}.");
        }

        if (agenda.NextDue() < next)
        {
            throw new InvalidOperationException($"Tick {next} cannot be played while tick {NextDue()} is due.");
        }
    }

    private void CheckSettled()
    {
        if (settled < due.Count)
        {
            throw new InvalidOperationException(
                $"The round at tick {tick} is not over: '{NameOf(due.At(settled).Body)}' is not settled.");
        }
    }

    /// <returns>The rank of the body, by which its turn is known.</returns>
    private int CheckTurn(int body)
    {
        if (settled == taken)
        {
            throw new InvalidOperationException(
                $"{Named(body)} cannot be settled at tick {tick}: it has not been taken.");
        }

        var turn = (int)due.RankOf(settled);
        if (!Exists(body) || model.Facts[body].Rank != turn)
        {
            throw new InvalidOperationException(
                $"{Named(body)} cannot be settled at tick {tick} before '{NameOf(due.At(settled).Body)}', "
                + "which was taken before.");
        }

        return turn;
    }

    private void CheckArrival(in Message paper)
    {
        if (!Holds(paper.To) || !Exists(paper.From) || Holds(paper.From))
        {
            throw new RunException(
                $"A paper from {Named(paper.From)} to {Named(paper.To)} came to a region that it does not enter.");
        }

        if (paper.Arrives <= tick)
        {
            throw new RunException(
                $"At {Moment} '{NameOf(paper.To)}' was brought a paper from '{NameOf(paper.From)}' "
                + $"that had to arrive at {At(paper.Arrives)}.");
        }
    }

    private void CheckWakeUp(int body, in PendingWakeUp wakeUp)
    {
        if (wakeUp.What.Body != body || wakeUp.What.Kind == PapersUnderWay.Paper)
        {
            throw new RunException(
                $"At {Moment} '{NameOf(body)}' asked for a wake-up of {Named(wakeUp.What.Body)}; "
                + "a body asks for its own only.");
        }

        if (wakeUp.Due <= tick)
        {
            throw new RunException(
                $"At {Moment} '{NameOf(body)}' asked to be woken at {At(wakeUp.Due)}, which is not later.");
        }
    }

    private void CheckPaper(int body, in Message paper)
    {
        if (paper.From != body || !Exists(paper.To))
        {
            throw new RunException(
                $"At {Moment} '{NameOf(body)}' sent a paper from {Named(paper.From)} to {Named(paper.To)}; "
                + "a body sends its own only, to bodies of the model.");
        }

        if (paper.Arrives <= tick)
        {
            throw new RunException(
                $"At {Moment} '{NameOf(body)}' sent '{NameOf(paper.To)}' a paper "
                + $"that would arrive at {At(paper.Arrives)}, which is not later.");
        }
    }

    private void CheckEntries(int body, ReadOnlySpan<Entry> written)
    {
        var hash = model.Facts[body].Hash;
        foreach (ref readonly var entry in written)
        {
            if (entry.Body != hash || entry.Tick != tick)
            {
                throw new RunException(
                    $"At {Moment} '{NameOf(body)}' wrote an entry that is another body's or of another moment.");
            }
        }
    }

    private string Moment => At(tick);

    private string At(int moment) => model.Source.Axis.ToIso(new(moment));

    private bool Holds(int body) => unchecked((uint)(body - First) < (uint)Count);

    private bool Exists(int body) => unchecked((uint)body < (uint)model.Facts.Length);

    private string Named(int body) => Exists(body) ? $"'{NameOf(body)}'" : $"body {body}, which does not exist,";

    private string NameOf(int body) => model.Bodies[body].Id;
}
