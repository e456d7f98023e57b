using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>A duty to report events at once, laid out.</summary>
public sealed class CompiledFlash
{
    /// <summary>The most events that one directive can have reported: a bit stands for each.</summary>
    public const int MostEvents = 64;

    private readonly byte[] numbers;

    private CompiledFlash(int place, Urgency urgency, byte[] numbers, uint[] hashes)
    {
        Place = place;
        Urgency = urgency;
        this.numbers = numbers;
        EventHash = hashes;
    }

    /// <summary>The mark of the reports.</summary>
    public Urgency Urgency { get; }

    /// <summary>How many events are to be reported.</summary>
    public int Count => EventHash.Length;

    /// <summary>Its place among the directives that have such a duty.</summary>
    internal int Place { get; }

    /// <summary>By number less one: hash of the event, the occurrence in the draws of its reports.</summary>
    internal uint[] EventHash { get; }

    /// <summary>The number of an event's reports, from 1; 0: it is not to be reported.</summary>
    /// <param name="place">Place of the event in the model.</param>
    public byte NumberOf(int place) => numbers[place];

    /// <summary>The place in the model of the event that reports of a number are about.</summary>
    public int EventOf(int number) => Array.IndexOf(numbers, (byte)number);

    internal static CompiledFlash? Of(Directive directive, CompiledEvent[] events, ref int count)
    {
        if (directive.Flash is not { } rule)
        {
            return null;
        }

        foreach (var id in rule.Events)
        {
            if (!Array.Exists(events, each => each.Source.Id == id))
            {
                throw new ModelException($"'{directive.Id}' wants the event '{id}' reported, which is not declared.");
            }
        }

        var numbers = new byte[events.Length];
        var hashes = new List<uint>();
        for (var place = 0; place < events.Length; place++)
        {
            if (rule.Kinds.Contains(events[place].Source.Is) || rule.Events.Contains(events[place].Source.Id))
            {
                hashes.Add(events[place].ShortHash);
                numbers[place] = (byte)Math.Min(hashes.Count, MostEvents);
            }
        }

        return hashes.Count <= MostEvents
            ? new CompiledFlash(count++, rule.Urgency, numbers, [.. hashes])
            : throw new ModelException(
                $"'{directive.Id}' wants more than {MostEvents} events reported at once.");
    }
}
