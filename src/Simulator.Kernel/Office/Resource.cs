using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Office;

/// <summary>The people of one post in one office: how many, when they work, what they take up first.</summary>
public sealed record Resource
{
    /// <summary>The largest head count of one post; a larger crowd is several bodies.</summary>
    public const int MostHeads = 64;

    /// <summary>The most papers that a person has in hand at once.</summary>
    public const int MostPapers = 16;

    /// <summary>Whole heads, 1 to <see cref="MostHeads"/>; part time is a calendar.</summary>
    public required int Heads { get; init; }

    /// <summary>Name of the working calendar; <c>null</c>: always at work.</summary>
    public string? Calendar { get; init; }

    /// <summary>
    /// Name of the calendar that holds in addition for papers of at least <see cref="PiercesFrom"/>;
    /// <c>null</c>: nothing pierces the working calendar.
    /// </summary>
    public string? PiercingCalendar { get; init; }

    /// <summary>The lowest urgency that pierces.</summary>
    public Urgency PiercesFrom { get; init; } = Urgency.Express;

    /// <summary>Which paper is taken up first.</summary>
    public Attention Attention { get; init; } = Attention.UrgencyFirst;

    /// <summary>The list of <see cref="Attention.PriorityList"/>; without effect under the other rules.</summary>
    public PriorityList List { get; init; } = new();

    /// <summary>
    /// Up to how many papers a person has in hand at once, 1 to <see cref="MostPapers"/>; among
    /// several his minutes are divided evenly.
    /// </summary>
    public int Multitasking { get; init; } = 1;

    /// <summary>By chance, each person by himself; <c>null</c>: nobody is ever away so.</summary>
    public AbsenceRule? Absences { get; init; }

    /// <summary>Absences that are arranged beforehand.</summary>
    public IReadOnlyList<AwaySpell> Away { get; init; } = [];

    /// <summary>
    /// People beside the heads who act only while one is away, one for each at most: who signs for the head
    /// (KT.) or by his order (TL.; Decree 30/2020/NĐ-CP, Article 13). With the heads at most
    /// <see cref="MostHeads"/>; nobody of them is ever away.
    /// </summary>
    public int Deputies { get; init; }

    /// <summary>How long somebody must have been away for a deputy to act, in working minutes of the post.</summary>
    public TickSpan DeputiesAfter { get; init; }
}

/// <summary>The attention rule: the order in which waiting papers are taken up.</summary>
public enum Attention : byte
{
    /// <summary>The most urgent first, among equals first come first served.</summary>
    UrgencyFirst = 0,

    /// <summary>First come first served.</summary>
    FirstCome = 1,

    /// <summary>The nearest due date first, papers without one last, among equals first come.</summary>
    DeadlineFirst = 2,

    /// <summary>Any one of those that wait, each with the same chance.</summary>
    Random = 3,

    /// <summary>The highest of priorities that are drawn: see <see cref="PriorityList"/>.</summary>
    PriorityList = 4,
}
