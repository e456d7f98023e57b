using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Puts questions upward into a made-up model, by dice of its own: opinions, refusals, questions that come back or
/// are passed up, silence; and people who sign instead of the leadership.
/// </summary>
internal sealed class GeneratedQuestions
{
    private readonly Dice _dice;

    private GeneratedQuestions(int seed) => _dice = new Dice((ulong)seed + 80_000);

    public static Model In(Model model, int seed)
    {
        var questions = new GeneratedQuestions(seed);
        var asks = questions._dice.Falls(0.5);
        var signs = questions._dice.Falls(0.5);
        return model with
        {
            Kinds =
            [
                .. model.Kinds.Select(kind => asks ? questions.Asking(kind) : kind)
                    .Select(kind => signs ? questions.Signing(kind) : kind),
            ],
            Directives = asks ? [.. model.Directives.Select(questions.Asking)] : model.Directives,
        };
    }

    private BodyKind Asking(BodyKind kind) => !_dice.Falls(0.7) ? kind : kind with
    {
        Questions = new QuestionRule
        {
            Opinion = Assigns(kind) ? _dice.Pick(0, 0.3, 1) : 0,
            Silence = _dice.Falls(0.5) ? Silence() : null,
            Returns = _dice.Pick(0, 0.5, 1),
            AtMost = _dice.Between(0, 4),
            PassesUp = _dice.Pick(0, 0.5, 1),
            Refuses = _dice.Pick(0, 0.3),
        },
    };

    private static bool Assigns(BodyKind kind) => kind.Steps.Any(rule => rule is { Step: Step.Assign, SameServer: false });

    private SilenceRule Silence() => new(new TickSpan(_dice.Pick(1, 700, 3000, 9000)), _dice.Falls(0.4));

    private Directive Asking(Directive directive) => directive with
    {
        Assignments = [.. directive.Assignments.Select(assignment => assignment with
        {
            NeedsApproval = assignment.NeedsApproval || _dice.Falls(0.4),
            Silence = _dice.Falls(0.2) ? Silence() : null,
        })],
    };

    private Resource AllAway(Resource post)
    {
        var from = _dice.Below(3000);
        var to = from + _dice.Between(500, 8000);
        return post with
        {
            Away = [.. Enumerable.Range(0, post.Heads).Select(who => new AwaySpell(who, new Tick(from), new Tick(to)))],
            Deputies = 0,
        };
    }

    private BodyKind Signing(BodyKind kind) =>
        !_dice.Falls(0.6) || !kind.Steps.Any(rule => rule.Step == Step.Sign) ? kind : kind with
        {
            Leadership = _dice.Falls(0.4) ? AllAway(kind.Leadership) : kind.Leadership,
            Signing = new SigningRule
            {
                ByOrder = _dice.Pick(0, 0.4, 1),
                UpTo = _dice.Pick(Urgency.Routine, Urgency.Urgent, Urgency.TimedExpress),
                ByAuthorisation = _dice.Pick(0, 0.5, 1),
                By = _dice.Pick(Post.Clerk, Post.Staff),
            },
        };
}
