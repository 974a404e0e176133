using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.Identifiers;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Shared.Clusters;
using ByokConsole.Web.Tests.CreateCluster;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Web.Tests.Shared.Clusters;

/// <summary>One cluster in the language that a person chooses.</summary>
public sealed class ClusterCodeViewTests : PageTestContext
{
    private static readonly ClusterTarget Target = ClusterTargets.Of(Samples.Cluster)!;

    public ClusterCodeViewTests()
    {
        Registrations.Registrations.Add(Samples.Registration);
        VaultKeys.Versions[KeyIdentifier.Parse(Samples.StagingKey)] = [InMemoryVaultKeys.Version(Samples.StagingKey, 'a', Samples.Noon.AddDays(-30))];
    }

    [Theory]
    [InlineData(ClusterForm.Terraform, "Terraform", "resource \"confluent_kafka_cluster\"")]
    [InlineData(ClusterForm.ConfluentCli, "confluent", "confluent kafka cluster describe 'lkc-st4g1n'")]
    [InlineData(ClusterForm.ByokCli, "byok", "byok cluster describe 'lkc-st4g1n'")]
    [InlineData(ClusterForm.Curl, "curl", "/cmk/v2/clusters/lkc-st4g1n")]
    public async Task Each_form_shows_its_text_to_be_copied(ClusterForm form, string word, string inside)
    {
        var view = await OpenAsync();

        await view.Radio(word).ClickAsync();

        var code = view.Code();
        var complete = await Services.GetRequiredService<ClusterKeyReader>().CompleteAsync(Target, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(ClusterCode.Write(form, complete.Value), code);
        Assert.Contains(inside, code, StringComparison.Ordinal);
        Assert.Equal(code, view.Find("button[aria-label='Copy the cluster as code']").GetAttribute("data-copy"));
    }

    [Fact]
    public async Task Version_and_grants_that_exist_are_imported()
    {
        await Grants.GrantAsync(Samples.Registration.Vault!, Samples.Registration.ApplicationId!.Value);

        var code = (await OpenAsync()).Code();

        foreach (var part in (string[])[$"{Samples.StagingKey}/{new string('a', 32)}", "cck-st4g1", "env-4mq7d/lkc-st4g1n", "to = azurerm_role_assignment.reader\n", "to = azurerm_role_assignment.crypto_user\n"])
            Assert.Contains(part, code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_typed_shows_at_once_and_another_key_is_read_anew()
    {
        var view = await OpenAsync();
        Registrations.Registrations.Clear();

        view.Render(p => p.Add(x => x.Target, Target with { DisplayName = "renamed" }));
        Assert.Contains("renamed", view.Code(), StringComparison.Ordinal);

        view.Render(p => p.Add(x => x.Target, Target with { KeyRegistrationId = "cck-0ther" }));
        Assert.Equal("The key's registration could not be read.", view.Find(".what").TextContent);
    }

    [Fact]
    public async Task A_registration_that_could_not_be_read_is_read_again_when_asked()
    {
        Registrations.Registrations.Clear();
        var view = await OpenAsync();
        Assert.Empty(view.FindAll("pre"));

        Registrations.Registrations.Add(Samples.Registration);
        await ClickAsync(view, "Try again");

        Assert.Contains("cck-st4g1", view.Code(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_too_little_is_known_there_is_nothing()
        => Assert.Equal("", Render<ClusterCodeView>(p => p.Add(x => x.Target, null)).Markup.Trim());

    private async Task<IRenderedComponent<ClusterCodeView>> OpenAsync()
    {
        var view = Render<ClusterCodeView>(p => p.Add(x => x.Target, Target));
        Assert.Empty(view.FindAll("pre"));
        await view.OpenCodeAsync();
        return view;
    }
}
