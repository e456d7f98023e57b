using Simulator.Analysis.Measures.Desks;
using Simulator.Kernel.Office;

namespace Simulator.Cli.Views;

/// <summary>What lay at desks, as JSON.</summary>
internal static class DeskJson
{
    /// <summary>The desks of a group of bodies.</summary>
    internal static object Of(Scene scene, DeskGroup group, int from, int until) => new
    {
        group.Name,
        group.Bodies,
        group.Pieces,
        Most = group.Curve.Most(from, until).All,
        MostAt = scene.Iso(group.Curve.Most(from, until).Tick),
        Mean = Math.Round(group.Curve.Mean(from, until), 6),
        Posts = group.Posts.Select((minutes, post) => new
        {
            Post = ((Post)post).ToString().ToLowerInvariant(),
            Minutes = Of(minutes),
        }),
        Steps = Steps(scene, group.Curve, from, until),
    };

    /// <summary>One post of one office.</summary>
    internal static object Of(Scene scene, string post, BacklogCurve curve, int from, int until, PostMinutes minutes) => new
    {
        Post = post,
        Most = curve.Most(from, until).All,
        MostAt = scene.Iso(curve.Most(from, until).Tick),
        Mean = Math.Round(curve.Mean(from, until), 6),
        MinutesWithAny = curve.MinutesWithAny(from, until),
        Minutes = Of(minutes),
        Steps = Steps(scene, curve, from, until),
    };

    /// <summary>One office in figures.</summary>
    internal static object Of(Scene scene, OfficeBacklog office, int minutes) => new
    {
        Body = scene.IdOf(office.Body),
        Name = scene.NameOf(office.Body),
        Most = office.Most.All,
        MostAt = scene.Iso(office.Most.Tick),
        Mean = Math.Round(office.Mean, 6),
        office.MinutesWithAny,
        Minutes = minutes,
        office.Pieces,
        office.Left,
    };

    private static object Of(PostMinutes minutes) => new
    {
        minutes.AtWork,
        minutes.Scheduled,
        minutes.Beyond,
        minutes.OtherPapers,
        Utilisation = double.IsNaN(minutes.Utilisation) ? (double?)null : Math.Round(minutes.Utilisation, 6),
    };

    private static IEnumerable<object> Steps(Scene scene, BacklogCurve curve, int from, int until) => curve.Points
        .Where(point => point.Tick > from && point.Tick < until).Prepend(curve.At(from))
        .Select(point => new { At = scene.Iso(point.Tick), point.Waiting, point.InHand, point.Untold });
}
