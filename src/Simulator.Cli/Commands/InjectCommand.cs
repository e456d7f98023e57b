using System.CommandLine;
using Simulator.Cli.Engines;
using Simulator.Cluster;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator inject</c>: brings injects into a run that is under way on a cluster.</summary>
internal static class InjectCommand
{
    internal static Command Create()
    {
        var run = new Argument<string>("run")
        {
            Description = "the run's name, as 'simulator run --cluster' says it when it begins",
        };
        var file = new Argument<FileInfo>("file") { Description = "the file of injects" };
        var settings = new ClusterSettings();
        var command = new Command(
            "inject",
            "Brings injects into a run that is under way on a cluster. They count from the first minute on of\n"
            + "which nothing is known yet, or from a later time that they name; the run is played again up to\n"
            + "there. What this command has acknowledged is not lost with a silo.\n\n"
            + "Example:\n  simulator inject bac-kan-570-base-s570-4f1d... injects.yaml --cluster office")
        {
            run, file, settings.Cluster, settings.Database, settings.SecretFile, settings.Gateway,
        };
        command.SetAction(parsed => Inject(
            settings.AddressOf(parsed) ?? throw new UsageException(
                "Runs that are under way are on a cluster: name it, such as --cluster office."),
            parsed.GetValue(run)!,
            TextOf(parsed.GetValue(file)!)).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Inject(ClusterAddress address, string run, string injects)
    {
        // Says why, where Orleans was not built in.
        _ = EngineChoice.Of(null, address);
        var outcome = await ClusterAvailability.Open().Inject(address, run, injects, Interruption.Token);
        if (outcome.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return ExitCode.BadInput;
        }

        Console.WriteLine($"It counts from {outcome.At} on.");
        return ExitCode.Done;
    }

    private static string TextOf(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The inject file '{file}' cannot be read: {trouble.Message}");
        }
    }
}
