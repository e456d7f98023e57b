using System.Globalization;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// What tells two compiled models apart if they can give different runs: a hash over everything in one that
/// has an effect, and nothing that has none (names, titles, symbols, the order of declarations). Those who
/// share a run compare it before it begins, so that whoever reads the scenario with another version of the
/// program or of a library is found out. The same in every process and on every machine.
/// </summary>
/// <param name="Value">The hash.</param>
public readonly record struct ModelHash(UInt128 Value)
{
    /// <summary>Thirty-two hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
