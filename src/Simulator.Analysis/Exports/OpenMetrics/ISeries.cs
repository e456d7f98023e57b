namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>A series while it is written: it takes changes in, and shows how it stands.</summary>
internal interface ISeries
{
    /// <summary>Begins another one.</summary>
    /// <param name="labels">Its labels, as they stand between the braces.</param>
    void Begin(string labels);

    /// <summary>Takes a change in.</summary>
    /// <param name="more">By how much it rises, or how many values come.</param>
    /// <param name="other">Of what whole, or what these values are.</param>
    void Take(double more, double other);

    /// <summary>Writes how it stands.</summary>
    void Write(long seconds);
}
