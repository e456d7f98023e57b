using System.Globalization;

namespace Simulator.Cluster.Telemetry.Exposition;

/// <summary>The attributes of a measurement, by which series of an instrument are told apart.</summary>
internal sealed class LabelSet(KeyValuePair<string, object?>[] tags)
{
    private readonly KeyValuePair<string, object?>[] tags = tags;

    /// <summary>None at all.</summary>
    internal static LabelSet Empty { get; } = new([]);

    /// <summary>Where those go that are too many.</summary>
    internal static LabelSet Overflow { get; } = new([new("otel.metric.overflow", "true")]);

    /// <summary>As they stand between the braces, in the order of their names; of names that become one the first counts.</summary>
    internal string Text { get; } = string.Join(
        ',',
        tags.Select(tag => (Name: ExposedNames.Clean(tag.Key), Value: Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? ""))
            .DistinctBy(tag => tag.Name)
            .OrderBy(tag => tag.Name, StringComparer.Ordinal)
            .Select(tag => $"{tag.Name}=\"{ExpositionText.Escaped(tag.Value, isValue: true)}\""));

    /// <summary>Finds a set by the attributes as they come, without making one.</summary>
    internal sealed class Comparer
        : IEqualityComparer<LabelSet>, IAlternateEqualityComparer<ReadOnlySpan<KeyValuePair<string, object?>>, LabelSet>
    {
        public LabelSet Create(ReadOnlySpan<KeyValuePair<string, object?>> alternate) => new(alternate.ToArray());

        public bool Equals(LabelSet? x, LabelSet? y) => ReferenceEquals(x, y) || (x is not null && y is not null && Equals(x.tags, y));

        public bool Equals(ReadOnlySpan<KeyValuePair<string, object?>> alternate, LabelSet other)
        {
            var same = alternate.Length == other.tags.Length;
            for (var place = 0; same && place < alternate.Length; place++)
            {
                same = alternate[place].Key == other.tags[place].Key && Equals(alternate[place].Value, other.tags[place].Value);
            }

            return same;
        }

        public int GetHashCode(LabelSet obj) => GetHashCode(obj.tags.AsSpan());

        public int GetHashCode(ReadOnlySpan<KeyValuePair<string, object?>> alternate)
        {
            var hash = default(HashCode);
            foreach (var tag in alternate)
            {
                hash.Add(tag.Key);
                hash.Add(tag.Value);
            }

            return hash.ToHashCode();
        }
    }
}
