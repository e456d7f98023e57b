namespace Simulator.Tests.Kernel.Checkers;

/// <summary>A law that every journal keeps, checked from outside: it knows nothing of how the kernel works.</summary>
internal interface IChecker
{
    /// <summary>What breaks the law, one sentence each.</summary>
    IEnumerable<string> Complaints(Evidence evidence);
}
