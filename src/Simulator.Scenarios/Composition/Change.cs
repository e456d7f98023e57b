using System.Globalization;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// What a variant puts in place of a value: another value, or a change to the one that is there, such as
/// <c>+1</c>, <c>-2d</c>, <c>+5%</c> or <c>x 0.5</c>.
/// </summary>
internal static class Change
{
    /// <summary>Whether a value is meant as a change, where it cannot be a value itself.</summary>
    public static bool IsRelative(Node value) =>
        value is ScalarNode { Text.Length: > 1 } scalar
        && (scalar.Text[0] is '+' or '-' || Factor(scalar.Text) is not null);

    /// <summary>The value that results, or <c>null</c> after a problem was reported.</summary>
    /// <param name="old">The value that is there, if any.</param>
    /// <param name="shape">What the value must look like.</param>
    /// <param name="value">What is written in its place.</param>
    /// <param name="path">The path, for problems.</param>
    /// <param name="problems">Where problems go.</param>
    public static Node? Apply(Node? old, Shape shape, Node value, string path, ProblemList problems)
    {
        var fault = Faults(shape, value, path);
        if (!fault.HasErrors)
        {
            return value;
        }

        if (!IsRelative(value))
        {
            Report(fault, problems);
            return null;
        }

        var change = (ScalarNode)value;
        if (old is null)
        {
            problems.Error(value.Place, $"'{path}' has no value that {change.Description} could change.",
                "Write the value itself.");
            return null;
        }

        if (Changed(old, change) is not { } result)
        {
            problems.Error(value.Place,
                $"{change.Description} cannot be applied to '{path}', which is {old.Description}.");
            return null;
        }

        var after = Faults(shape, result, path);
        Report(after, problems);
        return after.HasErrors ? null : result;
    }

    private static ProblemList Faults(Shape shape, Node value, string path)
    {
        var problems = new ProblemList();
        shape.Check(value, $"'{path}'", new Checking(problems, isWhole: false));
        return problems;
    }

    private static void Report(ProblemList from, ProblemList to)
    {
        foreach (var problem in from.InOrder())
        {
            to.Error(problem.Place, problem.What, problem.Right, problem.Nearest);
        }
    }

    private static Node? Changed(Node old, ScalarNode change)
    {
        if (old is MapNode map && Factor(change.Text) is not null)
        {
            var parts = map.Entries
                .Where(entry => entry.Key.Text != "source")
                .Select(entry => (entry.Key, Value: Changed(entry.Value, change)))
                .ToList();
            return parts.Any(part => part.Value is null)
                ? null
                : new MapNode(change.Place, [.. parts.Select(part => new Entry(part.Key, part.Value!))]);
        }

        string? text = old is ScalarNode scalar ? Changed(scalar.Text, change.Text) : null;
        return text is null ? null : new ScalarNode(change.Place, text);
    }

    private static string? Changed(string old, string change)
    {
        if (Factor(change) is { } factor)
        {
            return Times(old, factor);
        }

        bool isLess = change[0] == '-';
        string by = change[1..].TrimStart();
        if (CivilTime.TryParse(old, out var time))
        {
            return Later(time, by, isLess);
        }

        return Sum(old, by, isLess);
    }

    private static string? Times(string old, double factor)
    {
        if (NumberText.Number(old) is { } number)
        {
            bool whole = number == Math.Floor(number) && !old.Contains('.', StringComparison.Ordinal);
            return NumberText.Plain(whole ? Math.Floor((number * factor) + 0.5) : number * factor);
        }

        if (old.EndsWith('%') && NumberText.Number(old[..^1].TrimEnd()) is { } percent)
        {
            return $"{NumberText.Plain(percent * factor)}%";
        }

        bool isLaw = DistributionText.Parse(old, SpanUnits.Either).Form is not null;
        return isLaw ? DistributionText.Scaled(old, factor) : null;
    }

    private static string? Sum(string old, string by, bool isLess)
    {
        double sign = isLess ? -1 : 1;
        if (NumberText.Number(old) is { } number && NumberText.Number(by) is { } more)
        {
            return NumberText.Plain(number + (sign * more));
        }

        if (Percent(old) is { } share && Percent(by) is { } points)
        {
            // Rounded to what people write, so that 10% + 5% is 15%.
            return $"{NumberText.Plain(Math.Round(share + (sign * points), 9))}%";
        }

        if (SpanText.Parse(old, SpanUnits.Either).Amount is not { } length
            || SpanText.Parse(by, SpanUnits.Either).Amount is not { } extra
                || length.IsWorking != extra.IsWorking)
        {
            return null;
        }

        double minutes = length.Minutes + (sign * extra.Minutes);
        double days = length.WorkingDays + (sign * extra.WorkingDays);
        string unit = length.IsWorking ? "wm" : "m";
        string rest = days == 0 ? "" : $"{NumberText.Plain(days)}wd";
        return minutes == 0 && days != 0 ? rest : $"{rest}{NumberText.Plain(minutes)}{unit}";
    }

    private static double? Percent(string text) =>
        text.EndsWith('%') ? NumberText.Number(text[..^1].TrimEnd()) : NumberText.Number(text) * 100;

    private static string? Later(CivilTime time, string by, bool isLess)
    {
        if (SpanText.Parse(by, SpanUnits.Elapsed).Amount is not { } span)
        {
            return null;
        }

        try
        {
            int minutes = span.WholeMinutes(0);
            return time.AddMinutes(isLess ? -minutes : minutes).ToString();
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static double? Factor(string text) =>
        text[0] is 'x' or '×' && NumberText.Number(text[1..].Trim()) is { } factor
            ? factor
            : null;
}
