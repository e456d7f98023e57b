namespace Simulator.Tests.Kernel.Checkers;

/// <summary>All checkers over one journal.</summary>
internal static class Audit
{
    public static IReadOnlyList<IChecker> Checkers { get; } =
    [
        new SequenceChecker(),
        new CauseChecker(),
        new PaperChecker(),
        new PostChecker(),
        new WorkChecker(),
        new RegistrationChecker(),
        new ReportChecker(),
        new MisreportChecker(),
        new CountingChecker(),
        new PeriodicChecker(),
        new ClosingChecker(),
        new EventChecker(),
        new InterventionChecker(),
        new BatchChecker(),
        new RosterChecker(),
        new SharingChecker(),
        new ContentChecker(),
        new LoadChecker(),
        new ResumptionChecker(),
        new FollowUpChecker(),
        new DiligenceChecker(),
        new SanctionChecker(),
        new EscalationChecker(),
        new WillingnessChecker(),
        new InputChecker(),
        new CopyChecker(),
        new CollectingChecker(),
        new QuestionChecker(),
        new SigningChecker(),
        new FlightChecker(),
        new DissolutionChecker(),
        new SecondRouteChecker(),
        new ConflictChecker(),
        new RulingChecker(),
        new UnseenChecker(),
        new AcknowledgementChecker(),
        new TakeoverChecker(),
    ];

    /// <summary>
    /// Those that hold where bodies take over files in a run. The others read one dossier of a directive at a body, which
    /// then has several, and hold addressees against those of the start.
    /// </summary>
    private static readonly Type[] ThroughReforms =
    [
        typeof(SequenceChecker), typeof(PostChecker), typeof(BatchChecker), typeof(WillingnessChecker), typeof(CopyChecker),
        typeof(DissolutionChecker), typeof(TakeoverChecker),
    ];

    /// <summary>Fails with the first complaints of each checker.</summary>
    public static void Passes(Evidence evidence, string about)
    {
        var complaints = Checkers
            .Where(checker => !evidence.Model.IsRestructured || ThroughReforms.Contains(checker.GetType()))
            .SelectMany(checker => checker.Complaints(evidence).Take(3)
                .Select(complaint => $"{checker.GetType().Name}: {complaint}"))
            .ToList();
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints.Prepend(about)));
    }
}
