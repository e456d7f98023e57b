namespace Simulator.Cli.Views;

/// <summary>Writes the answer to a question, row by row.</summary>
internal interface IAnswerWriter
{
    /// <summary>A row: whole numbers, numbers, texts and <c>null</c>.</summary>
    void Row(IReadOnlyList<object?> values);

    /// <summary>There are no more, or they were left out.</summary>
    void End(bool isCut);
}
