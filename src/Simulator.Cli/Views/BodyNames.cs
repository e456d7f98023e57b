using Simulator.Cli.Commands;
using Simulator.Kernel.Compilation;

namespace Simulator.Cli.Views;

/// <summary>Finds a body by what a user writes: its id, its name, or a unique part of either.</summary>
internal static class BodyNames
{
    internal static int Find(CompiledModel model, string text)
    {
        var all = Enumerable.Range(0, model.Bodies.Count).ToList();
        foreach (var rule in (Func<int, bool>[])
        [
            body => model.Bodies[body].Id == text,
            body => model.Bodies[body].Name == text,
            body => Contains(model.Bodies[body].Id, text),
            body => Contains(model.Bodies[body].Name, text),
        ])
        {
            var found = all.Where(rule).ToList();
            if (found.Count == 1)
            {
                return found[0];
            }

            if (found.Count > 1)
            {
                throw new UsageException(
                    $"'{text}' could be {found.Count} bodies: "
                    + string.Join(", ", found.Take(6).Select(body => $"{model.Bodies[body].Id} ({model.Bodies[body].Name})"))
                    + (found.Count > 6 ? ", …" : "") + ". Write more of the id or the name.");
            }
        }

        throw new UsageException($"No body has '{text}' in its id or its name. 'simulator show --view tree' lists them.");
    }

    private static bool Contains(string? whole, string part) =>
        whole?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
