namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>A console process on a data folder that outlives it: it can be killed and started again. One for the tests of a class, or a test's own.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _settings;
    private ServerProcess? _console;

    public ConsoleFixture()
        : this([])
    {
    }

    private ConsoleFixture(string[] settings) => _settings = settings;

    public string DataFolder => _folder.Path;

    /// <summary>What can be killed.</summary>
    public ServerProcess Process => _console ?? throw new InvalidOperationException("The console does not run.");

    public Uri Address => Process.Address;

    /// <summary>The knobs of the sandbox inside the console.</summary>
    public SandboxClient Sandbox => SandboxClient.Of(_folder.Path);

    /// <summary>A test's own console, with these settings.</summary>
    public static async Task<ConsoleFixture> StartAsync(params string[] settings)
    {
        var console = new ConsoleFixture(settings);
        await console.InitializeAsync();
        return console;
    }

    public async ValueTask InitializeAsync()
        => _console = await ServerProcess.StartAsync(ContractOfJourneys.Watch(Programs.Console(_folder.Path, _settings)));

    public async ValueTask DisposeAsync()
    {
        if (_console is not null)
            await _console.DisposeAsync();
        _folder.Dispose();
    }
}
