using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Runs;

/// <summary>Tells apart what ends a run, an attempt at it, or nothing but the database's silence.</summary>
internal static class Failures
{
    /// <summary>What is told of a body that cannot go on.</summary>
    internal static string SentenceOf(Exception failure) => failure is RunException
        ? failure.Message
        : $"A body's round failed, which is a fault of this program: {failure.GetType().Name}: {failure.Message}";
}

/// <summary>The run cannot go on, whoever carries it.</summary>
internal sealed class RunFailedException(string message) : Exception(message);

/// <summary>This attempt cannot go on; another may.</summary>
internal sealed class AttemptLostException(string message) : Exception(message);
