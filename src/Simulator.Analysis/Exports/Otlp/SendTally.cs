using System.Globalization;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>What became of the spans of an export.</summary>
internal sealed class SendTally
{
    private const int MostReasons = 5;

    private readonly Dictionary<string, long> reasons = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    /// <summary>How many there were to send.</summary>
    internal long Sent { get; private set; }

    /// <summary>How many the receiver took, as it says.</summary>
    internal long Arrived { get; private set; }

    /// <summary>How many requests went out, those sent again included.</summary>
    internal long Requests { get; private set; }

    /// <summary>How many of them were sent again.</summary>
    internal long Again { get; private set; }

    /// <summary>How many did not arrive.</summary>
    internal long Lost => Sent - Arrived;

    /// <summary>Counts a request.</summary>
    internal void Request(bool again)
    {
        Requests++;
        Again += again ? 1 : 0;
    }

    /// <summary>Counts the spans of a batch, as it ended.</summary>
    internal void Batch(int spans, SendAnswer answer)
    {
        Sent += spans;
        var rejected = answer.Outcome == SendOutcome.Arrived ? Math.Clamp(answer.Rejected, 0, spans) : spans;
        Arrived += spans - rejected;
        if (rejected > 0)
        {
            var why = answer.Why ?? "the receiver does not say why";
            reasons[why] = reasons.GetValueOrDefault(why) + rejected;
        }
        else if (answer.Why is { } word && !words.Contains(word) && words.Count < MostReasons)
        {
            words.Add(word);
        }
    }

    /// <summary>Why spans did not arrive, the most frequent reason first; and what the receiver said beside that.</summary>
    internal IEnumerable<string> Sentences() =>
    [
        .. reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal).Take(MostReasons)
            .Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Value:N0} did not arrive: {reason.Key}.")),
        .. words.Select(word => $"The receiver says: {word}"),
    ];
}
