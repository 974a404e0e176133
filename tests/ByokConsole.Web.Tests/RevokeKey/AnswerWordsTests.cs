using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Web.Features.RevokeKey;

namespace ByokConsole.Web.Tests.RevokeKey;

public sealed class AnswerWordsTests
{
    [Fact]
    public void An_answer_that_counts_needs_no_words() => Assert.Null(AnswerWords.Of(AnswerOutcome.Accepted));

    [Theory]
    [InlineData(AnswerOutcome.NoLongerAsked)]
    [InlineData(AnswerOutcome.OptionMissing)]
    [InlineData(AnswerOutcome.TextMissing)]
    [InlineData(AnswerOutcome.TextDiffers)]
    [InlineData(AnswerOutcome.TextTooLong)]
    public void Every_other_says_that_nothing_was_done(AnswerOutcome outcome)
        => Assert.Contains("Nothing was done", AnswerWords.Of(outcome), StringComparison.Ordinal);

    [Fact]
    public void Every_part_has_a_name_in_addresses_that_leads_back_to_it()
        => Assert.All(Enum.GetValues<RevocationPart>(), part => Assert.Equal(part, PartWords.Parse(PartWords.Slug(part))));

    [Fact]
    public void An_unknown_name_is_no_part() => Assert.Null(PartWords.Parse("delete-everything"));
}
