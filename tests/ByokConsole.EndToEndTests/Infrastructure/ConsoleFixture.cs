using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>One console process for the tests of a class, and a browser page for each test. A failed test leaves a screenshot behind.</summary>
public sealed class ConsoleFixture(BrowserFixture browser) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ConsoleProcess? _console;

    public ConsoleProcess Console => _console ?? throw new InvalidOperationException("The console was not started.");

    public Uri Address => Console.Address;

    public string DataFolder => _folder.Path;

    /// <summary>What the consoles that were killed had written.</summary>
    public string EarlierOutput { get; private set; } = "";

    public SandboxControl Sandbox => new(_folder.Path);

    public async ValueTask InitializeAsync() => _console = await ConsoleProcess.StartAsync(_folder.Path);

    /// <summary>kill -9, and the same data folder again on another port.</summary>
    public async Task KillAndRestartAsync()
    {
        await Console.KillAsync();
        EarlierOutput += Console.Output;
        await Console.DisposeAsync();
        _console = await ConsoleProcess.StartAsync(_folder.Path);
    }

    public async Task InPageAsync(Func<IPage, Task> test, string theme = "light", int width = 1440)
    {
        await using var context = await browser.Require().NewContextAsync(new()
        {
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        try
        {
            // Axe and the animations of a theme do not go together: what moves is judged in the middle.
            await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
            await test(page);
        }
        catch
        {
            var name = TestContext.Current.TestMethod?.MethodName ?? "test";
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "TestResults", $"{name}.png"), FullPage = true });
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_console is not null)
            await _console.DisposeAsync();
        _folder.Dispose();
    }
}
