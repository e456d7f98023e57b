namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>The bare loop as a column of a comparison.</summary>
internal static class BareContestant
{
    public static Contestant Create<TDraws>(Func<Case, ulong, TDraws> draws)
        where TDraws : struct, IDraws =>
        new("bare loop", (@case, seed) => Run(@case, seed, draws(@case, seed)));

    private static Measurement Run<TDraws>(Case @case, ulong seed, TDraws draws)
        where TDraws : struct, IDraws
    {
        var loop = new BareLoop<TDraws>(new Hierarchy(@case.Depth), @case.Directives);
        var line = Fingerprint.Line(@case.Depth, @case.Directives, seed, loop.Run(draws));
        return new Measurement(line, Measurement.NanosecondsPer(() => loop.Run(draws).Events));
    }
}
