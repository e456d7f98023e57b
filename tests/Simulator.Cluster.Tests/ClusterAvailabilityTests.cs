namespace Simulator.Cluster.Tests;

public sealed class ClusterAvailabilityTests
{
    [Fact]
    public void A_program_has_either_a_cluster_with_its_version_or_a_reason_why_not()
    {
        Assert.Equal(ClusterAvailability.IsHere, ClusterAvailability.Version.Length > 0);
        Assert.Equal(ClusterAvailability.IsHere, ClusterAvailability.Reason.Length == 0);
    }

    [Fact]
    public void The_reason_is_one_sentence_that_names_Orleans()
    {
        Assert.SkipWhen(ClusterAvailability.IsHere, "Orleans is here.");
        Assert.StartsWith("Orleans ", ClusterAvailability.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', ClusterAvailability.Reason);
    }

    [Fact]
    public void Opening_a_cluster_that_is_not_here_gives_the_reason()
    {
        Assert.SkipWhen(ClusterAvailability.IsHere, "Orleans is here.");
        var refused = Assert.Throws<InvalidOperationException>(ClusterAvailability.Open);
        Assert.Equal(ClusterAvailability.Reason, refused.Message);
    }

    [OnClusterFact]
    public void A_cluster_that_is_here_can_be_opened() => Assert.NotNull(ClusterAvailability.Open());
}
