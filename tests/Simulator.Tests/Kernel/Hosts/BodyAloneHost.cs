using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Hosts;

/// <summary>
/// Carries a run as a cluster does, without one: each body is alone with its own slab and agenda, and
/// whatever goes in or out of it has been bytes in between. Nothing of the engine is used but a body's round.
/// </summary>
internal sealed class BodyAloneHost
{
    private readonly CompiledModel _model;
    private readonly ChanceKey _chance;
    private readonly LoneBody[] _bodies;
    private readonly List<Entry> _entries = [];
    private readonly Director? _director;
    private readonly Outcome _outcome = new();
    private readonly List<DeskMove> _moves = [];

    private BodyAloneHost(CompiledModel model, RunOptions options)
    {
        _model = model;
        _chance = new ChanceKey(options.Seed, options.Replication);
        _bodies = [.. Enumerable.Range(0, model.Bodies.Count).Select(index => new LoneBody(model, index))];
        _director = Director.Of(model);
        foreach (var (due, wakeUp) in BodyRound.Beginnings(model))
        {
            _bodies[wakeUp.Body].Wake(due, wakeUp);
        }
    }

    public static Played Run(CompiledModel model, RunOptions options)
    {
        var host = new BodyAloneHost(model, options);
        host.AdvanceTo(options.Until?.Value ?? model.Until);
        Entry[] entries =
        [
            .. host._entries
                .OrderBy(entry => entry.Tick)
                .ThenBy(entry => entry.Body == Director.Hash ? -1 : model.FactsOf(model.IndexOf(entry.Body)).Rank)
                .ThenBy(entry => entry.Sequence),
        ];
        return new Played(model, options, [.. entries], default(Digest).With(entries));
    }

    private void AdvanceTo(int until)
    {
        for (var round = 0; ; round++)
        {
            var tick = Math.Min(_bodies.Min(body => body.NextDue), _director?.NextDue ?? int.MaxValue);
            if (tick > until)
            {
                return;
            }

            var written = _entries.Count;
            Direct(tick);

            // What is sent in a round arrives in a later one, so that the order of the bodies is free.
            var due = Enumerable.Range(0, _bodies.Length).Where(index => _bodies[index].NextDue == tick);
            foreach (var index in round % 2 == 0 ? due.ToArray() : [.. due.Reverse()])
            {
                Play(index, tick);
            }

            _director?.Observe([.. _entries.Skip(written)], [.. _moves]);
            _moves.Clear();
            _director?.End(tick);
        }
    }

    private void Direct(int tick)
    {
        if (_director is null)
        {
            return;
        }

        _director.Begin(tick);
        _entries.AddRange(_director.Entries);
        foreach (var (due, wakeUp) in _director.WakeUps)
        {
            _bodies[wakeUp.Body].Wake(due, wakeUp);
        }
    }

    private void Play(int index, int tick)
    {
        var body = _bodies[index];
        var (wakeUps, papers) = body.Take(tick, _model);
        _outcome.Clear();
        BodyRound.Play(_director?.Model ?? _model, _chance, body.Slab, index, tick, wakeUps, papers, _outcome);
        _entries.AddRange(_outcome.Entries);
        _moves.AddRange([.. _outcome.DeskMoves.ToArray().Select(PaperBytes.Crossing)]);
        foreach (var (due, wakeUp) in _outcome.WakeUps)
        {
            Assert.True(due > tick && wakeUp.Body == index, "A body is woken later, and only by itself.");
            body.Wake(due, wakeUp);
        }

        foreach (ref readonly var paper in _outcome.Messages)
        {
            Assert.True(paper.Arrives > tick && paper.From == index, "A paper is under way for at least a tick.");
            _bodies[paper.To].Deliver(paper);
        }
    }
}
