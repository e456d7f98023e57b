using System.CommandLine;
using Simulator.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator schema</c>: the JSON Schema of scenario files, for editors.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var format = CommonOptions.Format();
        var command = new Command(
            "schema",
            "Prints the JSON Schema of scenario files, for editors that complete and check YAML. It is JSON in "
            + "either format.\n\nExample:\n  simulator schema > scenario.schema.json")
        {
            format,
        };
        command.SetAction(_ =>
        {
            Console.Out.WriteLine(ScenarioSchema.Json());
            return ExitCode.Done;
        });
        return command;
    }
}
