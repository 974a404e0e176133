using System.Text;
using System.Text.RegularExpressions;
using ByokConsole.Core.Preflight.Words;

namespace ByokConsole.Tests.Core.Preflight.Words;

/// <summary>What the checks and the steps say, read as text: in one form, and in the document that is reviewed.</summary>
public sealed partial class CatalogueTests
{
    private const string WriteIt = "BYOK_WRITE_DOCS";

    public static TheoryData<string, string, CheckMessage> Messages
    {
        get
        {
            var data = new TheoryData<string, string, CheckMessage>();
            foreach (var (page, name, message) in Catalogue.Messages)
                data.Add(page, name, message);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public void A_message_is_made_of_whole_sentences_and_does_not_shout(string page, string name, CheckMessage message)
    {
        string?[] parts = [message.What, message.Do, message.Means, message.Takes];
        foreach (var part in parts.Where(part => !string.IsNullOrEmpty(part)))
        {
            Assert.True(Sentences().IsMatch(part!), $"{page}.{name}: {part}");
            Assert.DoesNotContain("  ", part, StringComparison.Ordinal);
            Assert.DoesNotMatch("!|please|sorry|simply", part);
        }
        Assert.InRange($"{message.What} {message.Do}".Length, 20, 360);
    }

    [Fact]
    public void The_document_that_is_reviewed_says_what_the_code_says()
    {
        var file = Path.Combine(Repository.Root, "docs", "messages.md");
        var said = Document();
        if (Environment.GetEnvironmentVariable(WriteIt) == "1")
            File.WriteAllText(file, said);

        Assert.True(File.ReadAllText(file).ReplaceLineEndings("\n") == said, $"docs/messages.md is not what the code says. Run the tests with {WriteIt}=1, and read the change.");
    }

    private static string Document()
    {
        var text = new StringBuilder("# What the console says\n\nEvery message of the checks and every step's words, made from the code by a test. What stands in braces is filled in.\n"
            + "What is the case and what to do stand on every page; what it means for the data, and how long it takes, where a cluster is bound to the key.\n");
        foreach (var page in Catalogue.Messages.GroupBy(one => one.Page))
        {
            text.Append($"\n## {page.Key}\n\n| | What is | What to do | What it means for the data | How long it takes |\n|---|---|---|---|---|\n");
            foreach (var (_, name, message) in page.Distinct())
                text.Append($"| {Words(name)} | {message.What} | {message.Do} | {message.Means} | {message.Takes} |\n");
        }
        text.Append("\n## Steps of runs\n\n| Step | Title | What it is for |\n|---|---|---|\n");
        foreach (var (name, title, purpose) in Catalogue.Steps)
            text.Append($"| {Words(name)} | {title} | {purpose} |\n");
        return text.ToString();
    }

    /// <summary>"NotYetValid" as people read it.</summary>
    private static string Words(string name) => Humps().Replace(name, " $1").Trim().ToLowerInvariant();

    [GeneratedRegex(@"\A[\p{Lu}{].*[.]\z", RegexOptions.Singleline)]
    private static partial Regex Sentences();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Humps();
}
