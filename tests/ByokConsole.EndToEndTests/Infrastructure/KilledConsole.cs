using ByokConsole.EndToEndTests.Pages;
using Microsoft.Playwright;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>A console attached to a sandbox that outlives it, to be killed while that holds a request; and the browser page that watches.</summary>
public sealed class KilledConsole : IAsyncDisposable
{
    private readonly ConsoleFixture _console;
    private readonly IPage _page;
    private readonly ITestOutputHelper _output;

    private KilledConsole(SandboxClient clouds, ConsoleFixture console, IPage page, ITestOutputHelper output)
        => (Clouds, _console, _page, _output) = (clouds, console, page, output);

    public SandboxClient Clouds { get; }

    /// <summary>With the seeded world, and clouds that make nobody wait but for clusters.</summary>
    public static async Task<KilledConsole> StartAsync(SandboxFixture sandbox, IPage page, ITestOutputHelper output, int provisioningSeconds)
    {
        await sandbox.BeginAnewAsync(provisioningSeconds);
        return new(sandbox.Control, await sandbox.AttachAsync(), page, output);
    }

    /// <summary>Waits until the request has come and this much was made, kills the console and starts it again.</summary>
    public async Task KillWhileHeldAsync(string moment, Func<Task<int>> made, int expected)
    {
        await Clouds.FaultsAreTakenAsync();
        await Poll.UntilAsync(async () => await made() == expected);
        await KillAsync(moment);
    }

    public Task KillAsync(string moment)
    {
        _output.WriteLine($"killed {moment}");
        return _console.Process.KillAndRestartAsync();
    }

    public async Task<CreateClusterPage> NewDraftAsync()
    {
        var clusters = new ClustersPage(_page, _console.Address);
        await clusters.OpenAsync();
        return await clusters.CreateClusterAsync();
    }

    public async Task<CreateClusterPage> OpenDraftAsync(string draft, string step)
    {
        var wizard = new CreateClusterPage(_page, _console.Address);
        await wizard.OpenStepAsync(draft, step);
        return wizard;
    }

    public async Task<RunProgressPage> OpenRunAsync(string id)
    {
        var run = new RunProgressPage(_page, _console.Address);
        await run.OpenRunAsync(id);
        return run;
    }

    public async Task<RunsPage> OpenRunsAsync()
    {
        var runs = new RunsPage(_page, _console.Address);
        await runs.OpenAsync();
        return runs;
    }

    public ValueTask DisposeAsync() => _console.DisposeAsync();
}
