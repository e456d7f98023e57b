using System.Globalization;

namespace Simulator.Analysis.Exports.Csv;

/// <summary>Rows of cells, written one by one; what is <c>null</c> is an empty cell.</summary>
/// <param name="writer">Where to.</param>
internal sealed class CsvCells(TextWriter writer)
{
    private readonly char[] characters = new char[32];
    private bool isFirst = true;

    internal CsvCells Text(string? text)
    {
        Separate();
        if (text is not null)
        {
            writer.Write(CsvCell.Of(text));
        }

        return this;
    }

    internal CsvCells Number(long? number)
    {
        Separate();
        if (number is { } value)
        {
            value.TryFormat(characters, out var length, default, CultureInfo.InvariantCulture);
            writer.Write(characters, 0, length);
        }

        return this;
    }

    /// <summary>A moment in ISO 8601, such as <c>2021-05-03T10:59:00</c>.</summary>
    internal CsvCells Moment(DateTime? moment)
    {
        Separate();
        if (moment is { } value)
        {
            value.TryFormat(characters, out var length, "s", CultureInfo.InvariantCulture);
            writer.Write(characters, 0, length);
        }

        return this;
    }

    internal void End()
    {
        writer.Write(CsvCell.NewLine);
        isFirst = true;
    }

    private void Separate()
    {
        if (!isFirst)
        {
            writer.Write(',');
        }

        isFirst = false;
    }
}
