namespace Simulator.Kernel.Engine;

/// <summary>How pools grow: fast while small, by a quarter when large, for live state has a budget.</summary>
internal static class Growth
{
    private const int Large = 1 << 12;

    /// <summary>The next size, a multiple of <paramref name="unit"/>.</summary>
    internal static int Of(int size, int unit = 1)
    {
        var larger = size < Large ? size * 2 : checked(size + (size / 4));
        return larger / unit * unit;
    }
}
