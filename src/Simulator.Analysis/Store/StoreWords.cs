using System.Text;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Store;

/// <summary>The words of a store for what the kernel has numbers for.</summary>
internal static class StoreWords
{
    /// <summary>What becomes of an own assignment that is not carried out in full.</summary>
    internal static IReadOnlyList<string> Outcomes { get; } =
        ["partly", "otherwise", "left-out", "ignored", "refused", "gave-way", "stalled"];

    /// <summary>A member of an enumeration as it is said: <c>CarryOut</c> is <c>carry-out</c>.</summary>
    internal static string Key<T>(T value, char between = '-')
        where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append(between);
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>What an entry says, as a number: its kind with the step, or with the paper where it tells of one.</summary>
    internal static int Activity(in Entry entry) =>
        ((int)entry.Kind * 256) + (TellsOfPaper(entry.Kind) ? entry.What : (int)entry.Step);

    /// <summary>Whether entries of a kind say what became of a paper of some class.</summary>
    internal static bool TellsOfPaper(EntryKind kind) =>
        kind is EntryKind.Arrived or EntryKind.Lost or EntryKind.Unseen or EntryKind.Noticed or EntryKind.SentOn;

    /// <summary>The name of an activity: <c>register</c>, <c>directive arrived</c>, <c>closed</c>.</summary>
    internal static string ActivityName(int activity)
    {
        var (kind, more) = ((EntryKind)(activity / 256), activity % 256);
        return TellsOfPaper(kind) ? $"{Key((PaperClass)more, ' ')} {Key(kind, ' ')}"
            : kind == EntryKind.StepEnded ? Key((Step)more, ' ')
            : more == 0 ? Key(kind, ' ')
            : $"{Key(kind, ' ')} {Key((Step)more, ' ')}";
    }

    /// <summary>The word list of a table that has a number for each member of an enumeration.</summary>
    internal static void Write<T>(StoreFile file, string table)
        where T : struct, Enum
    {
        using var rows = file.Rows(table, 2);
        foreach (var value in Enum.GetValues<T>())
        {
            var number = Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
            rows.Set(0, number).Set(1, Key(value)).Write();
        }
    }

    /// <summary>All lists that are the same in every store.</summary>
    internal static void Write(StoreFile file)
    {
        Write<ProgressState>(file, "progress");
        Write<Post>(file, "post");
        Write<PaperClass>(file, "paper");
        using var reasons = file.Rows("reason", 2);
        foreach (var reason in WaitReasons.All)
        {
            reasons.Set(0, (int)reason).Set(1, reason.Key()).Write();
        }

        using var outcomes = file.Rows("outcome", 2);
        for (var place = 0; place < Outcomes.Count; place++)
        {
            outcomes.Set(0, place + 1).Set(1, Outcomes[place]).Write();
        }
    }
}
