using System.CommandLine;
using Simulator.Analysis.Exports;

namespace Simulator.Cli.Commands;

/// <summary>What several forms of <c>export</c> can be told. What one form alone takes stands with it.</summary>
internal sealed class ExportOptions
{
    internal const string StandardOutput = "-";

    internal ExportOptions()
    {
        Case.AcceptOnlyFromAmong([.. Enum.GetNames<CaseNotion>().Select(Word)]);
        Events.AcceptOnlyFromAmong([.. Enum.GetNames<CaseEvents>().Select(Word)]);
    }

    internal Option<string?> Out { get; } = new("--out")
    {
        Description = "the file, or - for standard output; else the name of the run's folder, in the current one",
    };

    internal Option<bool> Force { get; } = new("--force") { Description = "replace a file that is there" };

    internal Option<string?> Case { get; } = new("--case")
    {
        Description = "what a case is: a directive (else), a document, an assignment by a body that has it to carry out, or a "
            + "body's dossier on a directive",
    };

    internal Option<string?> Events { get; } = new("--events")
    {
        Description = "steps that ended (else), or all entries that belong to a case, such as arrivals, too",
    };

    internal CaseNotion CaseOf(ParseResult parsed) =>
        Enum.Parse<CaseNotion>(parsed.GetValue(Case) ?? nameof(CaseNotion.Directive), ignoreCase: true);

    internal CaseEvents EventsOf(ParseResult parsed) =>
        Enum.Parse<CaseEvents>(parsed.GetValue(Events) ?? nameof(CaseEvents.Steps), ignoreCase: true);

    private static string Word(string name) => name.ToLowerInvariant();
}
