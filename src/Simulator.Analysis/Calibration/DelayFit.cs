namespace Simulator.Analysis.Calibration;

/// <summary>A law fitted to pairs.</summary>
public sealed record DelayFit
{
    /// <summary>The family.</summary>
    public required DelayFamily Family { get; init; }

    /// <summary>The minutes that it counts.</summary>
    public required TimeBasis Basis { get; init; }

    /// <summary>Its parameters.</summary>
    public required IReadOnlyList<DelayParameter> Parameters { get; init; }

    /// <summary>The logarithm of the likelihood of the dates.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>
    /// Akaike's criterion, twice the number of parameters less twice the log likelihood (IEEE Transactions on
    /// Automatic Control 19, 1974, 716-723). All fits are to the same dates, so it compares working with elapsed time too.
    /// </summary>
    public double Aic => (2 * Parameters.Count) - (2 * LogLikelihood);

    /// <summary>The fitted law.</summary>
    public required IDelayLaw Law { get; init; }
}
