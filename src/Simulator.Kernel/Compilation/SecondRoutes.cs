using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// How many papers of a directive there can be where bodies take a second one for a new directive, and relay it
/// again: room for all of them is made before a run.
/// </summary>
internal static class SecondRoutes
{
    /// <summary>The most papers of one directive that a body can keep apart: a route is a byte.</summary>
    internal const int Most = 255;

    /// <summary>By body, whether it can take a second paper for a new directive; <c>null</c>: none can.</summary>
    internal static bool[]? Mistaking(Body[] bodies, BodyKind[] kindOf)
    {
        bool[] mistaking =
        [
            .. bodies.Select((body, index) => (body.Conduct ?? kindOf[index].Conduct).RecognisesSecondRoute < 1),
        ];
        return Array.Exists(mistaking, mistakes => mistakes) ? mistaking : null;
    }

    /// <summary>Whether nothing about a directive has the office look for the file that there is.</summary>
    internal static bool MayBeMistaken(Model model, Directive directive) =>
        directive is { Relation: null, Duplicates: <= 0, Periodic: null, CollectedBy.Count: 0 }
        && directive.Assignments.All(assignment => assignment.Inputs is null)
        && model.Recalls.All(recall => recall.Directive != directive.Id)
        && model.Directives.All(other => other.Relation?.Directive != directive.Id);

    /// <summary>
    /// By body, how often it can relay a directive at the most: once for each paper of it, unless it recognises all
    /// but the first, or it is its own paper that comes back.
    /// </summary>
    /// <exception cref="ModelException">Papers would go round in a circle, or be too many.</exception>
    internal static int[] MostRelays(
        string directive, Body[] bodies, bool[] mistaking, List<int> order, Func<int, int[]> addresseesOf)
    {
        var relays = new int[bodies.Length];
        Array.Fill(relays, 1);
        var addressees = order.ToDictionary(index => index, addresseesOf);
        var own = addressees.ToDictionary(each => each.Key, each => each.Value.ToHashSet());
        for (var changed = true; changed;)
        {
            changed = false;
            var papers = new int[bodies.Length];
            var asNew = new int[bodies.Length];
            foreach (var index in order)
            {
                foreach (var next in addressees[index])
                {
                    papers[next] += relays[index];
                    asNew[next] += own[next].Contains(index) ? 0 : relays[index];
                }
            }

            foreach (var index in order.Skip(1))
            {
                if (papers[index] > Most)
                {
                    throw new ModelException(
                        $"'{bodies[index].Id}' would get more than {Most} papers of '{directive}', for bodies above it "
                        + "take a second route for a new directive and relay it again: let more of them recognise it, "
                        + "or fewer relay to each other.");
                }

                var most = mistaking[index] ? Math.Max(1, asNew[index]) : 1;
                changed |= most != relays[index];
                relays[index] = most;
            }
        }

        return relays;
    }
}
