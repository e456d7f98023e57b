using System.Globalization;
using System.Text;
using Simulator.Kernel.Journal;

namespace Simulator.Scenarios.Experiments;

/// <summary>One thing that an experiment plays: a variant, and what is set in it.</summary>
/// <param name="Index">Its place among the cells, from 0.</param>
/// <param name="Variant">The variant; <c>base</c> for the scenario as it stands.</param>
/// <param name="Settings">What is set after it, in the order of the factors.</param>
/// <param name="Coordinates">
/// Where each factor's value lies between its first and its last, 0 to 1; NaN for a factor that is left alone.
/// </param>
public sealed record Cell(
    int Index, string Variant, IReadOnlyList<FactorValue> Settings, IReadOnlyList<double> Coordinates)
{
    private const int LongestName = 80;

    /// <summary>
    /// A name that follows from variant and settings alone, so that it stays when cells are added: fit for a
    /// file's name, unlike every other cell's.
    /// </summary>
    public string Name { get; } = NameOf(Variant, Settings);

    /// <summary>The settings as <c>--set</c> takes them, for <see cref="LoadOptions.Sets"/>.</summary>
    public IReadOnlyList<string> Sets => [.. Settings.Select(setting => setting.ToString())];

    /// <summary>
    /// The text where it has only letters and signs that every file system takes, else what is left of it
    /// with a hash of the whole.
    /// </summary>
    private static string NameOf(string variant, IReadOnlyList<FactorValue> settings)
    {
        string whole = string.Join(',', [variant, .. settings.Select(setting => setting.ToString())]);
        var name = new StringBuilder(whole.Length);
        foreach (char letter in whole)
        {
            bool isPlain = char.IsAsciiLetterOrDigit(letter) || letter is '.' or ',' or '=' or '+' or '-' or '_' or '%';
            name.Append(isPlain ? letter : '~');
        }

        bool isWhole = name.Length <= LongestName && name.Equals(whole) && name[^1] != '.';
        return isWhole ? whole
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{name.ToString(0, Math.Min(name.Length, LongestName - 13))}~{Hash64.Of(whole) >> 16:x12}");
    }
}
