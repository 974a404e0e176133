using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>
/// kill -9 of a real console at every kind of moment of the way to a cluster, and the same data folder again. The sandbox outlives it, and
/// holds a request just then: on its way, or carried out and not answered yet. However it went, the clouds have one of everything.
/// </summary>
public sealed class KilledConsoleJourney(SandboxFixture sandbox, BrowserFixture browser, ITestOutputHelper output) : IClassFixture<SandboxFixture>
{
    private const int ProvisioningSeconds = 3600;
    private const string Confluent = "api.confluent.cloud";

    [Theory]
    [InlineData("Slow", 0, "orders-cmk")]
    [InlineData("SlowReply", 1, "payments-cmk")]
    public async Task Wherever_A_Console_Is_Killed_The_Clouds_Have_One_Of_Everything(string fault, int carriedOut, string keyName) => await browser.InPageAsync(async page =>
    {
        await using var console = await KilledConsole.StartAsync(sandbox, page, output, ProvisioningSeconds);
        var key = KeyEntry.Of("kv-orders-eus", keyName);
        var draft = await InTheWizardAsync(console, key);
        await WhileRegisteringAsync(console, draft, key, fault, carriedOut);
        await WhileGrantingAsync(console, draft, key, fault, carriedOut);
        var wizard = await BeforeTheLaunchAsync(console, draft, keyName);
        var run = await WhileAskingForTheClusterAsync(console, wizard, fault, carriedOut);
        await WhileItIsProvisionedAsync(console, run);

        var registration = Assert.Single(await console.Clouds.RegistrationsAsync(key.KeyIdentifier));
        var cluster = Assert.Single(await console.Clouds.ClustersAsync(ClustersPage.DefaultEnvironment));
        Assert.Equal(("orders-prod", registration["id"]!.GetValue<string>()), (PastTheConsole.NameOf(cluster), cluster["spec"]!["byok"]!["id"]!.GetValue<string>()));
        var roles = await console.Clouds.AssignedRolesAsync(key.VaultResourceId);
        Assert.Equal((2, 2), (roles.Count, roles.Distinct().Count()));
        await Expect((await console.OpenRunsAsync()).Runs).ToHaveCountAsync(3);
    });

    private static async Task<string> InTheWizardAsync(KilledConsole console, KeyEntry key)
    {
        var wizard = await console.NewDraftAsync();
        await wizard.GoToSecurityAsync("eastus");
        await wizard.EnterKeyAsync(key);
        await wizard.AttestAsync();
        await wizard.IsReadyToRegisterAsync();
        await wizard.IsSavedAsync();
        var draft = wizard.DraftId;

        await console.KillAsync("in the wizard, with a key typed");

        wizard = await console.OpenDraftAsync(draft, "security");
        await Expect(wizard.VaultResourceId).ToHaveValueAsync(key.VaultResourceId);
        await Expect(wizard.KeyIdentifier).ToHaveValueAsync(key.KeyIdentifier);
        await Expect(wizard.TenantId).ToHaveValueAsync(key.TenantId);
        return draft;
    }

    private static async Task WhileRegisteringAsync(KilledConsole console, string draft, KeyEntry key, string fault, int carriedOut)
    {
        await console.Clouds.HoldAsync(fault, Confluent, "POST", "/byok/v1/keys");
        var wizard = await console.OpenDraftAsync(draft, "security");
        await wizard.StartToRegisterAsync();
        var run = await wizard.RunIdAsync();

        await console.KillWhileHeldAsync($"POST byok/v1/keys, {fault}", MadeAsync, carriedOut);

        await Poll.UntilAsync(async () => await MadeAsync() == 1);
        await Expect((await console.OpenRunAsync(run)).DraftLink).ToBeVisibleAsync();

        async Task<int> MadeAsync() => (await console.Clouds.RegistrationsAsync(key.KeyIdentifier)).Count;
    }

    /// <summary>On its way: the first of the two assignments. Carried out: the second.</summary>
    private static async Task WhileGrantingAsync(KilledConsole console, string draft, KeyEntry key, string fault, int carriedOut)
    {
        await console.Clouds.HoldAsync(fault, "management.azure.com", "PUT", "/roleAssignments/", skip: carriedOut);
        var wizard = await console.OpenDraftAsync(draft, "security");
        await wizard.IsRegisteredAsync();
        await wizard.GrantForMeAsync();
        var run = await wizard.RunIdAsync();

        await console.KillWhileHeldAsync($"PUT roleAssignments, {fault}", MadeAsync, 2 * carriedOut);

        await Poll.UntilAsync(async () => await MadeAsync() == 2);
        await Expect((await console.OpenRunAsync(run)).DraftLink).ToBeVisibleAsync();

        async Task<int> MadeAsync() => (await console.Clouds.AssignedRolesAsync(key.VaultResourceId)).Count;
    }

    private static async Task<CreateClusterPage> BeforeTheLaunchAsync(KilledConsole console, string draft, string keyName)
    {
        var wizard = await console.OpenDraftAsync(draft, "security");
        await wizard.InForce.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await wizard.ContinueToReviewAsync();
        await wizard.NameAsync("orders-prod");
        await wizard.IsSavedAsync("orders-prod");

        await console.KillAsync("before the launch, with a name typed");

        wizard = await console.OpenDraftAsync(draft, "review");
        await Expect(wizard.Name).ToHaveValueAsync("orders-prod");
        await wizard.AcknowledgeAsync(keyName);
        return wizard;
    }

    private static async Task<string> WhileAskingForTheClusterAsync(KilledConsole console, CreateClusterPage wizard, string fault, int carriedOut)
    {
        await console.Clouds.HoldAsync(fault, Confluent, "POST", "/cmk/v2/clusters");
        var run = (await wizard.LaunchAsync()).RunId;

        await console.KillWhileHeldAsync($"POST cmk/v2/clusters, {fault}", MadeAsync, carriedOut);

        await Poll.UntilAsync(async () => await MadeAsync() == 1);
        return run;

        async Task<int> MadeAsync() => (await console.Clouds.ClustersAsync(ClustersPage.DefaultEnvironment)).Count;
    }

    private static async Task WhileItIsProvisionedAsync(KilledConsole console, string run)
    {
        await Expect((await console.OpenRunAsync(run)).Waiting).ToBeVisibleAsync();

        await console.KillAsync("while Confluent provisions");

        await console.Clouds.AdvanceAsync(TimeSpan.FromSeconds(ProvisioningSeconds));
        await Expect((await console.OpenRunAsync(run)).SecurityLink).ToBeVisibleAsync();
    }
}
