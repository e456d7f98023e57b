using Simulator.Benchmarks;
using Simulator.Benchmarks.Cascade;
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

    restated and simpy: [--coarse]   durations in steps of four hours, so that ties and steps of no
                                     length abound: a test of the order, not of the speed
                        [--seed N]   another seed than the published one

    Exit codes: 0 done, 1 a fingerprint differs or a peer failed, 2 bad usage.
    """;

return args switch
{
    ["published"] => PublishedCommand.Run(),
    ["restated", .. var options] => Compare(options, withSimPy: false),
    ["simpy", .. var options] => Compare(options, withSimPy: true),
    [] or ["help" or "--help" or "-h"] => PrintHelp(),
    _ => Refuse($"'{args[0]}' with these arguments is not a command."),
};

int Compare(string[] given, bool withSimPy)
{
    if (!ComparisonOptions.TryParse(given, out var options, out var problem))
        return Refuse(problem);
    if (options.Kernel)
        return CompareWithKernel(options, withSimPy);
    return options.Coarse
        ? CompareWith(options, withSimPy, seed => new CoarseDraws(seed))
        : CompareWith(options, withSimPy, seed => new RoundedDraws(seed));
}

int CompareWithKernel(ComparisonOptions options, bool withSimPy)
{
    List<Contestant> contestants = [BareContestant.CreateByCase((@case, seed) =>
        new KernelDraws(seed, new Hierarchy(@case.Depth), @case.Directives)), KernelContestant.Create()];
    return new Comparison(contestants, options.Seed, options.Json).Run();
}

int CompareWith<TDraws>(ComparisonOptions options, bool withSimPy, Func<ulong, TDraws> draws)
    where TDraws : struct, IDraws
{
    List<Contestant> contestants = [BareContestant.Create(draws)];
    if (withSimPy)
        contestants.Add(SimPyContestant.Create(draws, options.SimPyLargest));
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
