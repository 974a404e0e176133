using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>The main job, in a real browser: from an empty environment to the security settings of an encrypted cluster.</summary>
public sealed class CreateClusterJourney(ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    private const float Patience = 90_000;

    [Fact]
    public async Task A_Person_Creates_An_Encrypted_Cluster_And_Sees_Its_Key() => await console.InPageAsync(async page =>
    {
        var clusters = new ClustersPage(page, console.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await wizard.ChooseDedicatedAsync();
        await wizard.ChooseRegionAsync("eastus");
        await wizard.ChooseInternetAsync();
        await wizard.ChooseSelfManagedAsync();
        await wizard.EnterKeyAsync(KeyEntry.Of("kv-orders-eus", "orders-cmk"));
        await wizard.AttestAsync();
        await wizard.RegisterAsync();
        await wizard.GrantForMeAsync();
        await Expect(wizard.InForce).ToBeAttachedAsync(new() { Timeout = Patience });
        await wizard.ContinueToReviewAsync();
        await wizard.NameAsync("orders-prod");
        await wizard.AcknowledgeAsync("orders-cmk");
        var run = await wizard.LaunchAsync();
        await Expect(run.SecurityLink).ToBeVisibleAsync(new() { Timeout = Patience });
        var security = await run.GoToSecurityAsync();

        await Expect(security.Value("https://kv-orders-eus.vault.azure.net/keys/orders-cmk").First).ToBeVisibleAsync();
        await Expect(security.Value("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11").First).ToBeVisibleAsync();
    });
}
