using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// The director of a run: a pseudo-body from which interventions come. An engine asks it first at each tick what it
/// does, and at the end of each tick shows it what the bodies wrote. What it does depends on the journal alone, so
/// that no engine and no cut into regions makes a difference.
/// </summary>
public sealed class Director
{
    /// <summary>Its id, which no body can have.</summary>
    public const string Id = "(director)";

    /// <summary>The hash of its id: its body in entries. Its entries come first at their tick.</summary>
    public static readonly ulong Hash = Hash64.Of(Id);

    private readonly CompiledModel origin;
    private readonly Standings? standings;
    private readonly SortedSet<(int Tick, bool Begins, int Place)> agenda = [];
    private readonly SortedSet<int> watched = [];
    private readonly SortedSet<(int Tick, int Root)> toIssue = []; // by others than the issuers of the start
    private readonly List<InForce> inForce = [];
    private readonly Dictionary<int, (int Tick, long InState, long Among)> met = [];
    private readonly bool[] held;
    private readonly List<int> unspent = [];
    private readonly int[] times;
    private readonly List<Entry> entries = [];
    private readonly List<PendingWakeUp> wakeUps = [];
    private uint sequence;

    private Director(CompiledModel model)
    {
        origin = Model = model;
        var count = model.Interventions.Count;
        (held, times) = (new bool[count], new int[count]);
        for (var place = 0; place < count; place++)
        {
            if (model.Interventions[place].Source.At is { } at)
            {
                agenda.Add((at.Value, true, place));
            }

            if (model.Interventions[place].Source.When is not null)
            {
                unspent.Add(place);
            }
        }

        Condition[] conditions = [.. model.Interventions.Select(each => each.Source.When).OfType<Condition>()];
        standings = conditions.Length > 0 ? new Standings(model, conditions) : null;
        foreach (var source in unspent.Select(place => model.Interventions[place].Source))
        {
            if (standings!.IsGauged(source.When!))
            {
                watched.Add(source.From.Value); // it is looked at from then on, also where nothing happens
            }
        }

        Watch(-1);
    }

    /// <summary>The model by which bodies act now.</summary>
    public CompiledModel Model { get; private set; }

    /// <summary>What is in force, in the order in which it began.</summary>
    public ReadOnlySpan<InForce> Regime => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(inForce);

    /// <summary>Whether any condition may still come to hold, so that every tick must be shown to it.</summary>
    public bool Watches => unspent.Count > 0;

    /// <summary>The earliest tick at which it acts, or looks whether a date has passed.</summary>
    public int NextDue => Math.Min(
        Math.Min(agenda.Count > 0 ? agenda.Min.Tick : int.MaxValue, toIssue.Count > 0 ? toIssue.Min.Tick : int.MaxValue),
        watched.Count > 0 ? watched.Min : int.MaxValue);

    /// <summary>What it wrote at the tick begun last.</summary>
    public ReadOnlySpan<Entry> Entries => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(entries);

    /// <summary>Whom it wakes at the tick begun last.</summary>
    public IReadOnlyList<PendingWakeUp> WakeUps => wakeUps;

    /// <summary>The director of a model; <c>null</c>: it has no interventions.</summary>
    public static Director? Of(CompiledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Interventions.Count == 0 ? null : new Director(model);
    }

    /// <summary>Does what is due at a tick, before any body acts.</summary>
    /// <exception cref="RunException">What is in force cannot be so together.</exception>
    public void Begin(int tick)
    {
        entries.Clear();
        wakeUps.Clear();
        while (watched.Count > 0 && watched.Min <= tick)
        {
            watched.Remove(watched.Min);
        }

        var begun = new List<(int Place, uint Entry)>();
        while (agenda.Count > 0 && agenda.Min.Tick <= tick)
        {
            var (_, begins, place) = agenda.Min;
            agenda.Remove(agenda.Min);
            if (begins)
            {
                begun.Add((place, BeginOne(place, tick)));
            }
            else
            {
                EndOne(place, tick);
            }
        }

        if (entries.Count > 0)
        {
            var before = Model;
            ChangeModel(tick);
            Restructure(before, tick, begun);
            foreach (var (place, entry) in begun)
            {
                Wake(place, entry, tick);
            }
        }

        while (toIssue.Count > 0 && toIssue.Min.Tick <= tick)
        {
            Issue(toIssue.Min.Root, tick);
            toIssue.Remove(toIssue.Min);
        }
    }

    /// <summary>Takes in what the bodies wrote at the tick, in any order of bodies.</summary>
    /// <param name="written">What they wrote.</param>
    /// <param name="moves">What came before their posts and left them, where a condition counts it.</param>
    public void Observe(ReadOnlySpan<Entry> written, ReadOnlySpan<DeskMove> moves = default) =>
        standings?.Observe(Model, written, moves);

    /// <summary>Looks at the end of a tick whether conditions have come to hold; they act at the next.</summary>
    public void End(int tick)
    {
        if (standings is null)
        {
            return;
        }

        foreach (var place in unspent)
        {
            var intervention = origin.Interventions[place].Source;
            if (tick < intervention.From.Value)
            {
                continue;
            }

            var holds = standings.Holds(intervention.When!, Model, tick);
            var isUnderWay = intervention.For is not null && inForce.Exists(each => each.Intervention == place);
            if (holds && !held[place] && !isUnderWay)
            {
                var (inState, among) = standings.Of(intervention.When!, Model, tick);
                met[place] = (tick, inState, among);
                agenda.Add((tick + 1, true, place));
            }

            held[place] = holds;
        }

        unspent.RemoveAll(place => met.ContainsKey(place) && !origin.Interventions[place].Source.Repeats);
        foreach (var intervention in unspent.Select(place => origin.Interventions[place].Source))
        {
            if (tick >= intervention.From.Value && standings.NextChange(intervention.When!, Model, tick) is < int.MaxValue and var next)
            {
                watched.Add(next);
            }
        }
    }

