namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>A sandbox that runs alone, for the tests of a class, so that it outlives the consoles that attach to it.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ServerProcess? _sandbox;
    private SandboxControl? _control;

    public SandboxControl Control => _control ?? throw new InvalidOperationException("The sandbox does not run.");

    /// <summary>A console with a data folder of its own that uses this sandbox.</summary>
    public Task<ConsoleFixture> AttachAsync(params string[] more)
        => ConsoleFixture.StartAsync(["--Sandbox:EnvFile", Path.Combine(_folder.Path, "sandbox", "sandbox.env"), .. more]);

    public async ValueTask InitializeAsync()
    {
        _sandbox = await ServerProcess.StartSandboxAsync(_folder.Path);
        _control = new SandboxControl(_folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        _control?.Dispose();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
