using Simulator.Kernel.Office;

namespace Simulator.Kernel.Engine;

/// <content>What bodies tell of their desks, where a condition counts it.</content>
public sealed partial class RemoteRegion
{
    private readonly List<DeskMove> deskMoves = [];

    private void Take(int body, ReadOnlySpan<DeskMove> moves)
    {
        foreach (ref readonly var move in moves)
        {
            if (move.Body != body || move.Root >= model.Roots.Length || move.Post >= OfficePosts.Count || move.By is not (1 or -1))
            {
                throw new RunException(
                    $"At {Moment} '{NameOf(body)}' told of work at {Named(move.Body)}, post {move.Post}, by {move.By}; "
                    + "a body tells of its own only, piece by piece.");
            }

            deskMoves.Add(move);
        }
    }

    private DeskMove[] TakeMoves()
    {
        DeskMove[] taken = [.. deskMoves];
        deskMoves.Clear();
        return taken;
    }
}
