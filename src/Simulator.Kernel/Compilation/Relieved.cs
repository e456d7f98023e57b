using Simulator.Kernel.Chance;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>
/// What a body is relieved of, a bit for each hindrance and post. It is looked at when offices are laid out, after
/// whatever interventions have made of them, and never in a round.
/// </summary>
internal readonly record struct Relieved(uint Bits)
{
    internal bool IsNothing => Bits == 0;

    /// <summary>Of what a body is relieved in a model.</summary>
    internal static Relieved Of(Model model, string body)
    {
        var bits = 0U;
        foreach (var relief in model.Reliefs)
        {
            if (relief.Bodies is { } bodies && !bodies.Contains(body))
            {
                continue;
            }

            for (var post = 0; post < OfficePosts.Count; post++)
            {
                bits |= relief.Post is null || (int)relief.Post == post ? 1U << Place(relief.From, post) : 0;
            }
        }

        return new Relieved(bits);
    }

    /// <summary>The channels of a model, those without a way to go that papers are relieved of.</summary>
    internal static Model Channels(Model model)
    {
        var travel = model.Reliefs.Where(relief => relief.From == Hindrance.Travel).ToList();
        return travel.Count == 0 ? model : model with
        {
            Channels =
            [
                .. model.Channels.Select(channel => travel.Exists(each => (each.Channel ?? channel.Id) == channel.Id)
                    ? channel with
                    {
                        Delay = Distribution.Constant(1),
                        ReportDelay = null,
                        ReminderDelay = null,
                        Leaves = null,
                        Absent = 0,
                    }
                    : channel),
            ],
        };
    }

    /// <summary>Whether a post of the body is relieved of a hindrance.</summary>
    internal bool From(Hindrance what, Post post) => (Bits >> Place(what, (int)post) & 1) != 0;

    private static int Place(Hindrance what, int post) => ((int)what * OfficePosts.Count) + post;
}
