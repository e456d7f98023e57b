using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// The questions that bodies have put to their superiors and that are not settled: their own, and those of others
/// that they have passed up. It is there only where questions are more than asked once and answered yes.
/// </summary>
internal sealed class QuestionTable
{
    private readonly int first;
    private readonly (int Head, uint Count)[] files; // by body
    private Inquiry[] inquiries = [];
    private int free = -1;
    private int used;

    private QuestionTable(int first, int count)
    {
        this.first = first;
        files = new (int, uint)[count];
        Array.Fill(files, (-1, 0U));
    }

    internal long Bytes =>
        ((long)files.Length * sizeof(long)) + ((long)inquiries.Length * Unsafe.SizeOf<Inquiry>());

    /// <summary>The table for some bodies; <c>null</c> where the model says nothing of questions.</summary>
    internal static QuestionTable? For(CompiledModel model, int first, int count) =>
        model.FollowsQuestions ? new QuestionTable(first, count) : null;

    /// <summary>A new question of a body, with the next of its numbers.</summary>
    internal ref Inquiry Add(int body)
    {
        var place = free;
        if (place >= 0)
        {
            free = inquiries[place].Next;
        }
        else
        {
            place = used++;
            if (place == inquiries.Length)
            {
                Array.Resize(ref inquiries, Growth.Of(Math.Max(4, inquiries.Length)));
            }
        }

        ref var file = ref files[body - first];
        inquiries[place] = new Inquiry { Next = file.Head, Number = ++file.Count, Asker = -1 };
        file.Head = place;
        return ref inquiries[place];
    }

    /// <summary>An unsettled question of a body by its number; none: it has been settled.</summary>
    internal ref Inquiry Find(int body, uint number)
    {
        for (var place = files[body - first].Head; place >= 0; place = inquiries[place].Next)
        {
            if (inquiries[place].Number == number)
            {
                return ref inquiries[place];
            }
        }

        return ref Unsafe.NullRef<Inquiry>();
    }

    /// <summary>A question is settled.</summary>
    internal Inquiry Remove(int body, uint number)
    {
        ref var link = ref files[body - first].Head;
        while (inquiries[link].Number != number)
        {
            link = ref inquiries[link].Next;
        }

        var place = link;
        var settled = inquiries[place];
        link = settled.Next;
        inquiries[place].Next = free;
        free = place;
        return settled;
    }
}
