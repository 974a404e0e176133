using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ByokConsole.Cli.Api;

namespace ByokConsole.Cli.Output;

/// <summary>Data, on stdout, in the form that was asked for. Whatever is no data goes by <see cref="Talk"/>.</summary>
internal sealed class Printer(TextWriter output, OutputFormat format)
{
    /// <summary>Texts are read by people too: only what JSON itself needs escaped is.</summary>
    private static readonly JsonSerializerOptions Indented = new(WireJson.Default.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool IsHuman => format is OutputFormat.Human;

    public static string Write(JsonNode? node, OutputFormat format)
        => format is OutputFormat.Yaml ? Yaml.Of(node) : (node?.ToJsonString(Indented) ?? "null") + Environment.NewLine;

    /// <summary>Many things.</summary>
    public void List<T>(IReadOnlyList<Reading<T>> things, IReadOnlyList<Column<T>> columns)
    {
        if (!IsHuman)
            output.Write(Write(new JsonArray([.. things.Select(thing => thing.Json.DeepClone())]), format));
        else if (things.Count == 0)
            output.WriteLine("None found.");
        else
            output.Write(Table.OfList([.. things.Select(thing => thing.Value)], columns));
    }

    /// <summary>One thing.</summary>
    public void One<T>(Reading<T> thing, IReadOnlyList<Column<T>> rows)
        => output.Write(IsHuman ? Table.OfOne(thing.Value, rows) : Write(thing.Json, format));

    /// <summary>Data that has a form of its own for people.</summary>
    public void Data(JsonNode? node, string human) => output.Write(IsHuman ? human : Write(node, format));

    /// <summary>Text that is what was asked for, and is never put into another form.</summary>
    public void Text(string text) => output.Write(text.EndsWith('\n') ? text : text + Environment.NewLine);
}
