using Simulator.Kernel.Conduct;

namespace Simulator.Scenarios.Format;

/// <summary>The keys of questions upward: opinions, approvals, and what no answer means.</summary>
internal static class QuestionFormat
{
    private static RecordShape SilenceRecord { get; } = new(
        "silence",
        new("after", Scalars.Lasting, "How long after the question was sent.")
        {
            IsRequired = true,
            Example = "5d",
        },
        new("means", new WordShape("consent", "refusal"),
            "What no answer means to who asked for approval; for an opinion nobody waits longer in either case.")
        {
            Default = "consent",
            Example = "refusal",
        },
        OfficeFormat.Source);

    /// <summary>A length of time, after which silence is consent, or a map; or nothing of it.</summary>
    private static Shape Silence { get; } = new EitherShape
    {
        Scalar = Scalars.Pattern(
            "elapsed time or none",
            text => text == "none" ? null : Scalars.LastingProblem(text),
            "^(none|[0-9].*)$"),
        Map = SilenceRecord,
    };

    private static RecordShape Approval { get; } = new(
        "approval",
        new("silence", Silence, "What no answer means; without a `means`, silence is consent.")
        {
            Default = "as the kind of who asks has it",
            Example = "{ after: 5d, means: refusal }",
        },
        OfficeFormat.Source);

    private static RecordShape Questions { get; } = new(
        "questions",
        new("opinion", Scalars.Probability,
            "How likely it asks whoever issued a directive for an opinion, between registering and assigning it.")
        {
            Default = "0%",
            Example = "30%",
        },
        new("silence", Silence,
            "What it means to it if its question is not answered; without a `means`, silence is consent.")
        {
            Default = "it waits",
            Example = "5d",
        },
        new("returns", Scalars.Probability,
            "How likely it sends a question that it is asked back for clarification, each time it comes.")
        {
            Default = "0%",
            Example = "25%",
        },
        new("at-most", Scalars.Whole(0, QuestionRule.MostRounds), "How often at most it sends one question back.")
        {
            Default = "3",
            Example = "2",
        },
        new("passes-up", Scalars.Probability, "How likely it asks its own superior before it answers.")
        {
            Default = "0%",
            Example = "30%",
        },
        new("refuses", Scalars.Probability, "How likely it refuses what it is asked to approve.")
        {
            Default = "0%",
            Example = "10%",
        },
        OfficeFormat.Source);

    /// <summary>Of a kind: how it asks, and what it does when asked.</summary>
    public static Key OfKind { get; } = new(
        "questions", new EitherShape { Scalar = new WordShape("none"), Map = Questions },
        "How it asks upward, and what it does when it is asked; `none` takes an inherited rule away.")
    {
        Default = "it asks only for approvals that are required, and approves",
        Example = "{ opinion: 30%, silence: 5d, passes-up: 20% }",
    };

    /// <summary>Of an assignment: whether it must be approved, and what silence means.</summary>
    public static Key OfAssignment { get; } = new(
        "approval", new EitherShape { Scalar = new WordShape("required", "none"), Map = Approval },
        "Whether the issuer must approve before it is carried out; a map says what no answer means.")
    {
        Default = "none",
        Example = "required",
    };
}
