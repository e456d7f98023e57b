using System.Globalization;
using Simulator.Analysis.Traces;
using Simulator.Cli.Commands;
using Simulator.Kernel.Journal;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Views;

/// <summary>
/// The symbols of papers: declared of the root, observed where a real paper lends its own, else made of the
/// body's pattern and the number that its clerk gave.
/// </summary>
internal sealed class PaperNames(RunTrace trace, Labels labels)
{
    private readonly Dictionary<(uint Root, int Body), (int Number, int By)> numbers = NumbersIn(trace);

    /// <summary>The symbol of the paper that an entry is about: of the file, where it is one that was handed over.</summary>
    internal string SymbolOf(int root, in Entry entry) => SymbolOf(root, trace.OwnerOf(entry));

    /// <summary>The symbol of a body's paper; whoever has taken over its file gives it one of his own numbers.</summary>
    internal string SymbolOf(int root, int body)
    {
        var directive = trace.Model.Directives[root];
        if (trace.IssuerOf(root) == body)
        {
            return directive.Source.Symbol ?? directive.Source.Id;
        }

        var declared = trace.Model.Bodies[body];
        var observed = trace.Model.Source.Observed.FirstOrDefault(paper =>
            !paper.IsArrival && paper.Body == declared.Id && paper.Directive == directive.Source.Id);
        if (observed?.Symbol is { } symbol)
        {
            return symbol;
        }

        var (number, by) = numbers.GetValueOrDefault((directive.ShortHash, body));
        var kind = trace.Model.Source.Kinds[trace.Model.FactsOf(by).Kind];
        return number == 0
            ? ""
            : labels.BodySymbols.GetValueOrDefault(trace.Model.Bodies[by].Id, kind.SymbolPattern).Replace(
                "{n}", number.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>The place of the directive that one of whose papers a user names.</summary>
    internal int Root(string text)
    {
        var found = new List<(int Root, string Name)>();
        for (var root = 0; root < trace.Model.Directives.Count; root++)
        {
            var directive = trace.Model.Directives[root];
            if (directive.Source.Id == text || directive.Source.Symbol == text)
            {
                return root;
            }

            var names = directive.Reach.Prepend(directive.Issuer)
                .Where(body => trace.Model.AddresseesOf(root, body).Length > 0)
                .Select(body => SymbolOf(root, body))
                .Append(directive.Source.Id);
            var match = names.FirstOrDefault(name => name.Contains(text, StringComparison.OrdinalIgnoreCase));
            if (match is not null)
            {
                found.Add((root, match));
            }
        }

        return found.Count switch
        {
            1 => found[0].Root,
            0 => throw new UsageException(
                $"No paper has '{text}' in its symbol. The directives are: "
                + string.Join(", ", trace.Model.Directives.Select(each => each.Source.Symbol ?? each.Source.Id)) + "."
                + (NearestName.Of(text, Names()) is { } nearest ? $" Did you mean '{nearest}'?" : "")),
            _ => throw new UsageException(
                $"'{text}' could be {string.Join(" or ", found.Select(each => each.Name))}. Write more of the symbol."),
        };
    }

    private IEnumerable<string> Names() => trace.Model.Directives
        .SelectMany(each => new[] { each.Source.Id, each.Source.Symbol }).OfType<string>();

    /// <summary>The number of each body's first paper of each directive, and who gave it.</summary>
    private static Dictionary<(uint Root, int Body), (int Number, int By)> NumbersIn(RunTrace trace)
    {
        var numbers = new Dictionary<(uint Root, int Body), (int Number, int By)>();
        foreach (ref readonly var entry in trace.Entries)
        {
            if (entry.Kind == EntryKind.Issued)
            {
                numbers.TryAdd((entry.Root, trace.OwnerOf(entry)), (entry.A, trace.BodyOf(entry)));
            }
        }

        return numbers;
    }
}
