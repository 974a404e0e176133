using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using ByokConsole.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>Every page as it is found, and what goes wrong: axe-core finds nothing in either theme, nothing scrolls sideways at 320 px.</summary>
public sealed class AccessibilityTests(ConsoleFixture console, BrowserFixture browser) : IClassFixture<ConsoleFixture>
{
    private static readonly string[] LiveSettings =
    [
        "--Mode", "Live", "--Azure:TenantId", "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11", "--Confluent:ApiKey", "KEY", "--Confluent:ApiSecret", "a-secret-of-the-test",
    ];

    public static TheoryData<string> Addresses { get; } =
    [
        "", "environments/env-9kx2v/clusters", "environments/env-4mq7d/clusters", "environments/env-4mq7d", "environments/env-unknown/clusters", "environments/env-unknown/clusters/new", "environments/env-9kx2v/clusters/new",
        "environments/env-4mq7d/clusters/lkc-st4g1n", "environments/env-4mq7d/clusters/lkc-unknown",
        "environments/env-4mq7d/clusters/lkc-st4g1n/settings/security", "environments/env-4mq7d/clusters/lkc-unknown/settings/security",
        "environments/env-4mq7d/clusters/lkc-st4g1n/revoke", "environments/env-4mq7d/clusters/lkc-st4g1n/revoke/vault-key",
        "environments/env-4mq7d/clusters/lkc-unknown/revoke", "environments/env-4mq7d/clusters/lkc-st4g1n/delete",
        "environments/env-4mq7d/clusters/lkc-unknown/delete", "keys", "keys/cck-st4g1", "keys/cck-unknown",
        "environments/env-4mq7d/drafts", "drafts/d-unknown", "drafts/d-unknown/type", "runs", "runs/run-unknown", "nowhere", "not-found", "error",
        "sandbox", "sandbox/vaults", "sandbox/vaults/kv-orders-weu", "sandbox/vaults/kv-unknown", "sandbox/keys", "sandbox/roles",
        "sandbox/registrations", "sandbox/clusters", "sandbox/clock", "sandbox/faults", "sandbox/log", "sandbox/settings",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Axe_Finds_Nothing_On_A_Page(string path) => await browser.InPageAsync(async page =>
    {
        await page.GotoAsync(new Uri(console.Address, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        // These two lead on by themselves.
        if (path is "" or "environments/env-9kx2v/clusters/new")
            await page.WaitForURLAsync(new Regex(path.Length == 0 ? "/clusters$" : "/drafts/"));
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();

        await PageAudit.NothingIsFoundAsync(page, path);
    });

    [Fact]
    public void No_Page_Is_Left_Out()
    {
        var routes = typeof(ConsoleApplication).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).ToList();

        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.Contains(Addresses, address => Leads(address.Data, route.Template.TrimStart('/'))));
    }

    [Fact]
    public async Task Axe_Finds_Nothing_On_The_Page_That_Lets_Nobody_In() => await browser.InPageAsync(async page =>
    {
        await using var live = await ConsoleFixture.StartAsync(LiveSettings);
        await page.GotoAsync(live.Address.ToString());
        await page.GetByRole(AriaRole.Heading, new() { Name = "This console lets in its owner only" }).WaitForAsync();

        await PageAudit.NothingIsFoundAsync(page, "access");
    });

    [Fact]
    public async Task Axe_Finds_Nothing_On_The_Dialog_Of_A_Console_That_Is_Gone() => await browser.InPageAsync(async page =>
    {
        await using var own = await ConsoleFixture.StartAsync();
        var runs = new RunsPage(page, own.Address);
        await runs.OpenAsync();
        await own.Process.KillAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "The console does not answer" }).WaitForAsync();

        await PageAudit.NothingIsFoundAsync(page, "reconnect");
    });

    [Fact]
    public async Task Axe_Finds_Nothing_When_The_Cloud_Refuses() => await browser.InPageAsync(async page =>
    {
        using var sandbox = console.Sandbox;
        var clusters = new ClustersPage(page, console.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await wizard.ChooseDedicatedAsync();
        await wizard.ChooseRegionAsync("eastus");
        await wizard.ChooseInternetAsync();
        await PageAudit.NothingIsFoundAsync(page, "security, automatic");
        await wizard.ContinueToReviewAsync();
        await wizard.NameAsync("refused");
        await wizard.IsSavedAsync("refused");
        await sandbox.DoAsync(HttpMethod.Post, "faults", new JsonObject
        {
            ["name"] = "Refuse", ["host"] = "api.confluent.cloud", ["method"] = "POST", ["path"] = "/cmk/v2/clusters", ["status"] = 422,
            ["body"] = """{"errors":[{"id":"1","status":"422","code":"x","detail":"Too long.","source":{"pointer":"/spec/display_name"}}]}""",
        });
        var run = await wizard.LaunchAsync();
        var id = run.RunId;
        await Expect(run.FixButton).ToBeVisibleAsync();
        await PageAudit.NothingIsFoundAsync(page, "a rejection's dialog");
        await run.FixButton.ClickAsync();
        await Expect(wizard.Name).ToHaveAttributeAsync("aria-invalid", "true");
        await PageAudit.NothingIsFoundAsync(page, "a draft that was refused");

        var drafts = new DraftsPage(page, console.Address);
        await drafts.OpenAsync();
        await PageAudit.NothingIsFoundAsync(page, "drafts");
        await drafts.Row("refused").GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await PageAudit.NothingIsFoundOnDialogAsync(page, "Keep draft");

        // As it is first painted, before the dialog.
        await page.RouteAsync("**/blazor.web*.js", route => route.AbortAsync());
        await page.GotoAsync(new Uri(console.Address, $"runs/{id}").ToString());
        await PageAudit.NothingIsFoundAsync(page, "a run that failed");
    });

    private static bool Leads(string path, string template)
    {
        var (asked, route) = (path.Split('/'), template.Split('/'));
        return asked.Length == route.Length && asked.Zip(route).All(pair => pair.Second.StartsWith('{') || pair.First == pair.Second);
    }
}
