using Simulator.Analysis.Measures;
using Simulator.Analysis.Paths;
using Simulator.Analysis.Waits;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>A directive as a planner would tell it: what was issued, how far it came, who was last and why, what is open.</summary>
internal sealed class SummarySection(RunSubject subject)
{
    private const int MostCauses = 3;

    private Language Language => subject.Language;

    private Scene Scene => subject.Scene;

    private DirectiveMeasures Measures => subject.Measures;

    internal Section Make() => new(
        $"{subject.Prefix}summary", Language.In("In short", "Tóm tắt"),
        [
            new KeyFigures([.. Figures()]),
            new Sentences(Issued(), Reach()),
            new Sentences(LastAndWhy()),
            new Sentences(Waited()),
            new Sentences([.. Open()]),
            new Sentences([.. Known(), .. Goals()]),
        ]);

    private IEnumerable<KeyFigure> Figures()
    {
        var of = Language.In($"of {Language.Count(Measures.Addressed)}", $"trên {Language.Count(Measures.Addressed)}");
        yield return new KeyFigure(Language.In("reached", "đã đến"), Share(Measures.Reached), $"{Language.Count(Measures.Reached)} {of}");
        yield return new KeyFigure(
            Language.In("registered", "đã đăng ký"), Share(Measures.Registered), $"{Language.Count(Measures.Registered)} {of}");
        yield return new KeyFigure(
            Language.In("complied", "hoàn thành"), Share(Measures.Complied), $"{Language.Count(Measures.Complied)} {of}");
        if (subject.Path is { } path)
        {
            yield return new KeyFigure(
                Language.In("the last after", "nơi cuối cùng sau"), Short(path.Makespan), Scene.Moment(path.End));
        }
    }

    private string Share(int count) => Language.Share(count, Measures.Addressed);

    private string Short(int minutes) => minutes >= 1440
        ? (minutes / 1440.0).ToString("0.0", Numbers.Of(Language)) + Language.In(" days", " ngày")
        : Language.Length(minutes);

    private string Issued()
    {
        var levels = subject.Directive.Reach.GroupBy(body => subject.Model.FactsOf(body).Level).OrderBy(level => level.Key)
            .Select(level => $"{subject.LevelOf(level.First())} {Language.Count(level.Count())}").ToList();
        var (issuer, at) = (Scene.NameOf(Scene.Trace.IssuerOf(subject.Root)), Scene.Moment(subject.Directive.Issued));
        var (bodies, mark) = (Language.Count(Measures.Addressed), subject.Words.Mark(subject.Directive.Source.Urgency));
        return Language.In(
            $"{issuer} issued it on {at}, {mark}, to {bodies} bodies ({string.Join(", ", levels)}).",
            $"{issuer} ban hành lúc {at}, {mark}, gửi {bodies} cơ quan ({string.Join(", ", levels)}).");
    }

    private string Reach()
    {
        var (reached, registered) = (Language.Count(Measures.Reached), Language.Count(Measures.Registered));
        var (complied, end) = ($"{Language.Count(Measures.Complied)} ({Share(Measures.Complied)})", Scene.Moment(Scene.At));
        return Language.In(
            $"By {end}, when the run ends, it had reached {reached} of them; {registered} had registered it and {complied} had complied.",
            $"Đến {end}, khi lần chạy kết thúc, văn bản đã đến {reached} cơ quan; {registered} cơ quan đã đăng ký và {complied} "
                + "cơ quan đã hoàn thành.");
    }

    private string[] LastAndWhy() => subject.Path is not { } path
        ? [Language.In("Nobody has complied in this run.", "Trong lần chạy này chưa cơ quan nào hoàn thành.")]
        : [.. PathOf(path).All()];

    /// <summary>The sentences of the view of the critical path.</summary>
    private PathSentences PathOf(CriticalPath path) => new(
        Scene, PathEnd.Complied, path, subject.Others,
        subject.Others is null ? new Dictionary<int, SiblingRank>() : SiblingRank.Read(Scene.Trace, subject.Root, PathEnd.Complied));

