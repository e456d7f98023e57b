using Simulator.Kernel.Conduct;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// How bodies behave and how diligent they are, as the office reads it. What a conduct does not
/// distinguish is not there to be looked up.
/// </summary>
public sealed class CompiledConduct
{
    private readonly string[] lines;
    private readonly (ConductShares Order, ConductShares Request)[] cells;

    internal CompiledConduct(ConductRule rule, DiligenceRule? diligence)
    {
        Source = rule;
        Stall = rule.Stall;
        Ignore = rule.Ignore;
        Partly = rule.Partly;
        Heeds = rule.Heeds;
        HeedsFromAbove = rule.HeedsFromAbove;
        RecognisesSecondRoute = rule.RecognisesSecondRoute;
        Relay = rule.Relay is { Stall: <= 0, Ignore: <= 0 } ? null : rule.Relay;
        Diligence = diligence is null || IsFull(diligence) ? null : new CompiledDiligence(diligence);
        var plain = new ConductShares { Stall = rule.Stall, Ignore = rule.Ignore, Partly = rule.Partly };
        var from = rule.From.OrderBy(each => each.Line, StringComparer.Ordinal).ToArray();
        lines = [.. from.Select(each => each.Line)];
        cells =
        [
            .. from.Select(each => (each.Shares, each.OnRequest ?? each.Shares)), (plain, rule.OnRequest ?? plain),
        ];
        HearsMood = cells.Any(cell => cell.Order != cell.Request);
        Distinguishes = cells.Any(cell => cell.Order != plain || cell.Request != plain);
        Varies = Distinguishes || Diligence is not null;
    }

    /// <summary>As declared.</summary>
    public ConductRule Source { get; }

    /// <summary>How diligent they are; <c>null</c>: always fully.</summary>
    public CompiledDiligence? Diligence { get; }

    /// <summary>How they behave towards relaying; <c>null</c>: they relay at once.</summary>
    internal RelayConduct? Relay { get; }

    /// <summary>The shares of every assignment, unless <see cref="Distinguishes"/>.</summary>
    internal double Stall { get; }

    internal double Ignore { get; }

    internal double Partly { get; }

    /// <summary>The probability that a reminder gets going what lies aside.</summary>
    internal double Heeds { get; }

    internal double HeedsFromAbove { get; }

    /// <summary>The probability that a second paper of a directive is seen to be one.</summary>
    internal double RecognisesSecondRoute { get; }

    /// <summary>Whether the shares of beginning are not the same for all assignments at all times.</summary>
    internal bool Varies { get; }

    /// <summary>Whether it makes a difference whose paper it is, or how it is worded.</summary>
    internal bool Distinguishes { get; }

    /// <summary>Whether it makes a difference whether something is ordered or requested.</summary>
    internal bool HearsMood { get; }

    /// <summary>The lines that make a difference, in order, and after them all others.</summary>
    internal IEnumerable<(string? Line, ConductShares Order, ConductShares Request)> Cells =>
        cells.Select((cell, place) => (place < lines.Length ? lines[place] : null, cell.Order, cell.Request));

    private static bool IsFull(DiligenceRule rule) =>
        rule is { Start: >= 1, Floor: >= 1 } && rule.Lifts == DiligenceRule.Full.Lifts;

    /// <summary>The shares for an assignment in a paper from a body of a line; no line: its own.</summary>
    internal ConductShares For(string? line, bool isRequest)
    {
        var place = line is null ? -1 : Array.IndexOf(lines, line);
        var (order, request) = cells[place < 0 ? lines.Length : place];
        return isRequest ? request : order;
    }
}
