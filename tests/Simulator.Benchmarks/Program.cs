using Simulator.Benchmarks;
using Simulator.Benchmarks.Cascade;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Benchmarks.Country;
using Simulator.Benchmarks.Exports;
using Simulator.Benchmarks.Peers;
using Simulator.Benchmarks.Replications;
using Simulator.Benchmarks.Store;

const string Help = """
    Benchmarks of the cascade: a directive goes down a tree of bodies, reports come back up.

    usage: dotnet run -c Release --project tests/Simulator.Benchmarks -- COMMAND

      published                 the bare loop on the published model, in microseconds: fingerprints, and
                                times beside the published ones
      restated [--json]         the restated model, in whole minutes: the bare loop and the kernel
      simpy [--json]            these two and SimPy, run by /usr/bin/python3
            [--simpy-largest]   with 106,519 bodies and ten directives too, which takes minutes
      journal [--json]          the kernel without, and with its journal written to disk
      memory [--json]           the kernel's live state per body, and what it allocates in the second
                                half of a run
      replications              a thousand replications of 769 bodies on one core, on two, and in SimPy
      country                   one directive through the country of 2021: simulator run as a whole process,
                                and what an entry costs at a thousand bodies and at 272,520
      store                     run.sqlite of the country and of five million entries: rate, memory, size,
                                beside plain rows in SQLite
      exports                   five million entries in each form of simulator export: rate, memory, size,
                                beside reading the same rows
      cluster [--ten]           the run on Orleans with 106,519 bodies as grains, beside a grain that
                                replays its calls and does nothing else; with ten directives too
      cluster-barrier           what a round costs that three silos share
      cluster-memory            275,719 bodies as grains in one silo
      queries                   each named query of simulator query on the store of the country

    [--seed N]   another seed than the published one
    [--coarse]   restated and simpy: durations in steps of four hours, so that ties and steps of no
                 length abound: a test of the order, not of the speed, and without the kernel

    Exit codes: 0 done, 1 a fingerprint differs, a bar is missed or a peer failed, 2 bad usage.
    """;

return args switch
{
    ["published"] => PublishedCommand.Run(),
    ["restated", .. var options] => With(options, given => Compare(given, withSimPy: false)),
    ["simpy", .. var options] => With(options, given => Compare(given, withSimPy: true)),
    ["journal", .. var options] => With(options, given => Run(given, KernelContestant.Columns)),
    ["memory", .. var options] => With(options, given => new MemoryCommand(given.Seed, given.Json).Run()),
    ["replications", .. var options] => With(options, given => Replicate(given.Seed)),
    ["country"] => CountryCommand.Run(),
    ["store"] => StoreCommand.Run(),
    ["exports"] => ExportsCommand.Run(),
    ["cluster"] => ClusterCommand.Speed(withTen: false),
    ["cluster", "--ten"] => ClusterCommand.Speed(withTen: true),
    ["cluster-barrier"] => ClusterCommand.Barrier(),
    ["cluster-memory"] => ClusterCommand.Memory(),
    ["queries"] => QueriesCommand.Run(),
    [] or ["help" or "--help" or "-h"] => PrintHelp(),
    _ => Refuse($"'{args[0]}' with these arguments is not a command."),
};

int With(string[] given, Func<ComparisonOptions, int> command) =>
    ComparisonOptions.TryParse(given, out var options, out var problem) ? command(options) : Refuse(problem);

int Compare(ComparisonOptions options, bool withSimPy) => options.Coarse
    ? CompareWith(options, withSimPy, (_, seed) => new CoarseDraws(seed), [])
    : CompareWith(options, withSimPy, KernelDraws.Create, [KernelContestant.Create()]);

int CompareWith<TDraws>(
    ComparisonOptions options, bool withSimPy, Func<Case, ulong, TDraws> draws, Contestant[] others)
    where TDraws : struct, IDraws
{
    Contestant[] peers = withSimPy ? [SimPyContestant.Create(draws, options.SimPyLargest)] : [];
    return Run(options, [BareContestant.Create(draws), .. others, .. peers]);
}

int Replicate(ulong seed)
{
    try
    {
        return new ReplicationsCommand(seed).Run().GetAwaiter().GetResult();
    }
    catch (InvalidOperationException failure)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
}

int Run(ComparisonOptions options, Contestant[] contestants)
{
    try
    {
        return new Comparison(contestants, options.Seed, options.Json).Run();
    }
    catch (InvalidOperationException failure)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
}

int PrintHelp()
{
    Console.WriteLine(Help);
    return 0;
}

int Refuse(string problem)
{
    Console.Error.WriteLine($"{problem}\n\n{Help}");
    return 2;
}