    private string[] Waited()
    {
        var sum = WaitTable.Together(subject.Waits.Bodies);
        var (waited, most) = (sum.Elapsed - sum[WaitReason.Work], sum.Parts.Where(part => part.Reason != WaitReason.Work)
            .OrderByDescending(part => part.Minutes).FirstOrDefault());
        string[] all = [.. new WaitSentences(Scene).All(subject.Waits.Bodies, [], otherwise: 0).Take(2)];
        return most.Minutes == 0 ? all :
        [
            Language.In(
                $"What it waited for most, over all bodies: {Language.Wait(most.Reason)}, {Part(most.Minutes, waited)} of all waiting.",
                $"Chờ nhiều nhất, tính chung mọi cơ quan: {Language.Wait(most.Reason)}, {Part(most.Minutes, waited)} toàn "
                    + $"bộ thời gian chờ."),
            .. all,
        ];
    }

    private string Part(long minutes, long whole) => Language.Percent((double)minutes / whole);

    private IEnumerable<string> Open()
    {
        var left = subject.Directive.Reach
            .Select(body => subject.Progress.GetValueOrDefault(body)?.State ?? ProgressState.NotReached)
            .Where(state => state != ProgressState.Complied).CountBy(state => state)
            .OrderByDescending(state => state.Value).ThenBy(state => state.Key)
            .Select(state => $"{Language.State(state.Key)} {Language.Count(state.Value)}").ToList();
        var open = Language.Count(Measures.Addressed - Measures.Complied);
        yield return left.Count == 0
            ? Language.In("Nothing is open: every body has complied.", "Không còn việc tồn đọng: mọi cơ quan đã hoàn thành.")
            : Language.In(
                $"{open} have not complied: {string.Join(", ", left)}.", $"{open} cơ quan chưa hoàn thành: {string.Join(", ", left)}.");
        if (subject.HoldUps.Count > 0)
        {
            var known = StallsSection.Causes(subject).ToList();
            List<string> causes = [.. known.Take(MostCauses).Select(cause => $"{cause.Name} ({Language.Count(cause.Count)})")];
            if (known.Skip(MostCauses).Sum(cause => cause.Count) is > 0 and var others)
            {
                causes.Add(Language.In($"other ({Language.Count(others)})", $"khác ({Language.Count(others)})"));
            }

            var places = Language.Count(subject.HoldUps.Count);
            yield return Language.In(
                $"It does not go on at {places} {(subject.HoldUps.Count == 1 ? "place" : "places")}: {string.Join("; ", causes)}.",
                $"Có {places} nơi chưa đi tiếp: {string.Join("; ", causes)}.");
        }
    }

    private IEnumerable<string> Known()
    {
        var (told, truly) = (Language.Count(Measures.ReportedComplied), Language.Count(Measures.Complied));
        yield return Measures.ReportedComplied == Measures.Complied
            ? Language.In(
                $"The issuer has been told of {told} that complied, and so many did.",
                $"Theo báo cáo về nơi ban hành, {told} cơ quan đã hoàn thành, đúng với thực tế.")
            : Language.In(
                $"The issuer has been told of {told} that complied; in truth it is {truly}.",
                $"Theo báo cáo về nơi ban hành, {told} cơ quan đã hoàn thành; thực tế là {truly}.");
        if (Measures.RemindersSent + Measures.Inspected > 0)
        {
            var (reminders, inspections) = (Language.Count(Measures.RemindersSent), Language.Count(Measures.Inspected));
            yield return Language.In(
                $"It was followed up with {reminders} reminders and {inspections} inspections, "
                    + $"which got {Language.Count(Measures.Resumed)} pieces of work going.",
                $"Đã đôn đốc {reminders} lần, kiểm tra {inspections} lần, nhờ đó {Language.Count(Measures.Resumed)} việc được tiếp tục.");
        }
    }

    private IEnumerable<string> Goals()
    {
        var goals = GoalsSection.Asked(subject).ToList();
        if (goals.Count == 0)
        {
            yield break;
        }

        var met = goals.Count(goal => goal.IsMet);
        yield return met == goals.Count
            ? Language.In(
                goals.Count == 1 ? "Its goal is met." : $"All {goals.Count} goals are met.", $"Đạt cả {goals.Count} mục tiêu.")
            : Language.In(
                $"{met} of {goals.Count} goals are met; not met: ", $"Đạt {met} trên {goals.Count} mục tiêu; chưa đạt: ")
                + string.Join("; ", goals.Where(goal => !goal.IsMet).Select(goal => goal.Goal.Text)) + ".";
    }
}
