namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// How often a request is sent again, and after how long: each wait is half as long again as the one before, up to a most, and
/// up to a fifth longer or shorter, so that several who send do not come at once. How much is drawn from a seed. What the
/// receiver asks for is waited at least.
/// </summary>
/// <param name="attempts">How often at most, the first time included.</param>
/// <param name="first">The first wait.</param>
/// <param name="most">The longest.</param>
/// <param name="seed">Where the draws begin.</param>
internal sealed class RetryRule(int attempts, TimeSpan first, TimeSpan most, int seed)
{
    private const double Growth = 1.5;
    private const double Spread = 0.2;

    /// <summary>A receiver that asks for more is not waited for.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    private readonly Random draws = new(seed);

    /// <summary>Five times, after a second at first and five at last.</summary>
    internal static RetryRule Usual() => new(5, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), seed: 1);

    /// <summary>How long to wait before another try; <c>null</c>: there is none.</summary>
    /// <param name="made">How many tries were made.</param>
    /// <param name="after">What the receiver asks for.</param>
    internal TimeSpan? Wait(int made, TimeSpan? after)
    {
        if (made >= attempts || after > s_longest)
        {
            return null;
        }

        var factor = Math.Pow(Growth, made - 1) * (1 + (Spread * ((2 * draws.NextDouble()) - 1)));
        var wait = TimeSpan.FromTicks((long)Math.Min(first.Ticks * factor, most.Ticks));
        return after > wait ? after : wait;
    }
}
