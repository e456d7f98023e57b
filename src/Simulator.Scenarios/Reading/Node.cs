using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Reading;

/// <summary>
/// A value in a scenario file, with the place where it is written. Nodes never change, so that merged
/// trees share them and an error in a merged scenario still points into the file it comes from.
/// </summary>
/// <param name="place">Where it begins.</param>
internal abstract class Node(Place place)
{
    private long _size;
    private int _height;

    /// <summary>Where it begins.</summary>
    public Place Place { get; } = place;

    /// <summary>How many values it is made of, itself included, with aliases counted each time.</summary>
    public long Size => _size != 0 ? _size : _size = Measure().Size;

    /// <summary>How deep it is: 1 for a scalar.</summary>
    public int Height => _height != 0 ? _height : _height = Measure().Height;

    /// <summary>What it is, for people.</summary>
    public abstract string Description { get; }

    /// <summary>Its size and height, from those of its parts.</summary>
    protected abstract (long Size, int Height) Measure();
}
