using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ByokConsole.Cli.Output;

/// <summary>JSON said in YAML: the same names, the same values, and no text that a reader would take for something else.</summary>
internal static partial class Yaml
{
    private static readonly EmitterSettings Settings = new EmitterSettings().WithMaxSimpleKeyLength(1024).WithBestWidth(int.MaxValue).WithIndentedSequences();

    public static string Of(JsonNode? node)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Emit(emitter, node);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, map.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (name, value) in map)
                {
                    emitter.Emit(Text(name));
                    Emit(emitter, value);
                }
                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list)
                    Emit(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                emitter.Emit(Text(value.GetValue<string>()));
                break;
            default:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, node?.ToJsonString() ?? "null", ScalarStyle.Plain, true, false));
                break;
        }
    }

    private static Scalar Text(string text)
        => new(AnchorName.Empty, TagName.Empty, text, Harmless().IsMatch(text) && !Word().IsMatch(text) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, true, true);

    /// <summary>Begins like a word or a path, so it is no number, date or structure.</summary>
    [GeneratedRegex(@"^[A-Za-z/][A-Za-z0-9_./:@+-]*( [A-Za-z0-9_./@+-]+)*$")]
    private static partial Regex Harmless();

    /// <summary>Words that YAML, of either version, reads as a truth or as nothing.</summary>
    [GeneratedRegex("^(true|false|yes|no|on|off|y|n|null)$", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
