namespace Simulator.Kernel.Office;

/// <summary>The posts that every office has, one of each <see cref="Post"/>.</summary>
internal static class OfficePosts
{
    /// <summary>How many there are.</summary>
    internal const int Count = (int)Post.Staff + 1;
}
