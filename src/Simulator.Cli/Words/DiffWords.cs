using Simulator.Analysis.Paths;

namespace Simulator.Cli.Words;

/// <summary>Moments and stages of two courses of a directive, in the two languages of the tool.</summary>
internal sealed class DiffWords(Language language)
{
    internal string Moment(CourseMoment moment) => moment switch
    {
        CourseMoment.Arrived => language.In("arrived", "đến"),
        CourseMoment.Registered => language.In("registered", "đăng ký"),
        CourseMoment.Relayed => language.In("relayed", "chuyển tiếp"),
        CourseMoment.Complied => language.In("complied", "hoàn thành"),
        _ => language.In("reported", "báo cáo"),
    };

    internal string Stage(OriginStage stage) => stage switch
    {
        OriginStage.Travel => language.In("on the way to it", "trên đường đến"),
        OriginStage.Relay => language.In("until its relay", "đến khi chuyển tiếp"),
        _ => language.In("until it complied", "đến khi hoàn thành"),
    };

    internal string Where(OriginStage stage, string name) => stage == OriginStage.Travel
        ? language.In($"on the way to {name}", $"trên đường đến {name}")
        : language.In($"at {name}", $"ở {name}");

    /// <summary>By how much later a moment came in the second; whether it came in one of the two alone.</summary>
    internal string Difference(BodyDifference body, CourseMoment moment) =>
        body.At(moment) is { } minutes ? Signed(minutes)
        : body.First.At(moment) is not null ? language.In("A alone", "chỉ A")
        : body.Second.At(moment) is not null ? language.In("B alone", "chỉ B")
        : "";

    /// <summary>Minutes with their sign.</summary>
    internal static string Signed(int minutes) =>
        minutes == 0 ? "0" : (minutes > 0 ? "+" : "−") + Lengths.Of(Math.Abs(minutes));
}
