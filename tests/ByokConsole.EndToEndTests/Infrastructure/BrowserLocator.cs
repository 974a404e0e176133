using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>
/// Finds a Chromium for the browser tests: one that is there, else one that can be installed here (Debian's as root,
/// Playwright's where it may be downloaded), else null with the one command that enables the tests.
/// </summary>
internal static class BrowserLocator
{
    public const string EnvironmentVariable = "BYOK_TEST_BROWSER";

    public const string EnableCommand =
        "install Chromium (Debian: 'sudo apt-get install -y chromium'), or set " + EnvironmentVariable + " to the path of a Chromium or Chrome";

    private static readonly string[] WellKnown =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    public static async Task<string?> FindOrInstallAsync(IPlaywright playwright)
        => Find(playwright) ?? await InstallFromDebianAsync() ?? InstallFromPlaywright(playwright);

    private static string? Find(IPlaywright playwright)
        => new[] { Environment.GetEnvironmentVariable(EnvironmentVariable) }
            .Concat(WellKnown)
            .Append(playwright.Chromium.ExecutablePath)
            .FirstOrDefault(File.Exists);

    private static async Task<string?> InstallFromDebianAsync()
    {
        await AptPackage.InstallAsync("apt-get install -y -qq --no-install-recommends chromium fonts-liberation");
        return WellKnown.FirstOrDefault(File.Exists);
    }

    private static string? InstallFromPlaywright(IPlaywright playwright)
        => Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 && File.Exists(playwright.Chromium.ExecutablePath)
            ? playwright.Chromium.ExecutablePath
            : null;
}
