using System.Globalization;
using OpenTelemetry.Trace;

namespace Simulator.Cluster.Telemetry;

/// <summary>
/// Records all activities of our own and a share of the calls between grains, of which a run makes millions.
/// All calls of a run belong to one trace, so that a share of the traces would be all or nothing: a call made
/// directly from an activity of ours is drawn by itself, and what such a call causes goes with it. The trace
/// state carries the mark by which an activity of ours is known as a parent.
/// </summary>
internal sealed class CallSampler : Sampler
{
    private const double DefaultShare = 0.01;
    private const string FromOurs = "simulator=run";
    private const string FromCall = "simulator=call";

    private readonly double share;
    private readonly Func<double> draw;
    private readonly Sampler others;

    private CallSampler(double share, Sampler others, Func<double>? draw)
    {
        this.share = share;
        this.others = others;
        this.draw = draw ?? Random.Shared.NextDouble;
    }

    /// <summary>
    /// By OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG; as the specification asks, an unknown sampler
    /// counts as none named, and a share that is none as all.
    /// </summary>
    /// <param name="name">The sampler, null: parentbased_traceidratio with one call in a hundred.</param>
    /// <param name="share">Of calls that are recorded, 0 to 1.</param>
    /// <param name="draw">From 0 to 1, exclusive; null: at random.</param>
    public static CallSampler By(string? name, string? share, Func<double>? draw = null)
    {
        var part = double.TryParse(share, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1
            ? value
            : 1;
        return name?.Trim() switch
        {
            "always_on" => new CallSampler(1, new AlwaysOnSampler(), draw),
            "always_off" => new CallSampler(0, new AlwaysOffSampler(), draw),
            "traceidratio" => new CallSampler(part, new TraceIdRatioBasedSampler(part), draw),
            "parentbased_always_on" => ByParent(1, draw),
            "parentbased_always_off" => ByParent(0, draw),
            "parentbased_traceidratio" => ByParent(part, draw),
            _ => ByParent(DefaultShare, draw),
        };
    }

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        if (samplingParameters.Name.StartsWith(ClusterTelemetry.ActivityPrefix, StringComparison.Ordinal))
        {
            return new SamplingResult(SamplingDecision.RecordAndSample, FromOurs);
        }

        if (samplingParameters.ParentContext.TraceState == FromOurs)
        {
            return draw() < share
                ? new SamplingResult(SamplingDecision.RecordAndSample, FromCall)
                : new SamplingResult(SamplingDecision.Drop);
        }

        return others.ShouldSample(samplingParameters);
    }

    private static CallSampler ByParent(double share, Func<double>? draw) =>
        new(share, new ParentBasedSampler(new TraceIdRatioBasedSampler(share)), draw);
}
