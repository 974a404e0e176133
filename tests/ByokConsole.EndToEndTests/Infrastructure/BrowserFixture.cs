using System.Collections.Concurrent;
using ByokConsole.EndToEndTests.Infrastructure;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>One headless Chromium for the whole assembly; each test gets a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Milliseconds. A build machine may be busy: what is waited for comes by itself, and only a defect takes this long.</summary>
    private const float Patience = 90_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--no-first-run",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        if (await BrowserLocator.FindOrInstallAsync(_playwright) is { } path)
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>Gives the test a page of its own. A test that fails leaves a screenshot behind, and what the browser said.</summary>
    public async Task InPageAsync(Func<IPage, Task> test)
    {
        await using var context = await Require().NewContextAsync(new() { ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        var said = new ConcurrentQueue<string>();
        page.Console += (_, message) => said.Enqueue($"browser {message.Type}: {message.Text}");
        try
        {
            // Axe and the animations of a theme do not go together: what moves is judged in the middle.
            await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
            await test(page);
        }
        catch
        {
            foreach (var line in said)
                TestContext.Current.TestOutputHelper?.WriteLine(line);
            var name = TestContext.Current.TestMethod?.MethodName ?? "test";
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "TestResults", $"{name}.png"), FullPage = true });
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>The browser; where there is none, the test is skipped, or fails under <c>CI=true</c>.</summary>
    private IBrowser Require()
    {
        if (_browser is not null)
            return _browser;
        const string Reason = "No browser was found and none could be installed. To run the browser tests: " + BrowserLocator.EnableCommand + ".";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Reason);
        Assert.Skip(Reason);
        throw new InvalidOperationException(Reason);
    }
}
