using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>Changes to what nobody waits for.</summary>
internal static partial class ModelChanges
{
    private static Dictionary<string, Func<Model, Model>> OfReliefs => new()
    {
        ["Model.Reliefs"] = model => Without(model, new Relief { From = Hindrance.People }),
        ["Relief.From"] = model => Without(model, new Relief { From = Hindrance.HoursOfSteps }),
        ["Relief.Bodies"] = model => Without(
            model, new Relief { From = Hindrance.OtherPapers, Bodies = new HashSet<string> { "c/1" } }),
        ["Relief.Post"] = model => Without(model, new Relief { From = Hindrance.People, Post = Simulator.Kernel.Office.Post.Clerk }),
        ["Relief.Channel"] = model => Without(
            model, new Relief { From = Hindrance.Travel, Channel = model.Channels[0].Id }),
    };

    private static Model Without(Model model, Relief relief) => model with { Reliefs = [relief] };
}
