using System.Text.Json.Nodes;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>The states that a person meets on the way: dialogs, lists with rows, a run from its start to either end.</summary>
public sealed class AccessibilityJourney(ConsoleFixture console, BrowserFixture browser) : IClassFixture<ConsoleFixture>
{
    private const int ProvisioningSeconds = 3600;

    [Fact]
    public async Task Axe_Finds_Nothing_From_The_First_Step_To_The_Running_Cluster() => await browser.InPageAsync(async page =>
    {
        using var sandbox = console.Sandbox;
        await sandbox.DoAsync(HttpMethod.Patch, "settings", new JsonObject { ["provisioningSeconds"] = ProvisioningSeconds, ["propagationSeconds"] = 1 });
        var clusters = new ClustersPage(page, console.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await WalkToSecurityAsync(wizard);
        await WalkThroughTheKeysAsync(wizard);
        await WalkThroughTheGrantAsync(wizard);
        await wizard.ContinueToReviewAsync();
        await wizard.NameAsync("orders-prod");
        await wizard.AcknowledgeAsync("orders-cmk");
        await PageAudit.NothingIsFoundAsync(page, "review");

        var run = await wizard.LaunchAsync();
        var id = run.RunId;
        await Expect(run.Waiting).ToBeVisibleAsync();
        await PageAudit.NothingIsFoundAsync(page, "a run under way");
        var runs = new RunsPage(page, console.Address);
        await runs.OpenAsync();
        await Expect(runs.Runs).ToHaveCountAsync(3);
        await PageAudit.NothingIsFoundAsync(page, "runs");
        await clusters.OpenAsync();
        await Expect(clusters.Row("orders-prod")).ToBeVisibleAsync();
        await PageAudit.NothingIsFoundAsync(page, "clusters");
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(ProvisioningSeconds));
        await run.OpenRunAsync(id);
        await Expect(run.SecurityLink).ToBeVisibleAsync();
        await PageAudit.NothingIsFoundAsync(page, "a run that succeeded");
        await run.GoToSecurityAsync();
        await Expect(page.GetByText("orders-cmk").First).ToBeVisibleAsync();
        await PageAudit.NothingIsFoundAsync(page, "security of a self-managed cluster");
        await page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("orders-prod");
        await PageAudit.NothingIsFoundAsync(page, "overview of a self-managed cluster");
    });

    private static async Task WalkToSecurityAsync(CreateClusterPage wizard)
    {
        await PageAudit.NothingIsFoundAsync(wizard.Page, "type");
        await wizard.PressAsync("Discard draft");
        await PageAudit.NothingIsFoundOnDialogAsync(wizard.Page, "Keep draft");
        await wizard.ChooseDedicatedAsync();
        await PageAudit.NothingIsFoundAsync(wizard.Page, "region");
        await wizard.ChooseRegionAsync("eastus");
        foreach (var (network, name) in new[] { ("VNet peering", "peering-eastus"), ("Private Link", "privatelink-eastus") })
        {
            await wizard.Page.GetByRole(AriaRole.Radio, new() { Name = network }).CheckAsync();
            await wizard.Page.GetByText(name).First.WaitForAsync();
            await PageAudit.NothingIsFoundAsync(wizard.Page, network);
        }

        await wizard.Page.GetByRole(AriaRole.Radio, new() { Name = "Internet" }).CheckAsync();
        await wizard.ChooseInternetAsync();
    }

    private static async Task WalkThroughTheKeysAsync(CreateClusterPage wizard)
    {
        var page = wizard.Page;
        await wizard.ChooseSelfManagedAsync();
        await PageAudit.NothingIsFoundAsync(page, "security, self-managed");
        await wizard.PressAsync("Use existing");
        await page.GetByText("cck-an4l1").First.WaitForAsync();
        await PageAudit.NothingIsFoundAsync(page, "registrations");
        await wizard.PressAsync("Create new");
        await wizard.PressAsync("Browse Azure");
        await page.GetByRole(AriaRole.Button, new() { Name = "kv-orders-eus" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "audit-cmk" }).WaitForAsync();
        await PageAudit.NothingIsFoundOnDialogAsync(page, "Close");

        await wizard.EnterKeyAsync(KeyEntry.Of("kv-nopurge-eus", "orders-cmk"));
        await page.GetByText("Command that switches it on").First.ClickAsync();
        await PageAudit.NothingIsFoundAsync(page, "a check that failed, with its command");
        await wizard.EnterKeyAsync(KeyEntry.Of("kv-orders-eus", "no-such-cmk"));
        await wizard.MendAsync("Create this key");
        await PageAudit.NothingIsFoundOnDialogAsync(page, "Cancel");
    }

    private static async Task WalkThroughTheGrantAsync(CreateClusterPage wizard)
    {
        await wizard.EnterKeyAsync(KeyEntry.Of("kv-orders-eus", "orders-cmk"));
        await wizard.AttestAsync();
        await wizard.RegisterAsync();
        foreach (var way in (string[])["Run it yourself", "Ask the vault team", "Grant for me"])
        {
            await wizard.ShowWayAsync(way);
            await PageAudit.NothingIsFoundAsync(wizard.Page, way);
        }

        await wizard.GrantForMeAsync();
        await wizard.InForce.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await PageAudit.NothingIsFoundAsync(wizard.Page, "a grant in force");
        await wizard.PressAsync("Change key");
        await PageAudit.NothingIsFoundOnDialogAsync(wizard.Page, "Keep this key");
    }
}
