using System.Globalization;
using System.Text;
using Simulator.Analysis.Calibration;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios;

namespace Simulator.Cli.Calibration;

/// <summary>
/// Fitted steps as a library that scenarios include: the libraries that were fitted, and over them the steps of the kind
/// that was, or of every kind of a level that has the same steps where levels were fitted by themselves.
/// </summary>
internal sealed class FragmentText(LibraryOffice office, IReadOnlyList<GroupFit> fits, bool isExact)
{
    /// <summary>The library.</summary>
    /// <param name="table">The table, for the text.</param>
    /// <param name="libraries">The libraries that were fitted.</param>
    /// <param name="folder">Where the library is to lie; files are included by their way from there.</param>
    internal string Yaml(string table, IReadOnlyList<string> libraries, string folder)
    {
        var yaml = new StringBuilder();
        var pairs = fits.Sum(fit => fit.Group.Pairs.Count);
        yaml.Append(CultureInfo.InvariantCulture, $"""
            format: 1
            library: calibrated
            about: >
              Times of steps fitted to {pairs} pairs of papers in {table} by simulator calibrate. All else is as in
              {string.Join(", ", libraries)}.

            """);
        var included = libraries.Select(library => Library.Names.Contains(library) ? library : Quoted(Way(folder, library)));
        yaml.Append(CultureInfo.InvariantCulture, $"include: [{string.Join(", ", included)}]\n");
        yaml.Append("\nkinds:\n");
        foreach (var kind in Kinds())
        {
            AppendKind(yaml, kind);
        }

        return yaml.ToString();
    }

    /// <summary>A median as scenarios write it: working days, hours or minutes, whichever is whole.</summary>
    internal static string Amount(int minutes, int nominalDay) => string.Create(CultureInfo.InvariantCulture, $"{minutes switch
    {
        _ when minutes % nominalDay == 0 => minutes / nominalDay,
        _ when minutes % 60 == 0 => minutes / 60,
        _ => minutes,
    }}{(minutes % nominalDay == 0 ? "wd" : minutes % 60 == 0 ? "wh" : "wm")}");

    /// <summary>A sigma as scenarios write it.</summary>
    internal static string Sigma(double sigma) => sigma.ToString("0.0##", CultureInfo.InvariantCulture);

    /// <summary>The law of a step as scenarios write it.</summary>
    internal string Law(FittedStep step) => string.Create(
        CultureInfo.InvariantCulture,
        $"lognormal median {Amount(Minutes(step), office.NominalDay)} sigma {Sigma(step.Sigma)}");

    /// <summary>The median that is written.</summary>
    internal int Minutes(FittedStep step) => isExact ? Math.Max(1, (int)Math.Round(step.Median)) : step.Rounded;

    private static string Way(string folder, string file) =>
        Path.GetRelativePath(folder, Path.GetFullPath(file)).Replace(Path.DirectorySeparatorChar, '/');

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // Where all pairs of each urgency were fitted together, what the kind has is handed on to those that are like it.
    private IEnumerable<BodyKind> Kinds() => fits.All(fit => fit.Group.IsAll)
        ? [office.Kind]
        : office.Kinds.Where(kind => kind.Id == office.Kind.Id || HasSameSteps(kind));

    private bool HasSameSteps(BodyKind kind) => fits[0].Steps.All(step =>
        kind.Steps.FirstOrDefault(rule => rule.Step == step.Step) is { } other
        && office.Kind.Steps.First(rule => rule.Step == step.Step) is var own
        && Enum.GetValues<Urgency>().All(urgency =>
            LibraryOffice.Takes(own, urgency).ToString() == LibraryOffice.Takes(other, urgency).ToString()));

    private void AppendKind(StringBuilder yaml, BodyKind kind)
    {
        var own = fits.GroupBy(fit => fit.Group.Urgency).OrderBy(same => same.Key).ToList();
        yaml.Append(CultureInfo.InvariantCulture, $"  {kind.Id}:\n    steps:\n");
        foreach (var step in fits[0].Steps.Select(each => each.Step))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      {LibraryOffice.Name(step)}:\n        takes:\n");
            var sources = new List<string>();
            foreach (var urgency in own)
            {
                // A level without pairs of its own keeps what it had, though the kind that it is like may not.
                var fit = urgency.FirstOrDefault(each => each.Group.IsAll || each.Group.Levels.Contains(kind.Level));
                var law = fit is null ? Kept(kind, step, urgency.Key) : Law(fit.Steps.Single(each => each.Step == step));
                yaml.Append(CultureInfo.InvariantCulture, $"          {UrgencyName(urgency.Key)}: {law}\n");
                sources.Add(fit is null ? $"{UrgencyName(urgency.Key)} kept" : Source(fit));
            }

            yaml.Append(CultureInfo.InvariantCulture, $"        source: \"{string.Join("; ", sources)}\"\n");
        }
    }

    private string Kept(BodyKind kind, Kernel.Office.Step step, Urgency urgency)
    {
        var law = LibraryOffice.Takes(kind.Steps.First(rule => rule.Step == step), urgency);
        var before = new ChainStep(step, law, true);
        return $"lognormal median {Amount((int)Math.Round(before.Median), office.NominalDay)} sigma {Sigma(before.Sigma)}";
    }

    private static string Source(GroupFit fit)
    {
        var scale = fit.Chosen.Parameters[0];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{UrgencyName(fit.Group.Urgency)}: {fit.Group.Pairs.Count} pairs, medians times {scale.Value:0.00} "
            + $"({scale.Low:0.00} to {scale.High:0.00})");
    }

    /// <summary>The name of an urgency in scenarios.</summary>
    internal static string UrgencyName(Urgency urgency) => urgency switch
    {
        Urgency.VeryUrgent => "very-urgent",
        Urgency.TimedExpress => "timed-express",
        _ => urgency.ToString().ToLowerInvariant(),
    };
}