    private uint BeginOne(int place, int tick)
    {
        var intervention = origin.Interventions[place];
        var (since, inState, among) = met.GetValueOrDefault(place, (tick, 0, 0));
        if (intervention.ChangesModel)
        {
            inForce.Add(new InForce(place, tick));
        }

        if (intervention.Source.For is { } length)
        {
            agenda.Add((tick + Math.Max(1, length.Minutes), false, place));
        }

        return Write(EntryKind.Intervened, intervention, tick, since, ++times[place], inState, among);
    }

    private void EndOne(int place, int tick)
    {
        inForce.RemoveAll(each => each.Intervention == place);
        Write(EntryKind.InterventionEnded, origin.Interventions[place], tick, tick, times[place], 0, 0);
    }

    private uint Write(
        EntryKind kind, CompiledIntervention about, int tick, int since, int time, long inState, long among)
    {
        const long most = 0xFF_FFFF;
        entries.Add(new Entry
        {
            Body = Hash,
            CauseBody = Hash,
            Value = Entry.Pack(
                about.Source.When is null ? (byte)0 : (byte)1, (byte)Math.Min(time, byte.MaxValue),
                (uint)Math.Min(inState, most), (uint)Math.Min(among, most)),
            Tick = tick,
            Started = since,
            Root = about.ShortHash,
            Sequence = ++sequence,
            Kind = kind,
            Server = CompiledStep.Nobody,
        });
        return sequence;
    }

    /// <summary>Those whose posts are others now are woken, to work by other hours and with other people.</summary>
    private void ChangeModel(int tick)
    {
        var before = Model;
        try
        {
            Model = origin.Under(Regime);
        }
        catch (ModelException refused)
        {
            throw new RunException(refused.Message);
        }

        if (ReferenceEquals(before, Model))
        {
            return;
        }

        Watch(tick);
        standings?.Change(Model, tick);
        for (var body = 0; body < Model.Facts.Length; body++)
        {
            if (before.OfficeHashOf(body) != Model.OfficeHashOf(body))
            {
                wakeUps.Add(new(tick, new WakeUp { Body = body, Job = -1, Kind = WakeKind.OfficeChange }));
            }
        }
    }

    private void Wake(int place, uint entry, int tick)
    {
        var intervention = origin.Interventions[place];
        for (var act = 0; act < intervention.Source.Acts.Count; act++)
        {
            if (intervention.Source.Acts[act] is DirectiveAct issue)
            {
                Issue(Array.FindIndex(Model.Roots, each => each.Source.Id == issue.Directive), tick);
            }

            foreach (var sender in intervention.Senders[act])
            {
                wakeUps.Add(new(tick, new WakeUp
                {
                    Body = sender,
                    Job = -1,
                    Mark = (int)entry,
                    Dossier = (ushort)place,
                    Item = (byte)act,
                    Kind = WakeKind.Intervention,
                }));
            }
        }
    }

    /// <summary>
    /// Those who are dissolved are woken to hand over; what they were to issue is issued by whoever has their duties.
    /// </summary>
    private void Restructure(CompiledModel before, int tick, List<(int Place, uint Entry)> begun)
    {
        if (Model.Organisation is not { } organisation || before.Organisation?.Number == organisation.Number)
        {
            return;
        }

        var order = begun.Last(each => origin.Interventions[each.Place].Restructures).Entry;
        for (var body = 0; body < Model.Facts.Length; body++)
        {
            if (organisation.SuccessorOf(body) >= 0 && !(before.Organisation?.SuccessorOf(body) >= 0))
            {
                wakeUps.Add(new(tick, new WakeUp { Body = body, Job = -1, Mark = (int)order, Kind = WakeKind.Dissolution }));
            }
        }

        for (var root = 0; root < Model.Roots.Length; root++)
        {
            var issued = Model.Roots[root].Issued;
            if (before.Roots[root].Issuer != Model.Roots[root].Issuer && issued >= tick && issued < int.MaxValue)
            {
                toIssue.Add((issued, root));
            }
        }
    }

    private void Issue(int root, int tick) => wakeUps.Add(new(tick, new WakeUp
    {
        Body = Model.Roots[root].Issuer,
        Job = -1,
        Dossier = (ushort)root,
        Kind = WakeKind.IssueRoot,
    }));

    /// <summary>What is overdue changes when a date passes, also where nothing else happens.</summary>
    private void Watch(int tick)
    {
        foreach (var condition in unspent.Select(place => origin.Interventions[place].Source.When!))
        {
            if (condition.Measure is not (GoalMeasure.Overdue or GoalMeasure.InTerm))
            {
                continue;
            }

            foreach (var root in Model.Roots.Where(root => condition.Directive is null || condition.Directive == root.Source.Id))
            {
                var updated = root.Flight?.Updates.SelectMany(update => Model.Roots[update].Flight!.NewDue) ?? [];
                foreach (var due in root.Due.Concat(updated).Where(due => due >= Math.Max(0, tick) && due < int.MaxValue))
                {
                    watched.Add(due + 1);
                }
            }
        }
    }
}
