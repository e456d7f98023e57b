using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Laws;

/// <summary>
/// One office without the hierarchy round it: it has issued its directives, and a test hands it the reports
/// of its subordinates at moments of the test's own choosing.
/// </summary>
internal sealed class LoneOffice
{
    private readonly CompiledModel _model;
    private readonly ChanceKey _chance;
    private readonly int _body;
    private readonly Slab _slab;
    private readonly Outcome _outcome = new();
    private readonly PriorityQueue<WakeUp, int> _agenda = new();
    private readonly List<Entry> _entries = [];
    private readonly List<Message> _mail = [];

    public LoneOffice(CompiledModel model, string id, in ChanceKey chance)
    {
        _model = model;
        _chance = chance;
        _body = model.IndexOf(Hash64.Of(id));
        _slab = new Slab(model, _body, 1);
        foreach (var (due, wakeUp) in BodyRound.Beginnings(model))
        {
            Assert.Equal((_body, 0), (wakeUp.Body, due));
            _agenda.Enqueue(wakeUp, due);
        }
    }

    /// <summary>A report on a directive from one of its addressees.</summary>
    public Message Report(ushort root, ushort addressee, int arrives) => new()
    {
        From = _model.AddresseesOf(root, _body)[addressee],
        To = _body,
        Number = root + 1U,
        Cause = 1,
        Sent = arrives - 1,
        Arrives = arrives,
        Counted = 1,
        Complied = 1,
        Root = root,
        Tag = addressee,
        Class = PaperClass.Report,
        Item = Entry.NoItem,
    };

    /// <summary>Plays until all that arrives has been dealt with, and gives the entries.</summary>
    public List<Entry> TakeIn(IReadOnlyList<Message> arrivals)
    {
        var next = 0;
        while (next < arrivals.Count || _slab.JobsInHand() > 0)
        {
            var tick = next < arrivals.Count ? arrivals[next].Arrives : int.MaxValue;
            if (_agenda.TryPeek(out _, out var due))
            {
                tick = Math.Min(tick, due);
            }

            _mail.Clear();
            for (; next < arrivals.Count && arrivals[next].Arrives == tick; next++)
            {
                _mail.Add(arrivals[next]);
            }

            Play(tick);
        }

        return _entries;
    }

    private void Play(int tick)
    {
        var wakeUps = new List<WakeUp>();
        while (_agenda.TryPeek(out var wakeUp, out var due) && due == tick)
        {
            wakeUps.Add(wakeUp);
            _agenda.Dequeue();
        }

        var (wakes, papers) = (wakeUps.ToArray(), _mail.ToArray());
        CanonicalOrder.Sort(wakes);
        CanonicalOrder.Sort(_model, papers);
        _outcome.Clear();
        BodyRound.Play(_model, _chance, _slab, _body, tick, wakes, papers, _outcome);
        _entries.AddRange(_outcome.Entries);
        foreach (var (due, wakeUp) in _outcome.WakeUps)
        {
            _agenda.Enqueue(wakeUp, due);
        }
    }
}
