using System.Globalization;
using Simulator.Analysis.Calibration;
using Simulator.Cli.Calibration;

namespace Simulator.Cli.Views;

/// <summary>A calibration as text: what fits how well, what it makes of the library's steps, and what to beware of.</summary>
internal sealed class CalibrationView(
    CalibrateRequest request, CalibrationOrder order, LibraryOffice office, IReadOnlyList<GroupFit> fits,
    FragmentText fragment)
{
    internal void Print(TextWriter writer, string yaml)
    {
        writer.WriteLine(Inv(
            $"{order.Pairs.Count} pairs of {request.Table}, against the steps of '{office.Kind.Id}' in {Libraries}"));
        foreach (var fit in fits)
        {
            PrintGroup(writer, fit);
        }

        foreach (var group in Calibrator.Groups(order).Where(group => group.Pairs.Count < Calibrator.LeastPairs))
        {
            writer.WriteLine();
            writer.WriteLine(Inv(
                $"{Title(group)}: too few to fit, {Calibrator.LeastPairs} are the least; what the library has stays."));
        }

        PrintLeftOut(writer);
        writer.WriteLine();
        writer.WriteLine(request.Out is null ? "The library (--out FILE writes it):" : $"Written to {request.Out}:");
        writer.WriteLine();
        foreach (var line in yaml.TrimEnd('\n').Split('\n'))
        {
            writer.WriteLine(line.Length == 0 ? "" : $"  {line}");
        }
    }

    private void PrintGroup(TextWriter writer, GroupFit fit)
    {
        writer.WriteLine();
        writer.WriteLine(Title(fit.Group));
        var table = Terminal.Table("  law", "minutes", "fitted, with 95% intervals", ">log likelihood", ">AIC");
        foreach (var law in fit.Fits)
        {
            table.Row(
                $"  {Name(law)}", law.Basis.ToString().ToLowerInvariant(), CalibrationWords.Parameters(law),
                Inv($"{law.LogLikelihood:0.00}"), Inv($"{law.Aic:0.0}"));
        }

        Terminal.Out().Write(table);
        foreach (var line in CalibrationWords.Lines(fit))
        {
            writer.WriteLine($"  {line}");
        }

        var steps = Terminal.Table("  step", "library", ">fitted median", "written");
        foreach (var step in fit.Steps)
        {
            steps.Row(
                $"  {LibraryOffice.Name(step.Step)}",
                Law((int)Math.Round(step.Before), step.SigmaBefore),
                CalibrationWords.Length(step.Median),
                Law(fragment.Minutes(step), step.Sigma));
        }

        Terminal.Out().Write(steps);
        if (!request.IsExact)
        {
            writer.WriteLine("  Written as round numbers, each at most one standard error from the fitted one.");
        }

        writer.WriteLine();
        writer.WriteLine("  Days in fact (upwards) against days by the written steps' law before rounding, one mark a pair:");
        foreach (var line in QuantilePlot.Lines(fit.Quantiles))
        {
            writer.WriteLine(line);
        }

        foreach (var warning in CalibrationWords.Warnings(fit))
        {
            writer.WriteLine($"  warning: {warning}");
        }
    }

    private void PrintLeftOut(TextWriter writer)
    {
        foreach (var fit in fits.Where(fit => fit.LeftOut is not null))
        {
            var left = fit.LeftOut!;
            writer.WriteLine();
            writer.WriteLine($"Each chain left out in turn, {FragmentText.UrgencyName(fit.Group.Urgency)}");
            var table = Terminal.Table("  line", "chain", "upper", "lower", "90% band", ">dates", "");
            foreach (var band in left.Bands)
            {
                table.Row(
                    Inv($"  {band.Pair.Line}"), band.Pair.Chain, band.Pair.UpperEarliest.ToString(),
                    band.Pair.LowerEarliest == band.Pair.LowerLatest ? band.Pair.LowerEarliest.ToString()
                        : $"{band.Pair.LowerEarliest} to {band.Pair.LowerLatest}",
                    $"{band.Low} to {band.High}{(band.HasEnd ? "" : " or later")}",
                    Inv($"{band.Dates}"), !band.IsInside ? "outside" : band.IsDated ? "" : "not known");
            }

            Terminal.Out().Write(table);
            foreach (var line in CalibrationWords.Coverage(left))
            {
                writer.WriteLine($"  {line}");
            }
        }
    }

    private string Title(DelayGroup group) => Inv(
        $"{FragmentText.UrgencyName(group.Urgency)}: {group.Pairs.Count} pairs, {(group.IsPooled
            ? $"levels {string.Join(", ", group.Levels)} together, since each has fewer than {request.Fewest}"
            : $"level {group.Levels[0]}")}");

    private string Libraries => string.Join(", ", request.Libraries);

    private string Law(int median, double sigma) =>
        $"median {FragmentText.Amount(median, office.NominalDay)} sigma {FragmentText.Sigma(sigma)}";

    private static string Name(DelayFit fit) =>
        fit.Family == DelayFamily.Steps ? "steps of the library" : fit.Family.ToString().ToLowerInvariant();

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
