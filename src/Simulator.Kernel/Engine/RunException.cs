namespace Simulator.Kernel.Engine;

/// <summary>A run that cannot go on; its message names the body, the directive and the moment.</summary>
public sealed class RunException : Exception
{
    /// <summary>A run that cannot go on, and why.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>
    /// Why a run has ended, as a sentence: what it says itself or, of any other failure, that this program is at fault.
    /// </summary>
    /// <param name="failure">What ended it.</param>
    /// <param name="what">What failed, where more is known than that it was the run or what reads its entries.</param>
    public static string SentenceOf(Exception failure, string what = "The run")
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure is RunException
            ? failure.Message
            : $"{what} failed, which is a fault of this program: {failure.GetType().Name}: {failure.Message}";
    }
}
