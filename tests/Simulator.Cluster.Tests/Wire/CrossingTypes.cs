using System.Reflection;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Wire;

namespace Simulator.Cluster.Tests.Wire;

/// <summary>All that crosses between silos, as reflection finds it.</summary>
internal static class CrossingTypes
{
    private static readonly Assembly Cluster = typeof(RunManifest).Assembly;

    /// <summary>The interfaces of grains.</summary>
    public static IReadOnlyList<Type> Grains { get; } =
    [
        .. Cluster.GetTypes().Where(type =>
            type.IsInterface && type.Namespace!.StartsWith("Simulator.", StringComparison.Ordinal)
            && typeof(IAddressable).IsAssignableFrom(type)),
    ];

    /// <summary>Types of this project that the serializer is made for.</summary>
    public static IReadOnlyList<Type> Own { get; } =
    [
        .. Cluster.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), false)),
    ];

    /// <summary>Own types, all that grains take and give, and all plain values inside of them.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [.. Own.Concat(Grains.SelectMany(Signature)).Concat(Own.SelectMany(Plains)).Distinct()];

    private static IEnumerable<Type> Signature(Type grain) => grain.GetMethods().SelectMany(method =>
        method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(method.ReturnType.GetGenericArguments()));

    private static IEnumerable<Type> Plains(Type type) => RandomValues.FieldsOf(type)
        .Select(field => field.FieldType.GetElementType() ?? field.FieldType)
        .Where(inner => inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(Plain<>));
}
