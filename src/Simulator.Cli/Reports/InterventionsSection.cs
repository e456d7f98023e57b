using Simulator.Cli.Runs;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>
/// What was done to a run while it lasted, and of which run it is a fork; without it a reader takes it for the course of things.
/// </summary>
internal sealed class InterventionsSection(RunSubject subject)
{
    private Language Language => subject.Language;

    /// <returns><c>null</c>: nothing was done to it.</returns>
    internal Section? Make()
    {
        var lines = new List<string>();
        if (subject.Scene.Folder.Manifest is { ForkOf: { } digest, ForkedAt: { } at })
        {
            lines.Add(Language.In(
                $"A fork of run {digest}, from {subject.Scene.Moment(at)} on.",
                $"Rẽ nhánh từ lần chạy {digest}, kể từ {subject.Scene.Moment(at)}."));
        }

        foreach (var (line, reform) in InterventionLines.Of(subject.Scene.Trace, Language))
        {
            lines.Add(reform is null ? line : $"{line}. {reform}");
        }

        return lines.Count == 0 ? null : new Section(
            $"{subject.Prefix}interventions", Language.In("What was done to it", "Can thiệp"),
            [.. lines.Select(line => new Sentences(line))]);
    }
}
