using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Organisation;

/// <summary>One row of a table.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Fields">Its fields, one for each column.</param>
/// <param name="Raw">The row as written.</param>
internal sealed record CsvRow(Place Place, string[] Fields, string Raw)
{
    /// <summary>Where a field begins.</summary>
    public Place At(int column)
    {
        int at = 0;
        bool isQuoted = false;
        for (int i = 0; i < Raw.Length && column > 0; i++)
        {
            isQuoted ^= Raw[i] == '"';
            if (!isQuoted && Raw[i] is ',' or ';')
            {
                column--;
                at = i + 1;
            }
        }

        int line = Raw.AsSpan(0, at).Count('\n');
        int begin = line == 0 ? 0 : Raw.LastIndexOf('\n', at - 1) + 1;
        return Place with { Line = Place.Line + line, Column = at - begin + 1 };
    }
}
