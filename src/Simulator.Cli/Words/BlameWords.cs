using Simulator.Analysis.Blame;
using Simulator.Analysis.Measures;
using Simulator.Cli.Views;
using Simulator.Kernel.Organisation;

namespace Simulator.Cli.Words;

/// <summary>What is removed from a run, and where, in the two languages of the tool.</summary>
internal sealed class BlameWords(Scene scene)
{
    private Language Language => scene.Language;

    /// <summary>Such as <c>waiting for the leadership</c>.</summary>
    internal string What(Removal removal) => removal.What switch
    {
        Hindrance.People when removal.Post is { } post =>
            Language.In($"waiting for the {Language.Post(post)}", $"chờ {Language.Post(post)}"),
        Hindrance.People => Language.In("waiting for people", "chờ người xử lý"),
        Hindrance.ClosedHours => Language.In("closed hours", "ngoài giờ làm việc"),
        Hindrance.Absence => Language.In("absence", "người đi vắng"),
        Hindrance.OtherPapers => Language.In("other papers of the day", "văn bản khác trong ngày"),
        Hindrance.HoursOfSteps => Language.In("waiting for hours of steps", "chờ đến giờ xử lý"),
        _ => Language.In("travel", "thời gian chuyển"),
    };

    /// <summary>Where, such as the name of the body.</summary>
    internal string Where(Removal removal) => removal.Extent switch
    {
        Extent.Body => scene.NameOf(removal.Bodies[0]),
        Extent.Channel => Language.In($"by {removal.Name}", $"qua {removal.Name}"),
        Extent.Level => Language.In($"level {removal.Name}", $"cấp {removal.Name}") + $" ({removal.Bodies.Count:N0})",
        Extent.Kind => Language.In($"kind {removal.Name}", $"loại {removal.Name}") + $" ({removal.Bodies.Count:N0})",
        Extent.Part => Language.In(
            $"{removal.Bodies.Count:N0} of kind {removal.Name}", $"{removal.Bodies.Count:N0} cơ quan loại {removal.Name}"),
        _ => Language.In("everywhere", "mọi nơi"),
    };

    /// <summary>Both, as the beginning of a sentence.</summary>
    internal string Without(Removal removal) => removal.Extent switch
    {
        Extent.Body or Extent.Part => Language.In(
            $"Without {What(removal)} at {Where(removal)}", $"Nếu không có việc {What(removal)} ở {Where(removal)}"),
        _ => Language.In($"Without {What(removal)}, {Where(removal)}", $"Nếu không có việc {What(removal)}, {Where(removal)}"),
    };

    /// <summary>What bodies do at a milestone, such as <c>complied</c>.</summary>
    internal string Done(Milestone milestone) => milestone switch
    {
        Milestone.Registered => Language.In("registered", "đăng ký"),
        Milestone.Reported => Language.In("reported", "báo cáo"),
        _ => Language.In("complied", "hoàn thành"),
    };

    /// <summary>Why bodies never came to a milestone, those reasons first that most have.</summary>
    internal string Never(Milestone by, IReadOnlyList<NeverThere> never, bool isRest)
    {
        var reasons = string.Join(", ", never.GroupBy(Why).OrderByDescending(reason => reason.Count())
            .ThenBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => $"{reason.Key} ({reason.Count():N0})"));
        return Language.In(
            $"{(isRest ? "the other " : "")}{(isRest && never.Count == 1 ? "one" : $"{never.Count:N0}")} never {Done(by)}: {reasons}",
            $"{never.Count:N0} cơ quan {(isRest ? "còn lại " : "")}không {Done(by)}: {reasons}");
    }

    private string Why(NeverThere never) => never.Reason switch
    {
        NeverReason.NotReached => Language.In("not reached", "văn bản chưa đến"),
        NeverReason.Withdrawn => Language.In("superseded or recalled", "bị thay thế hoặc thu hồi"),
        NeverReason.DoneInPart => Language.In("done in part", "chỉ thực hiện một phần"),
        NeverReason.HeldUp when never.HoldUp is { Cause: HoldUpCause.AtStep or HoldUpCause.OffHours } held => Language.In(
            $"still at '{Language.Step(held.Step)}' at the end", $"đến cuối vẫn ở bước '{Language.Step(held.Step)}'"),
        NeverReason.HeldUp => Language.Cause(never.HoldUp!),
        _ => Language.In("for another reason", "lý do khác"),
    };

    /// <summary>Minutes by which something is earlier; later ones with a minus.</summary>
    internal string Earlier(int? minutes) => minutes switch
    {
        null => Language.In("never", "không đạt"),
        < 0 => "-" + Lengths.Of(-minutes.Value),
        _ => Lengths.Of(minutes.Value),
    };
}
