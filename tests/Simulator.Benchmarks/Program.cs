using Simulator.Benchmarks;
using Simulator.Benchmarks.Cascade.Published;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Benchmarks.Peers;

const string Help = """
    Benchmarks of the cascade: a directive goes down a tree of bodies, reports come back up.

    usage: dotnet run -c Release --project tests/Simulator.Benchmarks -- COMMAND

      published                 the bare loop on the published model, in microseconds: fingerprints, and
                                times beside the published ones
      restated [--json]         the restated model, in whole minutes
      simpy [--json]            the restated model against SimPy, run by /usr/bin/python3
            [--simpy-largest]   with 106,519 bodies and ten directives too, which takes minutes

    Exit codes: 0 done, 1 a fingerprint differs or a peer failed, 2 bad usage.
    """;

var json = args.Contains("--json");
var largest = args.Contains("--simpy-largest");
switch (args)
{
    case ["published"]:
        return PublishedCommand.Run();
    case ["restated", ..] when HasOnly("--json"):
        return Compare(BareContestant.Create(Draws));
    case ["simpy", ..] when HasOnly("--json", "--simpy-largest"):
        return Compare(BareContestant.Create(Draws), SimPyContestant.Create(Draws, largest));
    case [] or ["help" or "--help" or "-h"]:
        Console.WriteLine(Help);
        return 0;
    default:
        Console.Error.WriteLine($"'{string.Join(' ', args)}' is not a command with its options.\n\n{Help}");
        return 2;
}

static RoundedDraws Draws(ulong seed) => new(seed);

bool HasOnly(params string[] options) => args.Skip(1).All(options.Contains);

int Compare(params Contestant[] contestants) =>
    new Comparison(contestants, PublishedFigures.Seed, json).Run();
