using ByokConsole.Core.Clusters;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Tests.Core.Clusters;

public sealed class SecurityVerdictTests
{
    private static readonly CheckName[] All = Enum.GetValues<CheckName>();

    [Fact]
    public void Until_every_check_has_answered_the_first_check_is_running()
    {
        var verdict = SecurityVerdict.Of([Pass(CheckName.GrantInForce)], All.Length);

        Assert.Equal((CheckState.NotAsked, "First check is running."), (verdict.State, verdict.Sentence));
    }

    [Fact]
    public void All_passing_means_that_the_key_works()
    {
        var verdict = Of();

        Assert.Equal((CheckState.Pass, "The key works.", null), (verdict.State, verdict.Sentence, verdict.Finding));
    }

    [Fact]
    public void A_warning_is_told_with_its_own_sentence()
    {
        var verdict = Of(new CheckResult(CheckName.KeyUsable, CheckState.Warn, "It expires on 12 Dec, and nothing rotates it before."));

        Assert.Equal((CheckState.Warn, "The key works, with one warning."), (verdict.State, verdict.Sentence));
        Assert.Equal("It expires on 12 Dec, and nothing rotates it before.", verdict.Finding);
    }

    [Fact]
    public void A_failing_check_outweighs_a_warning_even_while_confluent_can_use_the_key()
    {
        var verdict = Of(
            new CheckResult(CheckName.RotationPolicy, CheckState.Warn, "Nothing rotates it."),
            new CheckResult(CheckName.PurgeProtectionOn, CheckState.Fail, "Purge protection is off."),
            new CheckResult(CheckName.KeyUsable, CheckState.Fail, "The key is disabled."));

        Assert.Equal(CheckState.Fail, verdict.State);
        Assert.Equal("Confluent can use the key, but 2 checks fail.", verdict.Sentence);
        Assert.Equal("Purge protection is off.", verdict.Finding);
    }

    [Fact]
    public void A_broken_key_names_the_cause_before_the_symptom()
    {
        var verdict = Of(
            new CheckResult(CheckName.GrantInForce, CheckState.Fail, "Confluent says INVALID."),
            new CheckResult(CheckName.KeyUsable, CheckState.Fail, "The key is disabled."));

        Assert.Equal((CheckState.Fail, "The key is broken.", "The key is disabled."), (verdict.State, verdict.Sentence, verdict.Finding));
    }

    [Fact]
    public void A_broken_key_without_another_cause_tells_what_confluent_says()
    {
        var verdict = Of(new CheckResult(CheckName.GrantInForce, CheckState.Fail, "Confluent says INVALID."));

        Assert.Equal("Confluent says INVALID.", verdict.Finding);
    }

    [Theory]
    [InlineData(CheckState.Waiting, CheckState.Waiting, "Confluent is validating the key.")]
    [InlineData(CheckState.Skipped, CheckState.Skipped, "It cannot be seen from here whether the key works.")]
    [InlineData(CheckState.NotAsked, CheckState.Skipped, "It cannot be seen from here whether the key works.")]
    public void Confluents_opinion_decides_whether_it_can_be_told(CheckState opinion, CheckState state, string sentence)
    {
        var verdict = Of(new CheckResult(CheckName.GrantInForce, opinion, "Why."));

        Assert.Equal((state, sentence, "Why."), (verdict.State, verdict.Sentence, verdict.Finding));
    }

    [Fact]
    public void What_cannot_be_seen_does_not_spoil_a_key_that_works()
    {
        var verdict = Of(new CheckResult(CheckName.KeyExists, CheckState.Skipped, "The firewall keeps this console out."));

        Assert.Equal(CheckState.Pass, verdict.State);
        Assert.Equal("The firewall keeps this console out.", verdict.Finding);
    }

    [Fact]
    public void A_key_of_which_little_could_be_asked_is_not_called_working()
    {
        var verdict = Of(new CheckResult(CheckName.KeyExists, CheckState.NotAsked, "Waits for the key identifier."));

        Assert.Equal((CheckState.Skipped, null), (verdict.State, verdict.Finding));
        Assert.DoesNotContain("The key works", verdict.Sentence, StringComparison.Ordinal);
    }

    private static CheckResult Pass(CheckName check) => new(check, CheckState.Pass, "");

    private static SecurityVerdict Of(params CheckResult[] others)
        => SecurityVerdict.Of([.. All.Except(others.Select(other => other.Check)).Select(Pass), .. others], All.Length);
}
