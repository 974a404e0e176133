namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>A console process on a data folder that outlives it: it can be killed and started again. One for the tests of a class, or a test's own.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _settings;
    private ServerProcess? _console;
    private string _earlierOutput = "";

    public ConsoleFixture()
        : this([])
    {
    }

    private ConsoleFixture(string[] settings) => _settings = settings;

    public Uri Address => Process.Address;

    /// <summary>False once it was killed.</summary>
    public bool IsAlive => _console is not null;

    public string DataFolder => _folder.Path;

    /// <summary>What this console and those that were killed have written.</summary>
    public string Output => _earlierOutput + Process.Output;

    /// <summary>The knobs of the sandbox inside the console.</summary>
    public SandboxControl Sandbox => new(_folder.Path);

    private ServerProcess Process => _console ?? throw new InvalidOperationException("The console does not run.");

    /// <summary>A test's own console, with these settings.</summary>
    public static async Task<ConsoleFixture> StartAsync(params string[] settings)
    {
        var console = new ConsoleFixture(settings);
        await console.InitializeAsync();
        return console;
    }

    public async ValueTask InitializeAsync() => _console = await ServerProcess.StartConsoleAsync(_folder.Path, _settings);

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        await Process.KillAsync();
        _earlierOutput += Process.Output;
        await Process.DisposeAsync();
        _console = null;
    }

    /// <summary>Stops it in its tracks, as a machine that is out of breath does.</summary>
    public Task StallAsync() => Process.SignalAsync("STOP");

    /// <summary>Lets it go on where it was.</summary>
    public Task WakeUpAsync() => Process.SignalAsync("CONT");

    /// <summary>kill -9, and the same data folder again on another port.</summary>
    public async Task KillAndRestartAsync()
    {
        await KillAsync();
        await InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_console is not null)
            await _console.DisposeAsync();
        _folder.Dispose();
    }
}
