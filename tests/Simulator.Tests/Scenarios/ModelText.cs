using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Scenarios;

/// <summary>
/// A model as text, every value of it, so that two can be compared and their difference read.
/// </summary>
internal static class ModelText
{
    public static string Of(Model model)
    {
        var text = new StringBuilder();
        Write(model, "", text);
        return text.ToString();
    }

    private static void Write(object? value, string path, StringBuilder text)
    {
        switch (value)
        {
            case null or string or Distribution or IFormattable or bool:
                text.Append(path).Append(" = ")
                    .AppendLine(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                {
                    Write(entry.Value, $"{path}[{entry.Key}]", text);
                }

                break;
            case IEnumerable list:
                int i = 0;
                foreach (object? item in list)
                {
                    Write(item, $"{path}[{i++}]", text);
                }

                text.Append(path).Append(".Count = ").AppendLine(i.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                WriteProperties(value, path, text);
                break;
        }
    }

    private static void WriteProperties(object value, string path, StringBuilder text)
    {
        var type = value.GetType();
        if (type.Namespace == "Simulator.Kernel.Time" && type.IsValueType)
        {
            text.Append(path).Append(" = ").AppendLine(value.ToString());
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0 && property.CanRead)
            {
                Write(property.GetValue(value), $"{path}.{property.Name}", text);
            }
        }
    }
}
