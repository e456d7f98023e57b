using System.CommandLine;
using Simulator.Analysis.Exports;

namespace Simulator.Cli.Commands;

/// <summary>A form that <c>export</c> can give a run.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Ending">How the name of its file ends; <c>null</c>: it is sent somewhere, and no file.</param>
/// <param name="Takes">The options that it looks at beside those of every file; any other is a mistake.</param>
/// <param name="Write">Writes it to the stream, which a form that is sent does not look at, and says what it came to.</param>
internal sealed record ExportedForm(
    string Name, string? Ending, IReadOnlyList<Option> Takes, Func<ExportSource, Stream, ParseResult, ExportSummary> Write)
{
    /// <summary>Refuses an option that belongs to other forms.</summary>
    /// <param name="options">The options of every file.</param>
    /// <param name="parsed">What was given.</param>
    /// <param name="forms">All forms.</param>
    /// <exception cref="UsageException">There is one.</exception>
    internal void RefuseOthers(ExportOptions options, ParseResult parsed, IReadOnlyList<ExportedForm> forms)
    {
        foreach (var option in forms.SelectMany(form => form.All(options)).Distinct())
        {
            if (!All(options).Contains(option) && parsed.GetResult(option) is { Implicit: false })
            {
                var others = forms.Where(form => form.All(options).Contains(option)).Select(form => form.Name);
                throw new UsageException(
                    $"{option.Name} goes with --to {ShownView.Listed(others)}; the form {Name} does not look at it.");
            }
        }
    }

    /// <summary>All options that it looks at.</summary>
    internal IEnumerable<Option> All(ExportOptions options) => Ending is null ? Takes : [options.Out, options.Force, .. Takes];
}
