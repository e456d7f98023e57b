using System.CommandLine;
using System.Globalization;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Perfetto;

namespace Simulator.Cli.Commands;

/// <summary>What several forms of <c>export</c> can be told. What one form alone takes stands with it.</summary>
internal sealed class ExportOptions
{
    internal const string StandardOutput = "-";

    /// <summary>Receivers of spans and of samples count nanoseconds, or less, since 1970 in 63 bits.</summary>
    private const long LastSecond = long.MaxValue / 1_000_000_000;

    private static readonly string[] s_moments =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

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

    internal Option<string?> Directive { get; } = new("--directive")
    {
        Description = "id or symbol of a directive, or a unique part of one; else all",
    };

    internal Option<string?> Under { get; } = new("--under")
    {
        Description = "id or name of a body; only it, those below it and those above it",
    };

    internal Option<int?> Top { get; } = new("--top")
    {
        Description = $"how many bodies at most, those that took longest, with those above them; else {PerfettoChoice.FewBodies:N0}",
    };

    internal Option<string?> BeginsAt { get; } = new("--begins-at")
    {
        Description = "the real moment at which the run is shown to begin, such as 2026-01-05T08:00+07:00; else its civil time, "
            + "read as UTC",
    };

    internal PerfettoChoice PerfettoOf(ParseResult parsed)
    {
        ShowOptions.Within(Top, parsed, 1, int.MaxValue, "bodies");
        return new PerfettoChoice
        {
            Directive = parsed.GetValue(Directive),
            Under = parsed.GetValue(Under),
            Top = parsed.GetValue(Top) ?? PerfettoChoice.FewBodies,
        };
    }

    internal CaseNotion CaseOf(ParseResult parsed) =>
        Enum.Parse<CaseNotion>(parsed.GetValue(Case) ?? nameof(CaseNotion.Directive), ignoreCase: true);

    internal CaseEvents EventsOf(ParseResult parsed) =>
        Enum.Parse<CaseEvents>(parsed.GetValue(Events) ?? nameof(CaseEvents.Steps), ignoreCase: true);

    /// <summary>A real moment as it was written; without an offset it is UTC.</summary>
    /// <param name="option">The option, for sentences.</param>
    /// <param name="text">As it was written.</param>
    /// <param name="minutes">What comes after it: so long the run lasts from there on.</param>
    /// <exception cref="UsageException">It is none, before 1970, or so late that what comes after it cannot be said.</exception>
    internal static DateTimeOffset MomentOf(string option, string text, long minutes)
    {
        if (!DateTimeOffset.TryParseExact(text, s_moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            || moment < DateTimeOffset.UnixEpoch)
        {
            throw new UsageException(
                $"{option} takes a moment from 1970 on, a date or a date and a time such as 2026-01-05T08:00+07:00, not '{text}'. "
                + "Without an offset it is UTC.");
        }

        return moment.ToUnixTimeSeconds() + (minutes * 60) <= LastSecond
            ? moment
            : throw new UsageException(
                $"{option} {text} is too late: the run would end after 2262-04-11, the last day that nanoseconds since 1970 in 63 bits "
                + "can say.");
    }

    private static string Word(string name) => name.ToLowerInvariant();
}
