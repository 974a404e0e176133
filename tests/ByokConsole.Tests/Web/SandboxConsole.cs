namespace ByokConsole.Tests.Web;

/// <summary>One console in Sandbox mode, for the tests of a class.</summary>
public sealed class SandboxConsole : IAsyncLifetime
{
    private RunningConsole? _console;

    public RunningConsole Console => _console ?? throw new InvalidOperationException("The console has not been started.");

    public async ValueTask InitializeAsync() => _console = await RunningConsole.StartAsync();

    public ValueTask DisposeAsync() => _console?.DisposeAsync() ?? ValueTask.CompletedTask;
}
