using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// What bodies know of inputs: those that they have registered, those that they wait for, those that they owe. It
/// is there only where the lead of an assignment waits for inputs.
/// </summary>
internal sealed class InputTable
{
    private readonly int first;
    private readonly int count;
    private readonly InputFile[] files; // by directive with inputs, then by body
    private RegisteredInput[] inputs = [];
    private int used;

    private InputTable(int first, int count, int directives)
    {
        this.first = first;
        this.count = count;
        files = new InputFile[directives * count];
        Array.Fill(files, new InputFile { Newest = -1 });
    }

    internal long Bytes =>
        ((long)files.Length * Unsafe.SizeOf<InputFile>()) + ((long)inputs.Length * Unsafe.SizeOf<RegisteredInput>());

    /// <summary>The table for some bodies; <c>null</c> where no lead waits for inputs.</summary>
    internal static InputTable? For(CompiledModel model, int first, int count)
    {
        var directives = model.Roots.Count(root => root.Inputs is not null);
        return directives == 0 ? null : new InputTable(first, count, directives);
    }

    /// <summary>What a body keeps about the inputs to a directive.</summary>
    internal ref InputFile FileOf(int body, CompiledInputs of) => ref files[(of.Place * count) + body - first];

    /// <summary>Notes that a body has registered an input.</summary>
    internal void Add(ref InputFile file, int from, byte item)
    {
        if (used == inputs.Length)
        {
            Array.Resize(ref inputs, Math.Max(4, Growth.Of(inputs.Length)));
        }

        inputs[used] = new RegisteredInput { From = from, Next = file.Newest, Item = item };
        file.Newest = used++;
    }

    /// <summary>How many of some bodies' inputs to an assignment are not registered.</summary>
    internal int Missing(in InputFile file, ReadOnlySpan<int> owed, byte item)
    {
        var missing = owed.Length;
        for (var place = file.Newest; place >= 0; place = inputs[place].Next)
        {
            if (inputs[place].Item == item && owed.BinarySearch(inputs[place].From) >= 0)
            {
                missing--;
            }
        }

        return missing;
    }
}

/// <summary>What one body keeps about the inputs to one directive.</summary>
internal struct InputFile
{
    /// <summary>The newest input that it has registered; -1: none.</summary>
    internal int Newest;

    /// <summary>Assignments that it leads and that wait for inputs.</summary>
    internal uint Awaited;

    /// <summary>Assignments to which it owes an input that is not written yet.</summary>
    internal uint Due;

    /// <summary>Those of them that it has laid aside.</summary>
    internal uint Aside;

    /// <summary>Assignments to which it will write none unless inspected.</summary>
    internal uint Ignored;
}

/// <summary>An input that has been registered.</summary>
internal struct RegisteredInput
{
    internal int From;

    /// <summary>The one before it; -1: none.</summary>
    internal int Next;

    internal byte Item;
}
