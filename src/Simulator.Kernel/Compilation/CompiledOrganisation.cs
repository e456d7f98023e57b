using Simulator.Kernel.Interventions;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// An organisation that has come into being in the middle of a run: who is dissolved, who takes over from whom, and
/// which organisations there were before.
/// </summary>
public sealed class CompiledOrganisation
{
    private readonly CompiledModel[] before;
    private readonly int[] successors;
    private readonly int[] arrivesFrom;
    private readonly byte[] livedUntil;

    private CompiledOrganisation(CompiledModel[] before, int[] successors, int[] arrivesFrom, byte[] livedUntil) =>
        (this.before, this.successors, this.arrivesFrom, this.livedUntil) = (before, successors, arrivesFrom, livedUntil);

    /// <summary>The how-manieth change it is, from 1.</summary>
    public int Number => before.Length;

    /// <summary>The body that takes over the papers of one that is dissolved; -1: it is not, or has been from the start.</summary>
    /// <param name="body">Index of the body.</param>
    public int SuccessorOf(int body) => successors[body];

    /// <summary>The first tick at which its papers can be with its successor.</summary>
    internal int ArrivesFrom(int body) => arrivesFrom[body];

    /// <summary>The number of the last organisation in which a dissolved body was there.</summary>
    internal byte LivedUntil(int body) => livedUntil[body];

    /// <summary>The model of an organisation before this one.</summary>
    internal CompiledModel Before(int number) => before[number];

    /// <summary>Makes a model that of the organisation that follows another.</summary>
    /// <param name="model">The model; places for papers are made in it for what its bodies may take over.</param>
    /// <param name="last">The model of the organisation before.</param>
    /// <param name="since">The tick at which it changes.</param>
    /// <param name="handOver">For how many minutes papers are then under way to whoever takes them over.</param>
    /// <exception cref="ModelException">Somebody is dissolved for whom nobody can take over, or has too much to take over.</exception>
    internal static CompiledOrganisation Follow(CompiledModel model, CompiledModel last, int since, int handOver)
    {
        var was = last.Organisation;
        if (was?.Number == byte.MaxValue)
        {
            throw new ModelException("An organisation can change at most 255 times in a run.");
        }

        var count = model.Facts.Length;
        var (successors, arrivesFrom, livedUntil) = (new int[count], new int[count], new byte[count]);
        var places = new long[count];
        for (var body = 0; body < count; body++)
        {
            var isNew = IsGone(model, body) && !IsGone(last, body);
            successors[body] = isNew ? Successor(model, last, body) : -1;
            arrivesFrom[body] = isNew ? since + Math.Max(1, handOver) : 0;
            livedUntil[body] = isNew ? (byte)(was?.Number ?? 0) : (byte)0;
            places[body] += model.Facts[body].Papers + last.Facts[body].Papers;
            if (isNew)
            {
                places[successors[body]] += last.Facts[body].Papers;
            }
        }

        for (var body = 0; body < count && was is not null; body++)
        {
            if (was.SuccessorOf(body) is >= 0 and var old)
            {
                var goesOn = successors[old] >= 0;
                successors[body] = goesOn ? successors[old] : old;
                livedUntil[body] = was.LivedUntil(body);
                arrivesFrom[body] = goesOn // behind the files that go on
                    ? Math.Max(was.ArrivesFrom(body) + 1, since + Math.Max(1, handOver))
                    : was.ArrivesFrom(body);
            }
        }

        for (var body = 0; body < count; body++)
        {
            model.Facts[body] = model.Facts[body] with
            {
                Papers = places[body] <= ushort.MaxValue ? (ushort)places[body] : throw new ModelException(
                    $"'{model.Bodies[body].Id}' might have to take over {places[body]:N0} papers; at most 65,535 can be kept apart."),
            };
        }

        CompiledModel[] before = was is null ? [last] : [.. was.before, last];
        return new CompiledOrganisation(before, successors, arrivesFrom, livedUntil);
    }

    /// <summary>The same for a model that differs from another of the same organisation in values alone.</summary>
    internal static CompiledOrganisation? Of(CompiledModel model, CompiledModel structured)
    {
        if (structured.Organisation is null)
        {
            return null;
        }

        for (var body = 0; body < model.Facts.Length; body++)
        {
            model.Facts[body] = model.Facts[body] with { Papers = structured.Facts[body].Papers };
        }

        return structured.Organisation;
    }

    private static bool IsGone(CompiledModel model, int body) => model.Bodies[body].Dissolved is not null;

    /// <summary>Whoever has its duties, if that is one body; else the first above it that is there.</summary>
    private static int Successor(CompiledModel model, CompiledModel last, int body)
    {
        if (model.Bodies[body].Dissolved is { Duties: [var one] })
        {
            return model.IndexOf(Journal.Hash64.Of(one));
        }

        var above = body;
        do
        {
            above = last.Superior[above];
        }
        while (above >= 0 && IsGone(model, above));

        return above >= 0 ? above : throw new ModelException(
            $"'{model.Bodies[body].Id}' has nobody above it who could take over its papers.");
    }
}
