namespace Simulator.Analysis.Calibration;

/// <summary>How likely a delay is to be over after some time.</summary>
public interface IDelayLaw
{
    /// <summary>The share of delays of at most so many minutes: 0 at 0, ascending, at most 1.</summary>
    /// <param name="minutes">0 or more.</param>
    double Below(double minutes);
}
