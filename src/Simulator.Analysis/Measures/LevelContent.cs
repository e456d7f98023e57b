using Simulator.Kernel.Compilation;

namespace Simulator.Analysis.Measures;

/// <summary>How much of a directive's content has come to one level.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="Addressed">How many bodies of it must be reached.</param>
/// <param name="Share">
/// Mean over all of them of <see cref="BodyProgress.ContentShare"/>, 0 to 1; one that was not reached counts 0.
/// </param>
public sealed record LevelContent(string Level, int Addressed, double Share)
{
    internal static IReadOnlyList<LevelContent> Of(
        CompiledModel model, IEnumerable<int> bodies, IReadOnlyDictionary<int, BodyProgress> progress) =>
    [
        .. bodies
            .GroupBy(body => model.FactsOf(body).Level)
            .OrderBy(level => level.Key)
            .Select(level => new LevelContent(
                model.Source.Levels[level.Key], level.Count(),
                level.Average(body => (double)(progress.GetValueOrDefault(body)?.ContentShare ?? 0))
                    / BodyProgress.Whole)),
    ];
}
