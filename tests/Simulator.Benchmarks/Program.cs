using Simulator.Benchmarks;

const string Help = """
    Benchmarks of the cascade: a directive goes down a tree of bodies, reports come back up.

    usage: dotnet run -c Release --project tests/Simulator.Benchmarks -- COMMAND

      published    the bare loop on the published model: fingerprints and times beside the published ones
    """;

switch (args)
{
    case ["published"]:
        return PublishedCommand.Run();
    case [] or ["help" or "--help" or "-h"]:
        Console.WriteLine(Help);
        return 0;
    default:
        Console.Error.WriteLine($"'{string.Join(' ', args)}' is not a command with its options.\n\n{Help}");
        return 2;
}
