using System.Buffers;
using Simulator.Scenarios.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// Writes a composed scenario as YAML that needs no other file: what was extended and included is merged
/// in, the variant and the settings are applied, tables have become members. It reads back as the same
/// model, so that a run can be repeated from it alone.
/// </summary>
internal static class ResolvedText
{
    private const int DeepestBlock = 4;

    private static readonly SearchValues<char> _escaped = SearchValues.Create("\n\r\t\u0085\u2028\u2029");

    /// <summary>The YAML of a tree, lines ended by a line feed.</summary>
    public static string Of(MapNode root) => Of(root, 0);

    /// <summary>The YAML of a value, in one line.</summary>
    public static string Inline(Node value) => Of(value, DeepestBlock).TrimEnd('\n');

    private static string Of(Node root, int depth)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var settings = new EmitterSettings().WithBestWidth(int.MaxValue).WithMaxSimpleKeyLength(1024)
            .WithNewLine("\n");
        var emitter = new Emitter(text, settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(root, depth, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Node node, int depth, Emitter emitter)
    {
        switch (node)
        {
            case MapNode map:
                bool isFlow = depth >= DeepestBlock || map.Entries.Count == 0;
                emitter.Emit(new MappingStart(
                    AnchorName.Empty, TagName.Empty, true, isFlow ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in map.Entries)
                {
                    Write(key, depth + 1, emitter);
                    Write(value, depth + 1, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
            case ListNode list:
                bool isShort = list.Items.All(item => item is ScalarNode) || depth >= DeepestBlock;
                emitter.Emit(new SequenceStart(
                    AnchorName.Empty, TagName.Empty, true, isShort ? SequenceStyle.Flow
                        : SequenceStyle.Block));
                foreach (var item in list.Items)
                {
                    Write(item, depth + 1, emitter);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case ScalarNode scalar:
                string text = scalar.IsNull ? "~" : scalar.Text;
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, Style(scalar), true, true));
                break;
            default:
                throw new InvalidOperationException($"A {node.GetType().Name} cannot be written.");
        }
    }

    private static ScalarStyle Style(ScalarNode scalar)
    {
        if (scalar.IsNull)
        {
            return ScalarStyle.Plain;
        }

        bool looksNull = new ScalarNode(scalar.Place, scalar.Text).IsNull;
        bool needsQuotes = looksNull || scalar.Text.AsSpan().IndexOfAny(_escaped) >= 0;
        return needsQuotes ? ScalarStyle.DoubleQuoted : ScalarStyle.Any;
    }
}
