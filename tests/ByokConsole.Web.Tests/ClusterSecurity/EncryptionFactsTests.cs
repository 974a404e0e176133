using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.ClusterSecurity;

namespace ByokConsole.Web.Tests.ClusterSecurity;

public sealed class EncryptionFactsTests : PageTestContext
{
    [Fact]
    public void Every_fact_of_the_binding_and_of_confluents_validation_is_there_and_can_be_copied()
    {
        var facts = Show(SecuritySamples.Report);

        Assert.Equal(
            ["Mode", "Key registration", "Key identifier", "Vault resource ID", "Tenant ID", "Application ID", "Current version", "Version made",
                "Phase", "Since", "Message", "Registration state"],
            facts.FindAll("dt").Select(Text));
        string[] copied = [.. facts.FindAll("[data-copy]").Select(button => button.GetAttribute("data-copy")!)];
        Assert.Equal(
            ["Self-managed", "cck-st4g1", Samples.StagingKey, Samples.Registration.Vault!.ToString(), Samples.Tenant.ToString(),
                Samples.Registration.ApplicationId!.Value.ToString(), new string('a', 32), "4 Nov 2026, 12:00:00 UTC",
                "VALID", "14 Nov 2026, 12:00:00 UTC", "IN_USE"],
            copied);
    }

    [Fact]
    public void The_vault_opens_in_the_azure_portal()
    {
        var link = Show(SecuritySamples.Report).Find("a");

        Assert.Equal($"https://portal.azure.com/#@{Samples.Tenant}/resource{Samples.Registration.Vault}", link.GetAttribute("href"));
        Assert.Equal("_blank", link.GetAttribute("target"));
        Assert.Contains("noopener", link.GetAttribute("rel") ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VALID", "In force")]
    [InlineData("INVALID", "Broken")]
    [InlineData("INITIALIZING", "Validating")]
    [InlineData("RETIRED", "RETIRED")]
    public void Confluents_phase_is_told_in_words_whatever_it_is(string phase, string words)
    {
        var registration = Samples.Registration with { Validation = new KeyValidation(phase, null, "Access was refused.", null) };

        var facts = Show(SecuritySamples.Report with { Registration = registration });

        Assert.Equal(words, Text(facts.Find(".pill")));
        Assert.Contains("Access was refused.", facts.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_registration_that_cannot_be_read_leaves_what_the_cluster_itself_tells()
    {
        var facts = Show(SecuritySamples.Report with { Registration = Samples.Unreachable, Versions = null });

        Assert.Contains("The key registration could not be read.", facts.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("cck-st4g1", facts.FindAll("[data-copy]").Select(button => button.GetAttribute("data-copy")));
        Assert.Equal("Cannot see", Text(facts.Find(".pill")));
    }

    private IRenderedComponent<EncryptionFacts> Show(ClusterSecurityReport report) => Render<EncryptionFacts>(p => p.Add(x => x.Report, report));
}
