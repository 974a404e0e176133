using System.Text.Json.Nodes;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ByokConsole.EndToEndTests;

/// <summary>
/// Both clouds in trouble at once: a page becomes usable or says what to do, and none stays blank. When the trouble is over, it goes on without a reload.
/// </summary>
public sealed class StormJourney(BrowserFixture browser) : IAsyncLifetime
{
    private const string Staging = "env-4mq7d";
    private const string Cluster = "lkc-st4g1n";

    /// <summary>A cloud may stall for ten seconds, twice, before a page can say so.</summary>
    private const float Patience = 40_000;

    private ConsoleFixture? _console;

    private ConsoleFixture Console => _console!;

    public async ValueTask InitializeAsync() => _console = await ConsoleFixture.StartAsync();

    public async ValueTask DisposeAsync() => await Console.DisposeAsync();

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Lists_And_A_Clusters_Security_Settings_Say_What_They_Know_And_Are_Right_When_It_Is_Calm(int seed, bool isOutage)
        => await browser.InPageAsync(async page =>
        {
            using var sandbox = Console.Sandbox;
            var (clusters, keys, security) = (new ClustersPage(page, Console.Address), new KeysPage(page, Console.Address), new ClusterSecurityPage(page, Console.Address));
            (AppPage Page, Func<Task> Open, ILocator Good)[] pages =
            [
                (clusters, () => clusters.OpenEnvironmentAsync(Staging), clusters.Row("payments-staging")),
                (keys, keys.OpenAsync, keys.Row("staging-cmk")),
                (security, () => security.OpenClusterAsync(Staging, Cluster), page.GetByRole(AriaRole.Heading, new() { Name = "Checks as they stand now" })),
            ];
            foreach (var (shown, open, good) in pages)
            {
                await StormAsync(sandbox, seed, isOutage);
                await open();
                await Expect(good.Or(shown.Trouble).First).ToBeVisibleAsync(new() { Timeout = Patience });
                if (await shown.Trouble.CountAsync() > 0)
                    await Expect(shown.Trouble.First.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();

                await CalmAsync(sandbox);

                await Expect(good).ToBeVisibleAsync(new() { Timeout = Patience });
                await Expect(shown.Trouble).ToHaveCountAsync(0, new() { Timeout = Patience });
            }
        });

    [Fact]
    public async Task The_Security_Step_Says_What_It_Cannot_See_And_Passes_When_It_Is_Calm() => await browser.InPageAsync(async page =>
    {
        using var sandbox = Console.Sandbox;
        var clusters = new ClustersPage(page, Console.Address);
        await clusters.OpenAsync();
        var wizard = await clusters.CreateClusterAsync();
        await wizard.GoToSecurityAsync("eastus");
        await wizard.IsSavedAsync();
        var draft = wizard.DraftId;

        await StormAsync(sandbox, seed: 4, isOutage: true);
        await wizard.OpenStepAsync(draft, "security");
        await wizard.EnterKeyAsync(KeyEntry.Of("kv-orders-eus", "orders-cmk"));
        await wizard.AttestAsync();
        var check = wizard.Check("Enabled, may wrap and unwrap");
        await Expect(check).ToContainTextAsync("Cannot see", new() { Timeout = Patience });

        await CalmAsync(sandbox);

        await Expect(check).ToContainTextAsync("Pass", new() { Timeout = Patience });
        await wizard.IsReadyToRegisterAsync();
    });

    /// <summary>Of ten requests half suffer something; in an outage all do.</summary>
    private static Task StormAsync(SandboxClient sandbox, int seed, bool isOutage) => sandbox.DoAsync(HttpMethod.Put, "storm", isOutage
        ? new JsonObject { ["seed"] = seed, ["tooManyRequests"] = 30, ["serverErrors"] = 65, ["resets"] = 5 }
        : new JsonObject { ["seed"] = seed, ["tooManyRequests"] = 25, ["serverErrors"] = 20, ["resets"] = 5, ["stalls"] = 3 });

    private static Task CalmAsync(SandboxClient sandbox) => sandbox.DoAsync(HttpMethod.Put, "storm", new JsonObject());
}
