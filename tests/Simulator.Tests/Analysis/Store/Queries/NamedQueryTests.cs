using System.Text.RegularExpressions;
using Simulator.Analysis.Store;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Store.Queries;

public sealed partial class NamedQueryTests
{
    public static TheoryData<string> Queries => [.. NamedQuery.All.Select(query => query.Name)];

    public static TheoryData<string> Scenarios => ShippedRun.Names;

    [Fact]
    public void There_is_a_dozen_of_them_and_more() => Assert.InRange(NamedQuery.All.Count, 12, 40);

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_named_query_says_what_it_tells_and_takes_and_gives(string name)
    {
        var query = NamedQuery.All.Single(each => each.Name == name);
        Assert.Matches("^[A-Z].*\\.$", query.Tells);
        using var run = new AskedRun(ShippedRun.Base("mechanisms/reminders"));
        run.Ask(query.Sql, [], out var columns);
        Assert.Equal(columns, query.Columns.Select(column => column.Name));
        Assert.All(query.Columns.Concat(query.Parameters), term => Assert.NotEmpty(term.Is));
        var body = query.Sql[(query.Sql.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        Assert.Equal(
            query.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
            Parameter().Matches(body).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_named_query_answers_on_every_scenario_the_same_twice(string scenario)
    {
        using var run = new AskedRun(ShippedRun.Base(scenario));
        foreach (var query in NamedQuery.All)
        {
            var first = run.Named(query.Name);
            Assert.True(first.Count > 0 || MayBeEmpty(query.Name), $"{query.Name} tells nothing of {scenario}.");
            Assert.Equal(first, run.Named(query.Name));
        }
    }

    private static bool MayBeEmpty(string query) => query is "unreached" or "late-assignments" or "open-waits" or "time-used"
        or "reports-true-and-claimed" or "assignments-by-state";

    [GeneratedRegex("(?<![:'])(?::)([a-z_]+)")]
    private static partial Regex Parameter();
}
