using System.Reflection;
using System.Text;

namespace Simulator.Tests.Conventions;

/// <summary>The public face of an assembly as text, one member a line, in a fixed order.</summary>
internal static class KernelApi
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(" in ").Append(type.Namespace).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name =>
                $"{Convert.ToInt64(Enum.Parse(type, name), null):D3} {name}");
        }

        var isRecord = type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", Hidden) is not null;
        return type.GetFields(Own).Select(field => $"{Static(field.IsStatic)}{Name(field.FieldType)} {field.Name}")
            .Concat(type.GetConstructors(Own).Select(made => $"new({Parameters(made)})"))
            .Concat(type.GetProperties(Own).Select(Property))
            .Concat(type.GetMethods(Own)
                .Where(method => IsWritten(method, isRecord))
                .Select(method => $"{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}"
                    + $"{Arguments(method)}({Parameters(method)})"));
    }

    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance;

    private static bool IsWritten(MethodInfo method, bool isRecord) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !method.Name.Contains('<')
        && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct")
        && !(isRecord && method.Name is "op_Equality" or "op_Inequality");

    private static string Property(PropertyInfo property)
    {
        var get = property.GetMethod is { IsPublic: true };
        var set = property.SetMethod is { IsPublic: true };
        var isInit = set && property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Length > 0;
        var accessors = (get ? "get; " : "") + (isInit ? "init; " : set ? "set; " : "");
        var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic;
        return $"{Static(isStatic)}{Name(property.PropertyType)} {property.Name} {{ {accessors}}}";
    }

    private static string Kind(Type type) => type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsSealed ? "class"
        : "open class";

    private static string Parameters(MethodBase method) => string.Join(
        ", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Arguments(MethodInfo method) => method.IsGenericMethod
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
        : "";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        var name = type.DeclaringType is { } outer && !type.IsGenericParameter
            ? $"{Name(outer)}.{type.Name}"
            : type.Name;
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : name;
    }
}
