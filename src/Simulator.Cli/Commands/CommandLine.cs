using System.CommandLine;
using Simulator.Analysis.Exports;
using Simulator.Analysis.Store;
using Simulator.Cluster;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Commands;

/// <summary>The root of the command line, and what every command has in common.</summary>
public static class CommandLine
{
    /// <summary>Parses the arguments, does what they say, and gives the exit code.</summary>
    public static int Invoke(params string[] arguments)
    {
        var root = Root();
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in Mistakes(parsed))
            {
                Console.Error.WriteLine(mistake);
            }

            Console.Error.WriteLine($"'{Called(parsed.CommandResult.Command)} --help' shows what there is.");
            return ExitCode.BadInput;
        }

        using var interruption = new Interruption();
        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // Else a silo that is told to end would be cut short after two seconds.
                ProcessTerminationTimeout = null,
            });
        }
        catch (UsageException mistake)
        {
            Console.Error.WriteLine(mistake.Message);
            return mistake.ExitCode;
        }
        catch (StoreException mistake)
        {
            Console.Error.WriteLine(mistake.Message);
            return ExitCode.BadInput;
        }
        catch (ExportException mistake)
        {
            var near = mistake.Unknown is { } unknown ? NearestName.Of(unknown, mistake.Known) : null;
            Console.Error.WriteLine(near is null ? mistake.Message : $"{mistake.Message} Did you mean '{near}'?");
            return ExitCode.BadInput;
        }
        catch (ClusterException trouble)
        {
            Console.Error.WriteLine(trouble.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted; what was not complete was not kept.");
            return Interruption.ExitCode;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(trouble.Message);
            return ExitCode.Failed;
        }
    }

    /// <summary>
    /// What is wrong with the command line. Where an option is unknown, that alone: what stands after it was
    /// probably its value, and is no mistake of its own.
    /// </summary>
    private static IEnumerable<string> Mistakes(ParseResult parsed)
    {
        var unknown = parsed.UnmatchedTokens
            .Where(token => token.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var command = parsed.CommandResult.Command;
        return unknown.Length == 0
            ? parsed.Errors.Select(error => error.Message)
            : unknown.Select(option => NearestName.Of(option, command.Options.Select(known => known.Name)) is { } near
                ? $"'{Called(command)}' has no option '{option}'. Did you mean '{near}'?"
                : $"'{Called(command)}' has no option '{option}'.");
    }

    private static string Called(Command command) => command is RootCommand
        ? "simulator"
        : $"{Called(command.Parents.OfType<Command>().First())} {command.Name}";

    private static RootCommand Root() => new(
        "Simulates how instructions travel down an administrative hierarchy, and how compliance comes back.\n\n"
        + "Example:\n  simulator run scenarios/bac-kan-570.yaml")
    {
        RunCommand.Create(),
        ShowCommand.Create(),
        IndexCommand.Create(),
        QueryCommand.Create(),
        ExportCommand.Create(),
        SweepCommand.Create(),
        CompareCommand.Create(),
        ValidateCommand.Create(),
        SchemaCommand.Create(),
        LibraryCommand.Create(),
        SiloCommand.Create(),
        InjectCommand.Create(),
        CalibrateCommand.Create(),
        DiffCommand.Create(),
        ReportCommand.Create(),
    };
}
