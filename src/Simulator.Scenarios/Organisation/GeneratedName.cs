using Bogus;
using Bogus.DataSets;
using Simulator.Kernel.Journal;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Made-up Vietnamese names for bodies of which only the number is known. A name follows from the id alone, the
/// same on every machine; it is a label and enters nothing else.
/// </summary>
internal static class GeneratedName
{
    private static readonly Name _names = new("vi");
    private static readonly Lock _turn = new();

    /// <summary>The name of a body, two or three syllables such as Hoàng Minh.</summary>
    public static string Of(string id)
    {
        lock (_turn)
        {
            _names.Random = new Randomizer(unchecked((int)Hash64.Upper(id)));
            return Vietnamese.Compose(_names.FirstName());
        }
    }
}
