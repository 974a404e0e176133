using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests;

/// <summary>axe-core finds nothing on any page, in either theme; nothing scrolls sideways at 320 px.</summary>
public sealed class AccessibilityTests(ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    public static TheoryData<string, string> Pages
    {
        get
        {
            var data = new TheoryData<string, string>();
            string[] pages =
            [
                "environments/env-9kx2v/clusters", "environments/env-4mq7d/clusters", "environments/env-4mq7d/clusters/lkc-st4g1n",
                "environments/env-4mq7d/clusters/lkc-st4g1n/settings/security", "environments/env-4mq7d/clusters/lkc-st4g1n/revoke",
                "environments/env-4mq7d/clusters/lkc-st4g1n/delete", "environments/env-9kx2v/drafts", "runs", "runs/run-unknown",
                "drafts/d-unknown/type", "environments/env-4mq7d/clusters/lkc-unknown", "nowhere",
            ];
            foreach (var page in pages)
            {
                data.Add(page, "light");
                data.Add(page, "dark");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_Finds_Nothing_On_A_Page(string path, string theme) => await console.InPageAsync(
        async page =>
        {
            await page.GotoAsync(new Uri(console.Address, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();

            await Axe.FindsNothingAsync(page);
        },
        theme);

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Axe_Finds_Nothing_On_Any_Step_Of_The_Wizard(string theme) => await console.InPageAsync(
        async page =>
        {
            var clusters = new ClustersPage(page, console.Address);
            await clusters.OpenAsync();
            var wizard = await clusters.CreateClusterAsync();
            await Axe.FindsNothingAsync(page);
            await wizard.ChooseDedicatedAsync();
            await Axe.FindsNothingAsync(page);
            await wizard.ChooseRegionAsync("eastus");
            await Axe.FindsNothingAsync(page);
            await wizard.ChooseInternetAsync();
            await wizard.ChooseSelfManagedAsync();
            await wizard.EnterKeyAsync(KeyEntry.Of("kv-nopurge-eus", "orders-cmk"));
            await page.GetByText("Command that switches it on").First.WaitForAsync();
            await Axe.FindsNothingAsync(page);
            await wizard.OpenStepAsync(wizard.DraftId, "review");
            await Axe.FindsNothingAsync(page);
        },
        theme);

    [Theory]
    [InlineData("environments/env-4mq7d/clusters")]
    [InlineData("environments/env-4mq7d/clusters/lkc-st4g1n/settings/security")]
    [InlineData("environments/env-4mq7d/clusters/lkc-st4g1n/revoke")]
    [InlineData("environments/env-4mq7d/clusters/lkc-st4g1n/delete")]
    [InlineData("runs")]
    public async Task Nothing_Scrolls_Sideways_At_320_Pixels(string path) => await console.InPageAsync(
        async page =>
        {
            await page.GotoAsync(new Uri(console.Address, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });

            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        },
        width: 320);
}
