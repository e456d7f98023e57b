using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>What is one number in every run of a sweep.</summary>
/// <param name="subject">The sweep.</param>
internal sealed class ConstantsSection(SweepSubject subject)
{
    internal Section? Make()
    {
        var (language, constants) = (subject.Language, subject.Constants.ToList());
        return constants.Count == 0 ? null : new Section(
            "constants", language.In("The same in every run", "Giống nhau trong mọi lần chạy"),
            [
                new DataTable(
                    language.In("Outcomes without a difference", "Kết quả không khác nhau"),
                    [new Column(language.In("outcome", "kết quả")), Column.Number(language.In("value", "giá trị"))],
                    [
                        .. constants.Select(each => (IReadOnlyList<string>)
                        [
                            each.Outcome.Name, language.Figure(Figures.Text(each.Outcome, each.Answers[0].Mean.Value)),
                        ]),
                    ]),
            ]);
    }
}
