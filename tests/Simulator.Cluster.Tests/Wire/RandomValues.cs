using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Simulator.Cluster.Wire;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Cluster.Tests.Wire;

/// <summary>
/// Values of which no field is what it is by default, and how two of them differ. Lists are not among them:
/// what is behind one in a program may be of a kind that cannot cross.
/// </summary>
internal sealed class RandomValues(ulong seed)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private readonly Dice dice = new(seed);

    /// <summary>The fields of a type, also those that it inherits.</summary>
    public static IEnumerable<FieldInfo> FieldsOf(Type type) => type == typeof(object) || type.BaseType is null
        ? []
        : type.GetFields(Own | BindingFlags.DeclaredOnly).Concat(FieldsOf(type.BaseType));

    /// <summary>A value of a type.</summary>
    /// <exception cref="NotSupportedException">No value of it is known.</exception>
    public object Of(Type type) => type switch
    {
        _ when type == typeof(bool) => true,
        _ when type == typeof(byte) => (byte)dice.Between(1, 250),
        _ when type == typeof(sbyte) => (sbyte)dice.Between(1, 120),
        _ when type == typeof(ushort) => (ushort)dice.Between(1, 60_000),
        _ when type == typeof(int) => dice.Between(1, 1_000_000_000),
        _ when type == typeof(uint) => (uint)dice.Between(1, 1_000_000_000),
        _ when type == typeof(long) => (long)dice.Between(1, 1_000_000_000) << 20,
        _ when type == typeof(ulong) => (ulong)dice.Between(1, 1_000_000_000) << 33,
        _ when type == typeof(double) => dice.Unit(),
        _ when type == typeof(string) => $"phường {dice.Between(1, 1_000_000)}",
        _ when type == typeof(Guid) => new Guid(dice.Between(1, 1_000_000), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddSeconds(dice.Between(1, 1_000_000_000)),
        _ when type.IsEnum => Enum.ToObject(type, dice.Between(1, 3)),
        _ when Nullable.GetUnderlyingType(type) is { } inner => Of(inner),
        _ when type.IsArray => Items(type.GetElementType()!),
        _ when IsPlain(type) => Activator.CreateInstance(type, Items(type.GetGenericArguments()[0]))!,
        _ when type.Namespace!.StartsWith("Simulator.", StringComparison.Ordinal) && !type.IsAbstract => Filled(type),
        _ => throw new NotSupportedException($"No value of {type} is known."),
    };

    /// <summary>The first place in which two values differ; <c>null</c>: there is none.</summary>
    public static string? Difference(object? left, object? right, string path)
    {
        if (left is null || right is null || left.GetType() != right.GetType())
        {
            return left is null && right is null
                ? null : $"{path}: {left ?? "nothing"} became {right ?? "nothing"}";
        }

        var type = left.GetType();
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid)
            || type == typeof(DateTimeOffset))
        {
            return left.Equals(right) ? null : $"{path}: {left} became {right}";
        }

        return left is IList list
            ? InLists(list, (IList)right, path)
            : FieldsOf(type)
                .Select(field => Difference(field.GetValue(left), field.GetValue(right), $"{path}.{field.Name}"))
                .FirstOrDefault(difference => difference is not null);
    }

    private static string? InLists(IList left, IList right, string path) => left.Count != right.Count
        ? $"{path}: {left.Count} items became {right.Count}"
        : Enumerable.Range(0, left.Count)
            .Select(place => Difference(left[place], right[place], $"{path}[{place}]"))
            .FirstOrDefault(difference => difference is not null);

    private static bool IsPlain(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Plain<>);

    private Array Items(Type type)
    {
        var items = Array.CreateInstance(type, dice.Between(2, 4));
        for (var place = 0; place < items.Length; place++)
        {
            items.SetValue(Of(type), place);
        }

        return items;
    }

    private object Filled(Type type)
    {
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in FieldsOf(type))
        {
            field.SetValue(value, Of(field.FieldType));
        }

        return value;
    }
}
