using Simulator.Analysis.Waits;

namespace Simulator.Cli.Views;

/// <summary>Waits as JSON: each, and together by level and by kind.</summary>
internal static class WaitsJson
{
    internal static object Of(Scene scene, IReadOnlyList<Wait> waits) => new
    {
        Each = waits.Select(wait => new
        {
            Body = scene.IdOf(wait.Body),
            Name = scene.NameOf(wait.Body),
            Level = scene.Model.Source.Levels[scene.Model.FactsOf(wait.Body).Level],
            Kind = scene.Model.Source.Kinds[scene.Model.FactsOf(wait.Body).Kind].Id,
            Sender = wait.Sender < 0 ? null : scene.IdOf(wait.Sender),
            From = scene.Iso(wait.From),
            To = scene.Iso(wait.To),
            Ended = wait.Open is null,
            HeldUp = wait.Open?.ToString(),
            ElapsedMinutes = wait.Sum.Elapsed,
            InHoursMinutes = wait.Sum.InHours,
            Reasons = Reasons(wait.Sum),
        }),
        ByLevel = WaitGroup.ByLevel(scene.Model, waits).Select(group => new
        {
            Level = group.Name,
            Ended = Together(group.Ended),
            Open = Together(group.Open),
        }),
        ByKind = WaitGroup.ByKind(scene.Model, waits).Select(group => new
        {
            Kind = group.Name,
            Ended = Together(group.Ended),
            Open = Together(group.Open),
        }),
        Ended = Together([.. waits.Where(wait => wait.Open is null)]),
        Open = Together([.. waits.Where(wait => wait.Open is not null)]),
    };

    /// <summary>Minutes by the word of the reason; reasons without any are left out.</summary>
    internal static IReadOnlyDictionary<string, long> Reasons(WaitSum sum) =>
        sum.Parts.ToDictionary(part => part.Reason.Key(), part => part.Minutes);

    private static object Together(IReadOnlyList<Wait> waits)
    {
        var sum = WaitTable.Together(waits);
        return new { waits.Count, ElapsedMinutes = sum.Elapsed, InHoursMinutes = sum.InHours, Reasons = Reasons(sum) };
    }
}
