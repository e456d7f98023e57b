namespace Simulator.Kernel.Engine;

/// <summary>What is due in one round, put in canonical order: by a 64-bit key, equals by a finer rule.</summary>
internal sealed class RoundOrder<T>
    where T : unmanaged
{
    private T[] taken = new T[64];
    private T[] ordered = new T[64];
    private ulong[] keys = new ulong[64];
    private int[] places = new int[64];
    private int count;

    internal delegate ulong Key(in T item);

    internal delegate bool Before(in T left, in T right);

    /// <summary>Takes out what is due at a tick; the span is in order after <see cref="Sort"/>.</summary>
    internal ReadOnlySpan<T> Fill(Agenda<T> agenda, int tick)
    {
        count = agenda.Take(tick, ref taken);
        if (ordered.Length < taken.Length)
        {
            ordered = new T[taken.Length];
            keys = new ulong[taken.Length];
            places = new int[taken.Length];
        }

        return ordered.AsSpan(0, count);
    }

    internal void Sort(Key key, Before before)
    {
        for (var place = 0; place < count; place++)
        {
            keys[place] = key(taken[place]);
            places[place] = place;
        }

        if (count > 16)
        {
            Array.Sort(keys, places, 0, count);
        }
        else
        {
            InsertionSort();
        }

        for (var place = 0; place < count; place++)
        {
            ordered[place] = taken[places[place]];
        }

        for (var place = 1; place < count; place++)
        {
            if (keys[place] == keys[place - 1])
            {
                SinkAmongEquals(place, before);
            }
        }
    }

    private void InsertionSort()
    {
        for (var place = 1; place < count; place++)
        {
            var (key, item) = (keys[place], places[place]);
            var before = place - 1;
            for (; before >= 0 && keys[before] > key; before--)
            {
                keys[before + 1] = keys[before];
                places[before + 1] = places[before];
            }

            keys[before + 1] = key;
            places[before + 1] = item;
        }
    }

    private void SinkAmongEquals(int place, Before before)
    {
        var item = ordered[place];
        var hole = place;
        for (; hole > 0 && keys[hole - 1] == keys[place] && before(item, ordered[hole - 1]); hole--)
        {
            ordered[hole] = ordered[hole - 1];
        }

        ordered[hole] = item;
    }
}
