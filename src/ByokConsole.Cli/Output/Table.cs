using System.Text;

namespace ByokConsole.Cli.Output;

/// <summary>Rows and columns for people, as the vendor's own command line draws them.</summary>
internal static class Table
{
    /// <summary>Many things: a title line, and a line for each.</summary>
    public static string OfList<T>(IReadOnlyList<T> things, IReadOnlyList<Column<T>> columns)
    {
        List<string[]> lines = [[.. columns.Select(column => column.Title)]];
        lines.AddRange(things.Select(thing => columns.Select(column => column.Text(thing) ?? "").ToArray()));
        var widths = columns.Select((_, at) => lines.Max(line => line[at].Length)).ToArray();
        var text = new StringBuilder().AppendLine(Line(lines[0], widths)).AppendLine(string.Join('+', widths.Select(width => new string('-', width + 2))));
        foreach (var line in lines.Skip(1))
            text.AppendLine(Line(line, widths));
        return text.ToString();
    }

    /// <summary>One thing: what it is called on the left, what it is on the right; what is not known is left out.</summary>
    public static string OfOne<T>(T thing, IReadOnlyList<Column<T>> rows)
    {
        var said = rows.Select(row => (row.Title, Text: row.Text(thing))).Where(row => !string.IsNullOrEmpty(row.Text))
            .SelectMany(row => row.Text!.Split('\n').Select((line, at) => new[] { at == 0 ? row.Title : "", line })).ToList();
        int[] widths = [said.Max(row => row[0].Length), said.Max(row => row[1].Length)];
        var edge = $"+{new string('-', widths[0] + 2)}+{new string('-', widths[1] + 2)}+";
        var text = new StringBuilder().AppendLine(edge);
        foreach (var row in said)
            text.Append("| ").Append(row[0].PadRight(widths[0])).Append(" | ").Append(row[1].PadRight(widths[1])).AppendLine(" |");
        return text.AppendLine(edge).ToString();
    }

    private static string Line(string[] cells, int[] widths) => string.Join('|', cells.Select((cell, at) => $" {cell.PadRight(widths[at])} ")).TrimEnd();
}
