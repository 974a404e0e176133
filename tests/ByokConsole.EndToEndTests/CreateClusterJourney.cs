using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>The main job, in a real browser: from an empty environment to the security settings of an encrypted cluster.</summary>
public sealed class CreateClusterJourney(ConsoleFixture console, BrowserFixture browser) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task A_Person_Creates_An_Encrypted_Cluster_Sees_Its_Key_And_Still_Does_After_A_Kill() => await browser.InPageAsync(async page =>
    {
        var clusters = new ClustersPage(page, console.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await wizard.GoToSecurityAsync("eastus");
        await wizard.PutInForceAsync(KeyEntry.Of("kv-orders-eus", "orders-cmk"));
        await wizard.ContinueToReviewAsync();
        await wizard.NameAsync("orders-prod");
        await wizard.AcknowledgeAsync("orders-cmk");
        var run = await wizard.LaunchAsync();
        var runId = run.RunId;

        // The cloud takes its time; the console is killed meanwhile and goes on by itself.
        await console.Process.KillAndRestartAsync();
        run = new RunProgressPage(page, console.Address);
        await run.OpenRunAsync(runId);
        await Expect(run.SecurityLink).ToBeVisibleAsync();
        var security = await run.GoToSecurityAsync();

        await Expect(security.Value("https://kv-orders-eus.vault.azure.net/keys/orders-cmk").First).ToBeVisibleAsync();
        await Expect(security.Value("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11").First).ToBeVisibleAsync();
        using var sandbox = console.Sandbox;
        Assert.Equal("orders-prod", PastTheConsole.NameOf(Assert.Single(await sandbox.ClustersAsync(ClustersPage.DefaultEnvironment))));
        await NoSecretIsAnywhereAsync(sandbox, await page.ContentAsync());
    });

    /// <summary>Greps what the consoles wrote, the page, and every file of the data folder but the ones that exist to hold secrets.</summary>
    private async Task NoSecretIsAnywhereAsync(SandboxClient sandbox, string html)
    {
        var secrets = sandbox.Environment.Secrets.ToList();
        Assert.NotEmpty(secrets);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, console.Process.Output + html, StringComparison.Ordinal);
            foreach (var file in Directory.EnumerateFiles(console.DataFolder, "*", SearchOption.AllDirectories).Where(IsNoSecretStore))
                Assert.DoesNotContain(secret, System.Text.Encoding.Latin1.GetString(await ReadAsync(file)), StringComparison.Ordinal);
        }
    }

    private static bool IsNoSecretStore(string file) => Path.GetFileName(file) is not "sandbox.env" && !file.EndsWith(".lock", StringComparison.Ordinal);

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
