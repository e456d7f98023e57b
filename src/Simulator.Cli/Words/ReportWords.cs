using Simulator.Analysis.Measures;
using Simulator.Kernel.Documents;

namespace Simulator.Cli.Words;

/// <summary>Words of reports that no view has, in the two languages of the tool.</summary>
internal sealed class ReportWords(Language language)
{
    /// <summary>A level of the libraries in the language; any other as the scenario calls it.</summary>
    internal string Level(string level) => level switch
    {
        "centre" => language.In(level, "trung ương"),
        "province" => language.In(level, "cấp tỉnh"),
        "district" => language.In(level, "cấp huyện"),
        "commune" => language.In(level, "cấp xã"),
        "village" => language.In(level, "thôn, tổ dân phố"),
        _ => level,
    };

    /// <summary>The mark of a paper.</summary>
    internal string Mark(Urgency urgency) => urgency switch
    {
        Urgency.Urgent => language.In("marked urgent", "độ khẩn: khẩn"),
        Urgency.VeryUrgent => language.In("marked very urgent", "độ khẩn: thượng khẩn"),
        Urgency.Express => language.In("marked express", "độ khẩn: hỏa tốc"),
        Urgency.TimedExpress => language.In("marked timed express", "độ khẩn: hỏa tốc hẹn giờ"),
        _ => language.In("without a mark of urgency", "không đóng dấu khẩn"),
    };

    /// <summary>The sign of a state, so that it is not told by colour alone.</summary>
    internal static string Sign(ProgressState state) => state switch
    {
        ProgressState.NotReached => "×",
        ProgressState.Arrived => "◌",
        ProgressState.Registered => "○",
        ProgressState.InProcess => "◔",
        ProgressState.Stalled => "■",
        ProgressState.EndedInPart => "◑",
        ProgressState.Withdrawn => "◇",
        _ => "●",
    };

    /// <summary>The name of the colour of a state in the page.</summary>
    internal static string Colour(ProgressState state) => state switch
    {
        ProgressState.NotReached => "not-reached",
        ProgressState.Arrived => "arrived",
        ProgressState.Registered => "registered",
        ProgressState.InProcess => "in-process",
        ProgressState.Stalled => "stalled",
        ProgressState.EndedInPart => "ended-in-part",
        ProgressState.Withdrawn => "withdrawn",
        _ => "complied",
    };

    /// <summary>The states, those first that have come farthest.</summary>
    internal static IReadOnlyList<ProgressState> States { get; } =
    [
        ProgressState.Complied, ProgressState.EndedInPart, ProgressState.InProcess, ProgressState.Registered, ProgressState.Arrived,
        ProgressState.Stalled, ProgressState.Withdrawn, ProgressState.NotReached,
    ];

    /// <summary>Words with commas between, and the last with an and.</summary>
    internal string Listed(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.SkipLast(1))} {language.In("and", "và")} {words[^1]}";
}
