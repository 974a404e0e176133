using ByokConsole.EndToEndTests.Infrastructure;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>One headless Chromium for the whole assembly; each test gets a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--no-first-run",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        if (await BrowserLocator.FindOrInstallAsync(_playwright) is { } path)
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>The browser; where there is none, the test is skipped, or fails under <c>CI=true</c>.</summary>
    public IBrowser Require()
    {
        if (_browser is not null)
            return _browser;
        const string Reason = "No browser was found and none could be installed. To run the browser tests: " + BrowserLocator.EnableCommand + ".";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(Reason);
        Assert.Skip(Reason);
        throw new InvalidOperationException(Reason);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
