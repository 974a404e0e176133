using System.Text.RegularExpressions;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;

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
            IsCalm(Sentences(), page, name, part!);
        Assert.InRange($"{message.What} {message.Do}".Length, 20, 360);
    }

    [Fact]
    public void What_a_step_reports_is_made_of_whole_sentences_and_does_not_shout()
        => Assert.All(Catalogue.Reported, one => IsCalm(Reports(), one.Page, one.Name, one.Sentence));

    [Fact]
    public void What_was_done_is_a_line_without_a_full_stop()
        => Assert.All(Catalogue.Done, one => IsCalm(Lines(), one.Page, one.Name, one.Line));

    [Fact]
    public void A_question_is_made_of_whole_sentences_and_its_answers_are_not()
        => Assert.All(Catalogue.Asked, one =>
        {
            IsCalm(Questions(), one.Page, one.Name, one.Question.Text);
            foreach (var label in one.Question.Choices.SelectMany(choice => choice.Options.Select(option => option.Label).Prepend(choice.Label)))
                IsCalm(Lines(), one.Page, one.Name, label);
        });

    [Fact]
    public void Every_class_of_words_is_in_the_document()
    {
        var classes = typeof(AnyRun).Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Namespace is "ByokConsole.Core.Provisioning.Words" or "ByokConsole.Core.Revocation.Words");

        Assert.Equal(
            classes.Select(type => type.Name).Order(StringComparer.Ordinal),
            Catalogue.Reports.Append(typeof(Deeds)).Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_step_has_sentences_of_its_own()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ByokConsole.Core"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Where(file => file.Text.Contains($": {nameof(IRunStep)}", StringComparison.Ordinal)).ToList();

        Assert.True(files.Count > 20);
        Assert.All(files, file => Assert.True(!SentenceInCode().IsMatch(file.Text), $"{file.Name}: {SentenceInCode().Match(file.Text).Value}"));
    }

    [Fact]
    public void The_document_that_is_reviewed_says_what_the_code_says()
    {
        var file = Path.Combine(Repository.Root, "docs", "messages.md");
        var said = CatalogueDocument.Text();
        if (Environment.GetEnvironmentVariable(WriteIt) == "1")
            File.WriteAllText(file, said);

        Assert.True(File.ReadAllText(file).ReplaceLineEndings("\n") == said, $"docs/messages.md is not what the code says. Run the tests with {WriteIt}=1, and read the change.");
    }

    private static void IsCalm(Regex form, string page, string name, string said)
    {
        Assert.True(form.IsMatch(said), $"{page}.{name}: {said}");
        Assert.DoesNotContain("  ", said, StringComparison.Ordinal);
        Assert.DoesNotMatch("!|[Pp]lease|[Ss]orry|[Ss]imply", said);
    }

    [GeneratedRegex(@"\A[\p{Lu}{].*[.]\z", RegexOptions.Singleline)]
    private static partial Regex Sentences();

    /// <summary>A cloud's own sentence, which has its full stop, may be the last.</summary>
    [GeneratedRegex(@"\A[\p{Lu}{].*([.]|[.] [{]\w+[}])\z", RegexOptions.Singleline)]
    private static partial Regex Reports();

    [GeneratedRegex(@"\A[\p{Lu}{].*[.?}]\z", RegexOptions.Singleline)]
    private static partial Regex Questions();

    [GeneratedRegex(@"\A[\p{Lu}{].*[^.]\z", RegexOptions.Singleline)]
    private static partial Regex Lines();

    /// <summary>A literal that ends with a full stop, or the words of a deed.</summary>
    [GeneratedRegex("""[.]"|Removal[.](Did|Noted)\(\s*context,\s*\$?".*""")]
    private static partial Regex SentenceInCode();
}
