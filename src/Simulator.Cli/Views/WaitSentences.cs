using Simulator.Analysis.Waits;
using Simulator.Cli.Words;

namespace Simulator.Cli.Views;

/// <summary>What there is to say of waits, in sentences.</summary>
internal sealed class WaitSentences(Scene scene)
{
    private const int MostSaid = 3;

    private Language Language => scene.Language;

    /// <summary>All that can be said.</summary>
    /// <param name="bodies">Waits of bodies.</param>
    /// <param name="documents">Waits of documents.</param>
    /// <param name="otherwise">How many bodies wait for nothing and have not complied.</param>
    internal IReadOnlyList<string> All(IReadOnlyList<Wait> bodies, IReadOnlyList<Wait> documents, int otherwise)
    {
        var said = new List<string>();
        var complied = bodies.Where(wait => wait.Open is null).ToList();
        if (complied.Count > 0)
        {
            var sum = WaitTable.Together(complied);
            said.Add(Language.In(
                $"From the arrival of the paper to compliance it took {Mean(sum.Elapsed, complied.Count)} on average: {Most(sum)}.",
                $"Từ khi văn bản đến đến khi hoàn thành bình quân {Mean(sum.Elapsed, complied.Count)}: {Most(sum)}."));
            var longest = complied.SelectMany(wait => wait.Sum.Parts.Where(part => part.Reason != WaitReason.Work)
                .Select(part => (wait.Body, part.Reason, part.Minutes))).OrderByDescending(each => each.Minutes).FirstOrDefault();
            if (longest.Minutes > 0)
            {
                said.Add(Language.In(
                    $"The longest that any lost by one reason, {Mean(longest.Minutes, 1)}, is {scene.NameOf(longest.Body)}'s: "
                    + $"{Language.Wait(longest.Reason)}.",
                    $"Mất lâu nhất vì một lý do là {scene.NameOf(longest.Body)}, {Mean(longest.Minutes, 1)}: "
                    + $"{Language.Wait(longest.Reason)}."));
            }
        }

        var open = bodies.Where(wait => wait.Open is not null).ToList();
        if (open.Count > 0)
        {
            var sum = WaitTable.Together(open);
            var mean = Mean(sum.Elapsed, open.Count);
            said.Add(Language.In(
                $"{Language.Count(open.Count)} had not complied by then, and had had the paper for {mean} on average: {Most(sum)}.",
                $"{Language.Count(open.Count)} cơ quan đến lúc đó chưa hoàn thành, đã nhận văn bản bình quân {mean}: {Most(sum)}."));
        }

        if (otherwise > 0)
        {
            said.Add(Language.In(
                $"{Language.Count(otherwise)} more wait for nothing: it was done in part or otherwise, not approved, left "
                    + $"out or withdrawn.",
                $"{Language.Count(otherwise)} cơ quan khác không chờ gì nữa: làm một phần, làm khác, không được chấp "
                    + $"thuận, bị bỏ sót hoặc thu hồi."));
        }

        var registered = documents.Where(wait => wait.Open is null).ToList();
        if (registered.Count > 0)
        {
            var sum = WaitTable.Together(registered);
            said.Add(Language.In(
                $"A document took {Mean(sum.Elapsed, registered.Count)} from the decision to its registration: {Most(sum)}.",
                $"Một văn bản mất {Mean(sum.Elapsed, registered.Count)} từ khi quyết định đến khi đăng ký: {Most(sum)}."));
        }

        return said;
    }

    private string Most(WaitSum sum) => string.Join(", ", sum.Parts.OrderByDescending(part => part.Minutes).Take(MostSaid)
        .Select(part => $"{Percent(part.Minutes, sum)} {Language.Wait(part.Reason)}"));

    private string Percent(long minutes, WaitSum whole) =>
        whole.Elapsed == 0 ? "" : Language.Percent((double)minutes / whole.Elapsed);

    private string Mean(long minutes, int count) => minutes == 0 ? "-" : Language.Length(MeanOf(minutes, count));

    /// <summary>Minutes of each on average, to the nearest minute.</summary>
    internal static int MeanOf(long minutes, int count) => (int)(((minutes * 2) + count) / (2L * count));
}
