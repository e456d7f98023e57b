using Simulator.Analysis.Hindcast;
using Simulator.Cli.Words;

namespace Simulator.Cli.Views;

/// <summary>What replications predict for a known paper, in words.</summary>
internal static class HindcastLines
{
    /// <summary>The real date, or the bounds of it.</summary>
    internal static string Real(PaperPrediction prediction) => prediction.IsExact
        ? prediction.Paper.Earliest.Date.ToString()
        : $"{prediction.Paper.Earliest.Date} .. {prediction.Paper.Latest.Date}";

    /// <summary>Whether it lies where the replications do.</summary>
    internal static string Verdict(PaperPrediction prediction, bool isOfBase, Language language)
    {
        var (place, never) = (Place(prediction, isOfBase, language), prediction.Replications - prediction.Happened);
        return never == 0 ? place : (place.Length > 0 ? place + ", " : "") + language.In(
            $"{(place.Length > 0 ? "and " : "")}in {never} runs not at all", $"{never} lần chưa xảy ra");
    }

    private static string Place(PaperPrediction prediction, bool isOfBase, Language language) =>
        prediction.Happened == 0 ? language.In("never happened", "không xảy ra")
        : !isOfBase ? ""
        : prediction.IsInside ? language.In("inside", "trong khoảng")
        : prediction.IsExact ? language.In("outside the band", "ngoài khoảng")
        : language.In("contradicts the bounds", "trái với giới hạn");
}
