using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// Leads that wait for those who coordinate, committees that collect reports, and copies for information, put on a
/// made-up model by dice of their own.
/// </summary>
internal sealed class GeneratedCoordination(Dice dice, Model model)
{
    private static readonly (Step Step, Post By)[] Procedure =
    [
        (Step.Contribute, Post.Staff), (Step.IssueInput, Post.Clerk), (Step.RegisterInput, Post.Clerk),
        (Step.RegisterCopy, Post.Clerk),
    ];

    private readonly bool _joins = dice.Falls(0.5);
    private readonly bool _collects = dice.Falls(0.4);
    private readonly bool _copies = dice.Falls(0.4);

    public static Model In(Model model, ulong seed) =>
        new GeneratedCoordination(new Dice(seed ^ 0xC00_12D), model).Make();

    private Model Make()
    {
        var level = model.Levels[dice.Below(model.Levels.Count)];
        return model with
        {
            Kinds = [.. model.Kinds.Select(Coordinate), .. _collects ? [Committee(level)] : Array.Empty<BodyKind>()],
            Bodies = [.. model.Bodies, .. _collects ? Committees(level) : []],
            Directives = [.. model.Directives.Select(directive => Change(directive, level))],
        };
    }

    private BodyKind Coordinate(BodyKind kind) => !_joins && !_copies ? kind : kind with
    {
        Steps =
        [
            .. kind.Steps, .. Procedure.Where(_ => dice.Falls(0.7))
                .Select(each => Sketch.Takes(each.Step, dice.Falls(0.8) ? each.By : null, new GeneratedKinds(dice).Law())),
        ],
    };

    private BodyKind Committee(string level) => model.Kinds[0] with { Id = "committee", Level = level, RelaysTo = [] };

    /// <summary>Under the bodies of a level, so that they are addressed with the others, or beside these.</summary>
    private List<Body> Committees(string level)
    {
        var kinds = model.Kinds.Where(kind => kind.Level == level).Select(kind => kind.Id).ToHashSet();
        var committees = new List<Body>();
        foreach (var body in model.Bodies.Where(body => kinds.Contains(body.Kind) && dice.Falls(0.7)))
        {
            committees.Add(Sketch.Body($"k/{committees.Count}", "committee", body.Id));
        }

        return committees;
    }

    private Directive Change(Directive directive, string level) => directive with
    {
        Assignments = [.. directive.Assignments.Select(Join)],
        CollectedBy = _collects && directive.Periodic is null && dice.Falls(0.8)
            ? new Dictionary<string, IReadOnlyList<Selector>> { [level] = [new Selector { Kind = "committee" }] }
            : directive.CollectedBy,
        To = _collects && dice.Falls(0.4) ? [.. directive.To.Where(selector => !selector.Direct), Kinds()] : directive.To,
        Copies = _copies
            ?
            [
                new CopyRule([], [Somebody()]),
                new CopyRule([new Selector { Level = dice.Pick([.. model.Levels]) }], [Somebody(), Somebody()]),
            ]
            : [],
    };

    /// <summary>State bodies of the next level alone, so that a committee is addressed for nothing else.</summary>
    private Selector Kinds() => new() { Kind = model.Kinds.First(kind => kind.Id.EndsWith("-1", StringComparison.Ordinal)).Id };

    private Assignment Join(Assignment duty) => _joins && dice.Falls(0.7)
        ? duty with
        {
            With = [.. duty.With, Somebody()],
            By = dice.Falls(0.6) ? [new Selector { Named = dice.Pick([.. model.Bodies]).Id }, Somebody()] : duty.By,
            Inputs = new InputRule { AtMost = dice.Falls(0.6) ? new TickSpan(dice.Between(1, 9000)) : null },
        }
        : duty;

    private Selector Somebody() => dice.Below(4) switch
    {
        0 => new Selector { Named = dice.Pick([.. model.Bodies]).Id },
        1 => new Selector { Kind = dice.Pick([.. model.Kinds]).Id },
        _ => new Selector { Level = dice.Pick([.. model.Levels]) },
    };
}
