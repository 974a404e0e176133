using System.Text.Json.Nodes;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>The cloud refuses the cluster: a dialog with its reason, and back in the draft with the field highlighted.</summary>
public sealed class RejectedLaunchJourney(ConsoleFixture console, BrowserFixture browser) : IClassFixture<ConsoleFixture>
{
    private const string Reason = "Nombre no permitido: qwertz";

    [Fact]
    public async Task A_Refused_Launch_Comes_Back_To_The_Field_Whatever_The_Words() => await browser.InPageAsync(async page =>
    {
        var clusters = new ClustersPage(page, console.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await wizard.ChooseDedicatedAsync();
        await wizard.ChooseRegionAsync("eastus");
        await wizard.ChooseInternetAsync();
        await wizard.ContinueToReviewAsync();
        await wizard.NameAsync("refused");
        using var sandbox = console.Sandbox;
        await sandbox.DoAsync(HttpMethod.Post, "faults", new JsonObject
        {
            ["name"] = "Refuse", ["host"] = "api.confluent.cloud", ["method"] = "POST", ["path"] = "/cmk/v2/clusters", ["status"] = 422,
            ["body"] = $$$"""{"errors":[{"id":"1","status":"422","code":"x","detail":"{{{Reason}}}","source":{"pointer":"/spec/display_name"}}]}""",
        });

        await wizard.LaunchAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText(Reason).First).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Fix in" }).ClickAsync();

        await Expect(page.GetByLabel("Cluster name")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByText(Reason).First).ToBeVisibleAsync();
    });
}
