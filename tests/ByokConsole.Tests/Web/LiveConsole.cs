namespace ByokConsole.Tests.Web;

/// <summary>One console in Live mode, for the tests of a class.</summary>
public sealed class LiveConsole : IAsyncLifetime
{
    private RunningConsole? _console;

    public RunningConsole Console => _console ?? throw new InvalidOperationException("The console has not been started.");

    public string ApiToken => File.ReadAllText(Path.Combine(Console.DataFolder, "live", "api-token")).Trim();

    public async ValueTask InitializeAsync() => _console = await RunningConsole.StartAsync(RunningConsole.LiveSettings);

    public ValueTask DisposeAsync() => _console?.DisposeAsync() ?? ValueTask.CompletedTask;
}
