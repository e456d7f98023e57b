using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Interventions;

/// <summary>One thing that an intervention does.</summary>
public abstract record Act;

/// <summary>More or fewer people in a post. At least one stays.</summary>
/// <param name="Bodies">In which bodies.</param>
/// <param name="Post">In which post.</param>
/// <param name="By">How many more, or fewer.</param>
public sealed record StaffAct(IReadOnlyList<Selector> Bodies, Post Post, int By) : Act;

/// <summary>
/// People who are there take nothing up any more until they are back. What they have in hand they finish first.
/// </summary>
/// <param name="Bodies">In which bodies.</param>
/// <param name="Post">In which post.</param>
/// <param name="People">How many, those with the highest numbers; all of them, if there are not so many.</param>
public sealed record AbsenceAct(IReadOnlyList<Selector> Bodies, Post Post, int People) : Act;

/// <summary>Offices are shut, whatever their hours say, for papers of any urgency.</summary>
/// <param name="Bodies">Which.</param>
public sealed record ClosingAct(IReadOnlyList<Selector> Bodies) : Act;

/// <summary>A channel takes nothing.</summary>
/// <param name="Channel">Id of the channel.</param>
/// <param name="Loses">Whether what is sent meanwhile is lost; else it leaves when the channel is there again.</param>
public sealed record OutageAct(string Channel, bool Loses) : Act;

/// <summary>Days on which calendars are closed.</summary>
/// <param name="Calendars">Names of the calendars; empty: those by which any post works, piercing ones left out.</param>
/// <param name="First">The first day; <c>null</c>: the day after the intervention begins.</param>
/// <param name="Days">How many days.</param>
public sealed record HolidayAct(IReadOnlyList<string> Calendars, CivilDate? First, int Days) : Act;

/// <summary>A value of the scenario is another from now on, by its path over the scenario's keys.</summary>
/// <param name="Path">The path, such as <c>kinds.ward-committee.steps.draft.takes</c>.</param>
/// <param name="Value">The value or the change, as scenarios write it.</param>
public sealed record SettingAct(string Path, string Value) : Act;

/// <summary>A directive is issued, which is issued by nothing else.</summary>
/// <param name="Directive">Its id.</param>
public sealed record DirectiveAct(string Directive) : Act;

/// <summary>Superiors urge those who have not reported, at once and whatever their rule of following up.</summary>
/// <param name="Bodies">The superiors.</param>
/// <param name="Directive">Id of the directive; <c>null</c>: all that they have issued or relayed.</param>
public sealed record ReminderAct(IReadOnlyList<Selector> Bodies, string? Directive) : Act;

/// <summary>Bodies are inspected by those whose papers they have, whose staff goes there.</summary>
/// <param name="Bodies">The inspected.</param>
/// <param name="Directive">Id of the directive; <c>null</c>: any.</param>
/// <param name="Sanctions">Whether a sanction follows where something is found ignored.</param>
public sealed record InspectionAct(IReadOnlyList<Selector> Bodies, string? Directive, bool Sanctions) : Act;

/// <summary>The organisation is another from now on.</summary>
/// <param name="Change">What changes.</param>
/// <param name="HandOver">
/// How long the papers of dissolved bodies are under way to whoever takes them over, elapsed; at least a minute.
/// </param>
public sealed record RestructuringAct(Restructuring Change, TickSpan HandOver) : Act;
