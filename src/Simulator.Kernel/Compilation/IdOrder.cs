namespace Simulator.Kernel.Compilation;

/// <summary>
/// The order of ids: ordinal, with runs of digits compared as numbers, so that <c>wards/10</c> comes
/// after <c>wards/9</c>. The order of two ids never depends on a third.
/// </summary>
public sealed class IdOrder : IComparer<string>
{
    private IdOrder()
    {
    }

    /// <summary>The only instance.</summary>
    public static IdOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        // What is the same at the beginning decides nothing, but for digits whose number goes on.
        var i = x.AsSpan().CommonPrefixLength(y);
        while (i > 0 && char.IsAsciiDigit(x[i - 1]))
        {
            i--;
        }

        var j = i;
        while (i < x.Length && j < y.Length)
        {
            if (char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[j]))
            {
                var left = Number(x, ref i);
                var right = Number(y, ref j);
                var byNumber = left.Length != right.Length
                    ? left.Length.CompareTo(right.Length)
                    : left.SequenceCompareTo(right);
                if (byNumber != 0)
                {
                    return byNumber;
                }
            }
            else if (x[i] != y[j])
            {
                return x[i].CompareTo(y[j]);
            }
            else
            {
                i++;
                j++;
            }
        }

        var byLength = (x.Length - i).CompareTo(y.Length - j);
        return byLength != 0 ? byLength : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Number(string text, ref int place)
    {
        var start = place;
        while (place < text.Length && char.IsAsciiDigit(text[place]))
        {
            place++;
        }

        var digits = text.AsSpan(start, place - start).TrimStart('0');
        return digits;
    }
}
