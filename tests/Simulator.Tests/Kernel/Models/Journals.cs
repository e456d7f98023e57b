using System.Globalization;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Models;

/// <summary>Journals held against each other, entry by entry, and entries in words.</summary>
internal static class Journals
{
    /// <summary>Fails at the first entry in which two journals differ, and shows both.</summary>
    public static void AreSame(Played expected, IReadOnlyList<Entry> entries, Digest digest, string about)
    {
        for (var place = 0; place < Math.Max(expected.Entries.Count, entries.Count); place++)
        {
            var left = place < expected.Entries.Count ? expected.Entries[place] : default;
            var right = place < entries.Count ? entries[place] : default;
            if (left != right)
            {
                Assert.Fail(
                    $"{about}: entry {place} differs.{Environment.NewLine}"
                    + $"expected {InWords(expected.Model, left)}{Environment.NewLine}"
                    + $"but got  {InWords(expected.Model, right)}");
            }
        }

        Assert.True(expected.Digest == digest, $"{about}: the entries agree and the digests do not.");
    }

    public static string InWords(CompiledModel model, in Entry entry)
    {
        if (entry.Kind == EntryKind.None)
        {
            return "nothing";
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(model, entry.Body)} #{entry.Sequence} at {entry.Tick}: {entry.Kind} {entry.Step} since "
            + $"{entry.Started} by {entry.Server} (what {entry.What}, item {entry.Item}, {entry.A}, {entry.B}, "
            + $"route {entry.Route}) after {Name(model, entry.CauseBody)} #{entry.CauseSequence}");
    }

    private static string Name(CompiledModel model, ulong body) =>
        model.IndexOf(body) is >= 0 and var index ? model.Bodies[index].Id : $"unknown {body:x}";
}
