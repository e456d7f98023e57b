using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Other papers delay a paper where there are any, and only while it is before the post: in the hours for such
/// a paper, whoever is there and has no paper of a directive has another one, or he would take it up. Of a step
/// that the run's end cuts off there is no entry, so that what is told of a wait lies between two bounds.
/// </summary>
internal sealed class LoadChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var steps = evidence.Of(EntryKind.StepEnded).Concat(evidence.Of(EntryKind.WorkStopped))
            .ToLookup(entry => (entry.Body, evidence.RuleOf(entry.Body, entry.Step)?.By));
        var spells = evidence.Of(EntryKind.Absent).ToLookup(entry => (entry.Body, (Post?)entry.Item));
        foreach (var entry in evidence.Of(EntryKind.DelayedByLoad))
        {
            if (evidence.KindOf(entry.Body).Load is null
                || evidence.RuleOf(entry.Body, (Step)entry.What) is not { By: { } by } rule)
            {
                yield return $"no other papers, or nobody who could have them: {evidence.InWords(entry)}";
                continue;
            }

            if (entry.Started >= entry.Tick || BatchChecker.ComesBefore(evidence, entry, rule) != entry.Started)
            {
                yield return $"did not wait since then: {evidence.InWords(entry)}";
                continue;
            }

            var wait = new Wait(evidence, entry, by, [.. steps[(entry.Body, by)]], [.. spells[(entry.Body, by)]]);
            if (entry.A < 1 || entry.B < 1 || entry.B < wait.Least || entry.B > wait.Most
                || entry.Server >= wait.People)
            {
                yield return $"between {wait.Least} and {wait.Most} minutes: {evidence.InWords(entry)}";
            }

            // Who ended the step is who took it up at that moment, and never later.
            if (evidence.EndOf(entry) is { } ended && (ended.Started != entry.Tick || ended.Server != entry.Server))
            {
                yield return $"taken up otherwise in {evidence.InWords(ended)}: {evidence.InWords(entry)}";
            }
        }

        var delays = evidence.Of(EntryKind.DelayedByLoad).ToLookup(entry => entry.Body);
        foreach (var complaint in steps.SelectMany(
            post => Unsaid(evidence, [.. post], [.. spells[post.Key]], delays[post.Key.Body])))
        {
            yield return complaint;
        }
    }

    /// <summary>Waits that only other papers can have caused, of which nothing says so.</summary>
    private static IEnumerable<string> Unsaid(
        Evidence evidence, Entry[] steps, Entry[] spells, IEnumerable<Entry> delays)
    {
        if (evidence.KindOf(steps[0].Body).Load is null
            || evidence.RuleOf(steps[0].Body, steps[0].Step) is not { By: { } by })
        {
            yield break;
        }

        var said = delays.Select(entry => (entry.CauseSequence, entry.What, entry.Item, entry.Tick)).ToHashSet();
        foreach (var entry in steps)
        {
            var rule = evidence.RuleOf(entry.Body, entry.Step)!;
            var since = BatchChecker.ComesBefore(evidence, entry, rule);
            if (since is { } from && from < entry.Started && !evidence.GoesOn(entry)
                && !said.Contains((entry.CauseSequence, (byte)entry.Step, entry.Item, entry.Started))
                && new Wait(evidence, entry with { Started = from, Tick = entry.Started }, by, steps, spells)
                    is { Least: > 0 } wait)
            {
                yield return $"{wait.Least} minutes behind other papers, and nothing says so: {evidence.InWords(entry)}";
            }
        }
    }

    /// <summary>For how many minutes of a wait the post must, and for how many it can have had other papers.</summary>
    private sealed class Wait
    {
        private readonly CompiledPost _post;
        private readonly Entry[] _steps;
        private readonly Entry[] _spells;
        private readonly int _each;

        public Wait(Evidence evidence, Entry wait, Post by, Entry[] steps, Entry[] spells)
        {
            _post = evidence.PostOf(wait.Body, by);
            _steps = steps;
            _spells = spells;
            _each = evidence.ResourceOf(wait.Body, by).Multitasking;
            People = _post.Heads + evidence.ResourceOf(wait.Body, by).Deputies;
            var hours = _post.HoursFor(evidence.UrgencyOf(wait));
            int[] moments =
            [
                .. steps.Concat(spells).SelectMany(entry => new[] { entry.Started, entry.Tick })
                    .Where(moment => moment > wait.Started && moment < wait.Tick)
                    .Append(wait.Started).Append(wait.Tick).Distinct().Order(),
            ];
            foreach (var (from, to) in moments.Zip(moments.Skip(1)))
            {
                var minutes = hours.WorkingBetween(from, to);
                Most += steps.Count(step => Covers(step, from)) < People * _each ? minutes : 0;
                Least += Enumerable.Range(0, _post.Heads).Any(head => HasAnother(head, from)) ? minutes : 0;
            }
        }

        public int People { get; }

        public int Least { get; }

        public int Most { get; }

        /// <summary>
        /// Whether a head is there without a paper of a directive. What he begins later shows that he had none
        /// which the run's end cut off, and that he has been back since; with several in hand it shows neither.
        /// </summary>
        private bool HasAnother(int head, int from) =>
            _each == 1
            && Array.Exists(_steps, step => step.Server == head && step.Started > from)
            && !Array.Exists(_steps, step => step.Server == head && Covers(step, from))
            && !Array.Exists(_spells, spell => spell.Server == head && Covers(spell, from));

        private static bool Covers(in Entry entry, int from) => entry.Started <= from && entry.Tick > from;
    }
}
