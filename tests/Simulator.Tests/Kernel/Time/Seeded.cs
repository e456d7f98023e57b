using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Simulator.Tests.Kernel.Time;

/// <summary>
/// Runs a property on the same inputs every time; a failure names the seed and the shrunk input.
/// </summary>
internal static class Seeded
{
    private const ulong Seed = 20_210_502;
    private const ulong Gamma = 571;

    public static void Holds<T>(Arbitrary<T> inputs, Action<T> law, int times = 100)
    {
        var replay = new Replay(new Rnd(Seed, Gamma), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(times)
            .WithReplay(FSharpOption<Replay>.Some(replay));
        Prop.ForAll(inputs, law).Check(config);
    }
}
