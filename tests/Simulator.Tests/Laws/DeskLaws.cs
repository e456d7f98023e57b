using Simulator.Kernel.Chance;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// What a person does at his desk has laws too: papers that wait for an hour, papers that share a person,
/// people who are away.
/// </summary>
public sealed class DeskLaws
{
    [Fact]
    public void A_paper_waits_half_a_day_for_the_hour_and_then_for_half_of_the_batch()
    {
        const double day = 1440;
        const double service = 10;
        const double rate = 0.3 / service;
        var registry = new Registry(Distribution.Constant(service), Sketch.Heads(1), 16 * 60);
        var estimate = new Estimate();
        for (var run = 0; run < 12; run++)
        {
            estimate.Add(Registry.Visits(registry.Play(rate * Registry.Service, run)).Average(visit => visit.Wait));
        }

        // A moment is a whole minute, and in the first of a day no time is left to wait.
        estimate.Agrees(((day - 1) / 2) + (service * rate * day / 2), 0.02, "one batch a day, seed 7");
    }
}
