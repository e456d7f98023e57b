using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Reading;

/// <summary>A single value: a word, a number, a text. It has no type until the format gives it one.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="text">Its text in NFC, without quotes.</param>
/// <param name="isQuoted">Whether it is quoted or a block, and so a text whatever it looks like.</param>
internal sealed class ScalarNode(Place place, string text, bool isQuoted = false) : Node(place)
{
    /// <summary>Its text in NFC, without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it is quoted or a block.</summary>
    public bool IsQuoted { get; } = isQuoted;

    /// <summary>Whether no value was written.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The same value, written elsewhere.</summary>
    public ScalarNode At(Place elsewhere) => new(elsewhere, Text, IsQuoted);

    /// <inheritdoc/>
    public override string Description => IsNull ? "nothing" : $"'{Excerpt(Text)}'";

    /// <summary>The beginning of a text, as much as fits into a sentence, without line breaks.</summary>
    public static string Excerpt(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : $"{line[..57]}...";
    }

    /// <inheritdoc/>
    protected override (long Size, int Height) Measure() => (1, 1);
}
