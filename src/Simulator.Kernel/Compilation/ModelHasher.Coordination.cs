using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Compilation;

/// <summary>What a directive says of inputs, collectors and copies.</summary>
internal static partial class ModelHasher
{
    /// <summary>Adds nothing where every second route is recognised.</summary>
    private static void AddRecognition(ref Hash128 hash, CompiledConduct conduct)
    {
        if (conduct.RecognisesSecondRoute < 1)
        {
            hash.Add((int)EntryKind.TakenForNew);
            hash.Add(conduct.RecognisesSecondRoute);
        }
    }

    /// <summary>Adds nothing for a directive without inputs, collectors and copies.</summary>
    private static void AddCoordination(ref Hash128 hash, CompiledDirective root)
    {
        if (root.Inputs is { } inputs)
        {
            hash.Add((int)WakeKind.InputLimit);
            inputs.AddTo(ref hash);
        }

        if (root.Collecting is { } collecting)
        {
            hash.Add((int)PaperClass.Report);
            collecting.AddTo(ref hash);
        }

        root.Conflicts?.AddTo(ref hash);
        foreach (var (body, to) in root.Copies?.OrderBy(each => each.Key) ?? Enumerable.Empty<KeyValuePair<int, int[]>>())
        {
            hash.Add((int)PaperClass.InformationCopy, body);
            hash.Add(to);
        }
    }
}
