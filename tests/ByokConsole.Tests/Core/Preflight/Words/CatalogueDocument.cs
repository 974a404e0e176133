using System.Text;
using System.Text.RegularExpressions;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Preflight.Words;

/// <summary>The catalogue as docs/messages.md has it.</summary>
internal static partial class CatalogueDocument
{
    private const string Head = """
        # What the console says

        Every message of the checks and all that runs say, made from the code by a test. What stands in braces is filled in.
        What is the case and what to do stand on every page; what it means for the data, and how long it takes, where a cluster is bound to the key.

        """;

    public static string Text()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var page in Catalogue.Messages.GroupBy(one => one.Page))
            Append(
                text, $"## {page.Key}", "| What is | What to do | What it means for the data | How long it takes |",
                page.Select(one => $"{Words(one.Name)} | {one.Message.What} | {one.Message.Do} | {one.Message.Means} | {one.Message.Takes}"));
        Append(text, "## Steps of runs", "Step | Title | What it is for |", Catalogue.Steps.Select(one => $"{Words(one.Name)} | {one.Title} | {one.Purpose}"));
        text.Append("\n## What steps report\n\nWhat a step waits for, came to or failed with, and what exists then. Where a cloud refused, its own reason comes first.\n");
        foreach (var page in Catalogue.Reported.GroupBy(one => one.Page))
            Append(text, $"### {Title(page.Key)}", "| Sentence |", page.Select(one => $"{Words(one.Name)} | {one.Sentence}"));
        Append(
            text, "## What runs ask\n\nBoxes to tick stand in brackets, and what is to be typed in parentheses.", "| Question | Answers |",
            Catalogue.Asked.Select(one => $"{Words(one.Name == "Of" ? one.Page : one.Name)} | {one.Question.Text} | {string.Join("<br>", one.Question.Choices.Select(Answer))}"));
        Append(
            text, "## What the audit and the evidence say was done\n\nWho decided it, and when it was confirmed, stand beside each line.", "| Line |",
            Catalogue.Done.Select(one => $"{Words(one.Name)} | {one.Line}"));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string heading, string columns, IEnumerable<string> rows)
    {
        text.Append($"\n{heading}\n\n| {columns}\n{string.Concat(Enumerable.Repeat("|---", columns.Count(one => one == '|')))}|\n");
        foreach (var row in rows.Distinct())
            text.Append($"| {row} |\n");
    }

    private static string Answer(PersonChoice choice)
        => choice.Label + (choice.TextLabel is { } typed ? $" ({typed})" : "") + string.Concat(choice.Options.Select(option => $" [{option.Label}]"));

    /// <summary>"NotYetValid" as people read it.</summary>
    private static string Words(string name) => Humps().Replace(name, " $1").Trim().ToLowerInvariant();

    /// <summary>"VaultKeySteps" as a heading.</summary>
    private static string Title(string page)
    {
        var words = Words(page);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Humps();
}
