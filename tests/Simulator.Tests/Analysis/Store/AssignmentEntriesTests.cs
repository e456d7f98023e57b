using System.Text.RegularExpressions;
using Simulator.Analysis.Store;
using Simulator.Kernel.Journal;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Store;

public sealed partial class AssignmentEntriesTests
{
    [Fact]
    public void What_names_an_assignment_is_what_the_journal_says_of_its_kinds()
    {
        var source = File.ReadAllText(Path.Combine(ShippedScenarios.Repository, "src/Simulator.Kernel/Journal/EntryKind.cs"));
        var said = new List<EntryKind>();
        foreach (Match kind in Described().Matches(source))
        {
            var comment = Regex.Replace(kind.Groups["comment"].Value, @"\s*///\s*", " ");
            if (Names().IsMatch(comment))
            {
                said.Add(Enum.Parse<EntryKind>(kind.Groups["name"].Value));
            }
        }

        Assert.Equal(said.Order(), Enum.GetValues<EntryKind>().Where(AssignmentEntries.Name).Order());
    }

    [Fact]
    public void The_views_have_the_same_numbers()
    {
        var (views, log) = (StoreSchema.Section("store", "views"), StoreSchema.Section("ocel", "common"));
        Assert.Contains($" AND e.kind IN ({AssignmentEntries.NamingNumbers});", views, StringComparison.Ordinal);
        Assert.Contains($"WHERE e.kind IN ({AssignmentEntries.OwnNumbers}) AND e.item < 32;", log, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/// <summary>(?<comment>(?:(?!</summary>)[\s\S])*)</summary>\s+(?<name>\w+) = \d+,")]
    private static partial Regex Described();

    [GeneratedRegex(
        @"\bItem(, A|, A and B| and A)?: (the assignment\b|as (in|of) the question|as above; B|as for <see cref=""ConflictFound""/>)"
        + @"|Item, A: as of the question|written for either assignment")]
    private static partial Regex Names();
}
