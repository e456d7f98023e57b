using System.Text.RegularExpressions;

namespace Simulator.Cluster.Tests.Conventions;

/// <summary>
/// What crosses goes by a name of its own with a version, so that it can be renamed here and told apart from
/// what it was.
/// </summary>
internal static partial class AliasRules
{
    /// <summary>What is wrong with the aliases of types, one sentence each.</summary>
    public static IEnumerable<string> Broken(IEnumerable<(string Name, string? Alias)> types)
    {
        types = types.ToArray();
        return types
            .Where(type => !Versioned().IsMatch(type.Alias ?? ""))
            .Select(type => $"{type.Name} has the alias '{type.Alias}' and none that ends in a version.")
            .Concat(Alike(types));
    }

    /// <summary>What is wrong with the aliases of a grain's methods.</summary>
    public static IEnumerable<string> BrokenMethods(IEnumerable<(string Name, string? Alias)> methods)
    {
        methods = methods.ToArray();
        return methods.Where(method => method.Alias is null).Select(method => $"{method.Name} has no alias.")
            .Concat(Alike(methods));
    }

    private static IEnumerable<string> Alike(IEnumerable<(string Name, string? Alias)> named) => named
        .Where(one => one.Alias is not null)
        .GroupBy(one => one.Alias, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => $"{string.Join(" and ", same.Select(one => one.Name))} have the alias '{same.Key}'.");

    [GeneratedRegex(@"^simulator\.[a-z-]+\.v[1-9][0-9]*(`1)?$")]
    private static partial Regex Versioned();
}
