namespace Simulator.Cli.Reports;

/// <summary>A table. The first column names its rows.</summary>
/// <param name="Caption">What it is of.</param>
/// <param name="Columns">The heads.</param>
/// <param name="Rows">The cells as they are read, as many in each row as there are columns.</param>
internal sealed record DataTable(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : IBlock
{
    /// <summary>What is to be said when more than these rows are known; empty: nothing.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A column.</summary>
/// <param name="Head">What it is called.</param>
/// <param name="IsNumber">Whether it holds numbers, that stand below each other.</param>
internal sealed record Column(string Head, bool IsNumber = false)
{
    /// <summary>A column of numbers.</summary>
    internal static Column Number(string head) => new(head, IsNumber: true);
}
