using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web;

/// <summary>A real console on a free port, with a data folder of its own.</summary>
public sealed class RunningConsole : IAsyncDisposable
{
    private readonly ConsoleApplication _console;
    private readonly TemporaryFolder _folder;

    private RunningConsole(ConsoleApplication console, TemporaryFolder folder)
    {
        _console = console;
        _folder = folder;
        Client = CreateClient();
    }

    /// <summary>Settings of Live mode without which it does not start; nothing is ever sent to the clouds they name.</summary>
    public static string[] LiveSettings { get; } =
    [
        "--Mode", "Live", "--Azure:TenantId", "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11", "--Confluent:ApiKey", "KEY", "--Confluent:ApiSecret", "a-secret-of-the-test",
    ];

    /// <summary>Sends no header that a browser would, follows no redirect, keeps no cookie.</summary>
    public HttpClient Client { get; }

    public Uri Address => _console.Address;

    public string DataFolder => _folder.Path;

    public IServiceProvider Services => _console.Services;

    public Uri CreateLink() => _console.CreateLink();

    public static async Task<RunningConsole> StartAsync(string[]? settings = null, Action<IServiceCollection>? configure = null)
    {
        var folder = new TemporaryFolder();
        try
        {
            var console = await ConsoleApplication.StartAsync(
                ["--urls", "http://127.0.0.1:0", "--DataFolder", folder.Path, "--Sandbox:Port", "0", .. settings ?? []], configure);
            return new RunningConsole(console, folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _console.DisposeAsync();
        _folder.Dispose();
    }

    private HttpClient CreateClient()
        => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = Address };
}
