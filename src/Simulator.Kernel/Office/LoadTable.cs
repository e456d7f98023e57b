using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// The live state of the other papers of the day, beside the slab of their bodies: how far each stream has
/// been drawn, what the posts have had in hand, and since when the papers of directives wait.
/// </summary>
internal sealed class LoadTable
{
    private readonly int first;
    private readonly int[] places; // by body; -1: it has no other papers
    private readonly LoadState[] states;
    private PaperWait[] waits = new PaperWait[4];

    private LoadTable(int first, int[] places, int count)
    {
        this.first = first;
        this.places = places;
        states = new LoadState[count];
    }

    /// <summary>Bytes it holds.</summary>
    internal long Bytes => ((long)places.Length * sizeof(int))
        + ((long)states.Length * Unsafe.SizeOf<LoadState>()) + ((long)waits.Length * Unsafe.SizeOf<PaperWait>());

    /// <summary>For the bodies with indices <paramref name="first"/> and on; <c>null</c>: none has any.</summary>
    internal static LoadTable? For(CompiledModel model, int first, int count)
    {
        if (!model.KindTable.Any(kind => kind.Load is not null))
        {
            return null;
        }

        var places = new int[count];
        var loaded = 0;
        for (var place = 0; place < count; place++)
        {
            places[place] = model.KindTable[model.Facts[first + place].Kind].Load is null ? -1 : loaded++;
        }

        return loaded == 0 ? null : new LoadTable(first, places, loaded);
    }

    /// <summary>The first opening of each clerk who has other papers, for each stream that runs.</summary>
    internal static IEnumerable<PendingWakeUp> Beginnings(CompiledModel model)
    {
        if (!model.KindTable.Any(kind => kind.Load is not null))
        {
            yield break;
        }

        for (var body = 0; body < model.Facts.Length; body++)
        {
            if (model.KindTable[model.Facts[body].Kind].Load is not { } load
                || Relieved.Of(model.Source, model.Bodies[body].Id).From(Organisation.Hindrance.OtherPapers, Post.Clerk))
            {
                continue;
            }

            var opens = model.Posts[model.Facts[body].Office][(int)Post.Clerk].DeclaredHours.NextOpen(0);
            for (byte stream = 0; stream < load.Gaps.Count && opens < int.MaxValue; stream++)
            {
                if (load.Gaps[stream] is not null || (stream == 0 && load.Backlog > 0))
                {
                    yield return new(
                        opens, new WakeUp { Body = body, Job = -1, Kind = WakeKind.OtherPapers, Item = stream });
                }
            }
        }
    }

    /// <summary>The state of a body that has other papers.</summary>
    internal ref LoadState Of(int body) => ref states[places[body - first]];

    /// <summary>Since when a paper waits, by the place of its job.</summary>
    internal ref PaperWait WaitOf(int job)
    {
        if (job >= waits.Length)
        {
            Array.Resize(ref waits, Math.Max(job + 1, Growth.Of(waits.Length)));
        }

        return ref waits[job];
    }
}

/// <summary>The other papers of one body.</summary>
internal struct LoadState
{
    internal LoadStreams Streams;
    internal LoadPosts Posts;
}

/// <summary>Incoming and outgoing papers.</summary>
[InlineArray(2)]
internal struct LoadStreams
{
    private LoadStream first;
}

/// <summary>How far a stream of papers has been drawn.</summary>
internal struct LoadStream
{
    /// <summary>How many gaps have been drawn; also the number of the paper after the last of them.</summary>
    internal uint Drawn;

    /// <summary>By how much the newest paper came after its minute began, in 65,536ths of a minute.</summary>
    internal int Fraction;
}

/// <summary>The three posts.</summary>
[InlineArray(3)]
internal struct LoadPosts
{
    private LoadPost first;
}

/// <summary>What a post has had to do with other papers.</summary>
internal struct LoadPost
{
    /// <summary>How many it has taken up.</summary>
    internal int Begun;

    /// <summary>How many are in somebody's hands.</summary>
    internal int Held;

    /// <summary>Since when there has been one without a break.</summary>
    internal int Since;

    /// <summary>For how many minutes of its hours there was one, until then.</summary>
    internal int Minutes;

    /// <summary>The same of its hours for papers that pierce.</summary>
    internal int PiercingMinutes;
}

/// <summary>What a paper of a directive found when it came to a post.</summary>
internal struct PaperWait
{
    /// <summary>When that was.</summary>
    internal int Since;

    /// <summary>How many other papers the post had done with.</summary>
    internal int Done;

    /// <summary>For how many minutes it had had one in hand.</summary>
    internal int Minutes;
}
