using System.Globalization;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Benchmarks.Cascade.Restated;

/// <summary>
/// Makes the model of a text such as <c>cascade 4 9 1</c>: levels below the root, villages in a commune,
/// directives. What a scenario file is to the product, this line is to the benchmark.
/// </summary>
internal sealed class CascadeSource : IModelSource
{
    /// <summary>CPU time of the process when a model was last made.</summary>
    public TimeSpan LoadedAt { get; private set; }

    public static string TextOf(int depth, int villages, int directives) =>
        string.Create(CultureInfo.InvariantCulture, $"cascade {depth} {villages} {directives}");

    public CompiledModel Load(string text)
    {
        var numbers = text.Split(' ')[1..].Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        var model = CascadeModel.Compile(new Hierarchy(numbers[0], numbers[1]), numbers[2]);
        LoadedAt = Environment.CpuUsage.TotalTime;
        return model;
    }

    public string Inject(string text, string injects, int notBefore) =>
        throw new ModelException("Nothing is brought into a cascade.");
}
