using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Tests.Analysis.Exports.Otlp;

public sealed class SpanIdsTests
{
    [Fact]
    public void Exporting_twice_gives_the_same_ids_and_the_same_bytes()
    {
        using var first = new TracedRun("bac-kan-570");
        using var second = new TracedRun("bac-kan-570");
        Assert.Equal(first.Spans.Select(span => (span.Trace, span.Id)), second.Spans.Select(span => (span.Trace, span.Id)));
        Assert.Equal(Bytes(first), Bytes(second));
    }

    /// <summary>Whoever kept ids of an export finds them again: they are the hash of the run's digest and of what they are about.</summary>
    [Fact]
    public void Ids_are_what_they_were()
    {
        using var run = new TracedRun("bac-kan-570");
        var root = Assert.Single(run.Spans, span => span.Parent == 0);
        Assert.Equal("d02514d266a2fb42b6f47aec06a33600", root.Trace.ToString("x32", null));
        Assert.Equal("d9ce9bcda4a431f4", root.Id.ToString("x16", null));
    }

    [Theory]
    [InlineData("vertical-lines")]
    [InlineData("mechanisms/conflicting-orders")]
    public void No_two_spans_of_a_run_have_the_same_id(string name)
    {
        using var run = new TracedRun(name);
        Assert.Equal(run.Spans.Count, run.Spans.Select(span => span.Id).Distinct().Count());
    }

    [Fact]
    public void Another_run_of_the_same_directive_has_other_ids()
    {
        var (one, other) = (new SpanIds("0011"), new SpanIds("0012"));
        Assert.NotEqual(one.Trace("telegram"), other.Trace("telegram"));
        Assert.NotEqual(one.Handling("telegram", "province", 0), other.Handling("telegram", "province", 0));
        Assert.NotEqual(one.Step("province", 1), one.Waiting("province", 1));
    }

    private static string Bytes(TracedRun run)
    {
        var batch = new SpanBatch(run.Clock, [], int.MaxValue);
        Assert.All(run.Spans, span => Assert.True(batch.TryAdd(span)));
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(batch.Take()));
    }
}
