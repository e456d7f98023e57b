using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Time;

namespace Simulator.Tests.Laws;

/// <summary>
/// When a hierarchy without chance and without queues must be done: the longest path through steps,
/// channels and subtrees, by recursion over the model as declared, minute by minute where offices close.
/// </summary>
internal sealed class CriticalPath(Model model)
{
    private readonly Dictionary<string, MinuteByMinute> _hours = model.Calendars.ToDictionary(
        calendar => calendar.Key, calendar => new MinuteByMinute(new(calendar.Value, model.Axis, [])));

    /// <summary>The tick at which the issuer of a directive has all reports.</summary>
    public int EndOf(Directive directive)
    {
        var issuer = model.Bodies.Single(body => body.Id == directive.From);
        return AllReported(directive, issuer, directive.Issued.Value);
    }

    private int AllReported(Directive directive, Body body, int issued) => model.Bodies
        .Where(below => below.Under.Any(under => under.Superior == body.Id))
        .Select(below => After(body, Post.Clerk, Step.RegisterReport, ReportOf(directive, below, Sent(body, issued))))
        .Append(issued)
        .Max();

    private int ReportOf(Directive directive, Body body, int arrived)
    {
        var registered = After(body, Post.Clerk, Step.Register, arrived);
        var handled = After(body, Post.Leadership, Step.Assign, registered);
        var done = directive.Assignments
            .Select(assignment => CarriedOut(body, assignment, handled))
            .Append(handled)
            .Max();
        var below = model.Bodies.Count(other => other.Under.Any(under => under.Superior == body.Id));
        if (below > 0)
        {
            var drafted = After(body, Post.Staff, Step.Draft, handled);
            var signed = After(body, Post.Leadership, Step.Sign, drafted);
            var issued = After(body, Post.Clerk, Step.Issue, signed, below);
            done = Math.Max(done, AllReported(directive, body, issued));
        }

        var compiled = After(body, Post.Staff, Step.Compile, done);
        var approved = After(body, Post.Leadership, Step.SignReport, compiled);
        return Sent(body, After(body, Post.Clerk, Step.IssueReport, approved), isReport: true);
    }

    private int CarriedOut(Body body, Assignment assignment, int from) =>
        KindOf(body).Steps.SingleOrDefault(rule => rule.Step == Step.CarryOut) is { } step
            ? Worked(body, step.By, from, (int)assignment.Takes.Mean)
            : from;

    private int After(Body body, Post post, Step step, int from, int addressees = 0)
    {
        var rule = KindOf(body).Steps.SingleOrDefault(rule => rule.Step == step);
        return rule is null
            ? from
            : Worked(body, post, from, (int)(rule.Takes[0].Mean + (rule.PerAddressee * addressees)));
    }

    private int Worked(Body body, Post? post, int from, int minutes)
    {
        var calendar = post switch
        {
            Post.Clerk => KindOf(body).Clerk.Calendar,
            Post.Leadership => KindOf(body).Leadership.Calendar,
            Post.Staff => KindOf(body).Staff.Calendar,
            _ => null,
        };
        return calendar is null
            ? from + minutes
            : _hours[calendar].AddWorking(_hours[calendar].NextOpen(from), minutes);
    }

    private int Sent(Body body, int from, bool isReport = false)
    {
        var channel = model.Channels.Single(channel => channel.Id == (body.Channel ?? KindOf(body).Channel));
        var delay = isReport && channel.ReportDelay is { } own ? own : channel.Delay;
        return from + Math.Max(1, (int)delay.Mean);
    }

    private BodyKind KindOf(Body body) => model.Kinds.Single(kind => kind.Id == body.Kind);
}
