using System.Globalization;
using System.Runtime.CompilerServices;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Chance;

/// <summary>
/// How long something takes, as a law of chance over minutes. A distribution never draws: it maps a number
/// between 0 and 1 to a duration, by the inverse of its cumulative distribution function and for every
/// family monotonically, so that the same draw under two variants gives comparable durations (inversion
/// keeps common random numbers in step: Law, Simulation Modeling and Analysis, 2015, 11.2.3).
/// </summary>
/// <remarks>
/// Every family is written as origin + scale * standard(u). Immutable, and safe to share between threads.
/// </remarks>
public sealed partial class Distribution
{
    /// <summary>The longest duration a draw can give, in minutes: some 190 years.</summary>
    public const int LongestMinutes = 100_000_000;

    private readonly double _origin;
    private readonly double _scale;
    private readonly double _standardMean;

    // The standard form's parameters; what they are is said where each family is made.
    private readonly double _p;
    private readonly double _q;
    private readonly Observations? _observations;
    private readonly int _constantMinutes;

    private Distribution(
        DistributionKind kind,
        double origin,
        double scale,
        double standardMean,
        double p = 0.0,
        double q = 0.0,
        Observations? observations = null)
    {
        Kind = kind;
        _origin = origin;
        _scale = scale;
        _standardMean = standardMean;
        _p = p;
        _q = q;
        _observations = observations;
        _constantMinutes = kind == DistributionKind.Constant ? ToMinutes(origin) : 0;
    }

    /// <summary>The family.</summary>
    public DistributionKind Kind { get; }

    /// <summary>Whether every draw gives the same duration, so that none need be made.</summary>
    public bool IsConstant => Kind == DistributionKind.Constant;

    /// <summary>The mean in minutes; infinite for a Pareto law with a shape of 1 or less.</summary>
    public double Mean => IsConstant ? _origin : _origin + _scale * _standardMean;

    /// <summary>The median in minutes.</summary>
    public double Median => Quantile(0.5);

    /// <summary>
    /// The duration in minutes below which a share <paramref name="u"/> of all draws lie. The relative error
    /// is below 1e-8 times sigma for lognormal, whose normal quantile is approximated, and below 1e-11 for
    /// the others.
    /// </summary>
    /// <param name="u">Strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="u"/> is not.</exception>
    public double Quantile(double u) => u > 0.0 && u < 1.0
        ? Inverse(u)
        : throw new ArgumentOutOfRangeException(nameof(u), u, "A share must lie strictly between 0 and 1.");

    /// <summary>
    /// The quantile in whole minutes, rounded half up, at most <see cref="LongestMinutes"/>. For the inner
    /// loop: <paramref name="u"/> is a draw and is not checked.
    /// </summary>
    /// <param name="u">Strictly between 0 and 1, as <see cref="Draw.Unit"/> gives it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Minutes(double u) =>
        Kind == DistributionKind.Constant ? _constantMinutes : ToMinutes(Inverse(u));

    /// <summary>The same law with every duration multiplied by <paramref name="factor"/>.</summary>
    /// <param name="factor">0 or more, finite; 0 gives the constant 0.</param>
    /// <exception cref="ArgumentException">The factor is negative or not finite.</exception>
    public Distribution Scaled(double factor)
    {
        if (!(factor >= 0.0 && double.IsFinite(factor)))
            throw Refused($"A duration can be multiplied by 0 or more, not by {factor}.", nameof(factor));
        return factor == 0.0
            ? Constant(0.0)
            : new(Kind, _origin * factor, _scale * factor, _standardMean, _p, _q, _observations);
    }

    /// <summary>Adds all that decides what a draw gives.</summary>
    internal void AddTo(ref Hash128 hash)
    {
        hash.Add((int)Kind);
        hash.Add(_origin);
        hash.Add(_scale);
        hash.Add(_p);
        hash.Add(_q);
        _observations?.AddTo(ref hash);
    }

    /// <summary>The law in words, in minutes.</summary>
    public override string ToString() => Kind switch
    {
        DistributionKind.Constant => Words($"constant {_origin}"),
        DistributionKind.Uniform => Words($"uniform {_origin} to {_origin + _scale}"),
        DistributionKind.Triangular =>
            Words($"triangular {_origin}, {_origin + _scale * _p}, {_origin + _scale}"),
        DistributionKind.Pert =>
            Words($"pert {_origin}, {_origin + _scale * (_p - 1.0) / 4.0}, {_origin + _scale}"),
        DistributionKind.Exponential => Words($"exponential mean {_scale}"),
        DistributionKind.Lognormal => Words($"lognormal median {_scale} sigma {_p}"),
        DistributionKind.Gamma => Words($"gamma shape {_p} scale {_scale}"),
        DistributionKind.Weibull => Words($"weibull shape {1.0 / _p} scale {_scale}"),
        DistributionKind.Pareto => Words($"pareto shape {1.0 / _p} minimum {_scale}"),
        _ => Words($"empirical, {_observations!.Count} values, mean {Mean}"),
    };

    private double Inverse(double u) => _origin + _scale * Kind switch
    {
        DistributionKind.Lognormal => Real.Exp(_p * NormalLaw.Quantile(u)),
        DistributionKind.Exponential => -Real.Log(1.0 - u),
        DistributionKind.Uniform => u,
        DistributionKind.Triangular => u < _p ? Math.Sqrt(u * _p) : 1.0 - Math.Sqrt((1.0 - u) * (1.0 - _p)),
        DistributionKind.Pert => BetaLaw.Quantile(_p, 6.0 - _p, _q, u),
        DistributionKind.Gamma => GammaLaw.Quantile(_p, _q, u),
        DistributionKind.Weibull => Real.Exp(_p * Real.Log(-Real.Log(1.0 - u))),
        DistributionKind.Pareto => Real.Exp(-_p * Real.Log(1.0 - u)),
        DistributionKind.Empirical => _observations!.Quantile(u),
        _ => 0.0,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ToMinutes(double minutes)
    {
        if (!(minutes < LongestMinutes))
            return LongestMinutes;
        // Adding one half first would round up the double just below one half.
        int whole = unchecked((int)minutes);
        return minutes - whole >= 0.5 ? whole + 1 : whole;
    }

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
