using Simulator.Kernel.Office;

namespace Simulator.Analysis.Calibration;

/// <summary>A step of the library as the fit has it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Before">The library's median, in working minutes.</param>
/// <param name="SigmaBefore">The library's sigma.</param>
/// <param name="Median">The fitted median, in working minutes.</param>
/// <param name="Rounded">
/// The median as a round number that is at most one standard error away, in working minutes.
/// </param>
/// <param name="Sigma">The fitted sigma, to two decimals where it is not the library's.</param>
public sealed record FittedStep(
    Step Step, double Before, double SigmaBefore, double Median, int Rounded, double Sigma)
{
    private static readonly int[] s_minutes = [1, 2, 5, 10, 15, 30, 60, 120, 240];

    /// <summary>
    /// A number of minutes, hours or working days that people would write: a multiple of the longest of 1, 2, 5, 10,
    /// 15, 30 minutes, 1, 2, 4 hours and 1, 2, 5 working days whose half is at most one standard error.
    /// </summary>
    /// <param name="median">Minutes.</param>
    /// <param name="logError">The standard error of its logarithm; infinite: nothing is known, and it is not rounded.</param>
    /// <param name="nominalDay">The minutes of a working day.</param>
    public static int Round(double median, double logError, int nominalDay)
    {
        int[] steps = [.. s_minutes.Where(each => each < nominalDay), nominalDay, 2 * nominalDay, 5 * nominalDay];
        var error = double.IsFinite(logError) ? median * logError : 0;
        var step = steps.Where(each => each / 2.0 <= error && each <= 2 * median).DefaultIfEmpty(1).Max();
        return Math.Max(1, (int)(Math.Round(median / step, MidpointRounding.AwayFromZero) * step));
    }
}
