using System.Globalization;
using Simulator.Analysis.Measures.Delays;

namespace Simulator.Cli.Words;

/// <summary>Times, and how bodies are put together, in the two languages of the tool.</summary>
internal sealed class DelayWords(Language language)
{
    /// <summary>Such as <c>reach</c>.</summary>
    internal string To(TimeTo to) => to switch
    {
        TimeTo.Reach => language.In("reach", "đến nơi"),
        TimeTo.Register => language.In("register", "đăng ký"),
        TimeTo.Relay => language.In("relay", "chuyển tiếp"),
        TimeTo.Comply => language.In("comply", "hoàn thành"),
        _ => language.In("report", "báo cáo"),
    };

    /// <summary>Such as <c>level</c>.</summary>
    internal string By(Grouping by) => by switch
    {
        Grouping.Level => language.In("level", "cấp"),
        Grouping.Kind => language.In("kind", "loại"),
        Grouping.Line => language.In("line", "ngành dọc"),
        _ => language.In("place", "địa bàn"),
    };

    /// <summary>Minutes in a narrow column: <c>45 m</c>, <c>5 h 05 m</c>, <c>2 d 3 h</c>; a dash: not in this run.</summary>
    internal static string Short(double? minutes)
    {
        if (minutes is not { } known)
        {
            return "-";
        }

        var whole = (int)Math.Round(known);
        var hours = (int)Math.Round(known / 60);
        return whole < 60 ? $"{whole} m"
            : whole < 1440 ? $"{whole / 60} h {whole % 60:00} m"
            : $"{hours / 24} d {hours % 24} h";
    }

    /// <summary>Minutes in hours of an office: <c>45 wm</c>, <c>26.5 wh</c>; a dash: not in this run.</summary>
    internal static string Working(double? minutes) => minutes is not { } known ? "-"
        : known < 60 ? $"{Math.Round(known).ToString(CultureInfo.InvariantCulture)} wm"
        : $"{Lengths.Hours(known / 60)} wh";
}
