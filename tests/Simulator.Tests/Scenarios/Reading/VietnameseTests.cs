using Simulator.Scenarios.Reading;

namespace Simulator.Tests.Scenarios.Reading;

public sealed class VietnameseTests
{
    [Theory]
    [InlineData("Uỷ ban nhân dân", "Uy\u0309 ban nha\u0302n da\u0302n")]
    [InlineData("Bắc Kạn", "Ba\u0306\u0301c Ka\u0323n")]
    [InlineData("Thượng Đình", "Thu\u031Bo\u031B\u0323ng Đi\u0300nh")]
    [InlineData("Ễ ữ ợ", "E\u0302\u0303 u\u031B\u0303 o\u031B\u0323")]
    public void Letters_with_marks_become_one_character(string composed, string decomposed) =>
        Assert.Equal(composed, Vietnamese.Compose(decomposed));

    [Theory]
    [InlineData("ệ", "e\u0323\u0302")]
    [InlineData("ệ", "e\u0302\u0323")]
    [InlineData("ấ", "a\u0301\u0302")]
    [InlineData("ự", "u\u0323\u031B")]
    [InlineData("ậ", "ạ\u0302")]
    [InlineData("ậ", "â\u0323")]
    public void Two_marks_may_come_in_either_order(string composed, string decomposed) =>
        Assert.Equal(composed, Vietnamese.Compose(decomposed));

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("đã xong")]
    [InlineData("\u0301 a mark without a letter")]
    [InlineData("n\u0303 of another language")]
    public void Anything_else_stays_as_it_is(string text) => Assert.Equal(text, Vietnamese.Compose(text));

    [Fact]
    public void All_132_letters_with_marks_have_a_place_in_the_table()
    {
        const string Marks = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031B";
        var letters = new HashSet<string>();
        foreach (char vowel in "aeiouyAEIOUY")
        {
            foreach (char first in Marks)
            {
                foreach (string marks in Marks.Select(second => $"{first}{second}").Append(first.ToString()))
                {
                    string composed = Vietnamese.Compose($"{vowel}{marks}");
                    if (composed.Length == 1)
                    {
                        letters.Add(composed);
                    }
                }
            }
        }

        // 12 vowels with 5 tones each, and 6 of them without tone, in two cases.
        Assert.Equal(2 * ((12 * 5) + 6), letters.Count);
    }
}
