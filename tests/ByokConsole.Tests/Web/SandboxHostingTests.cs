using System.Text.Json.Nodes;
using ByokConsole.Adapters;
using ByokConsole.Core.Ports;
using ByokConsole.Tests.Sandbox;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web;

public sealed class SandboxHostingTests(SandboxConsole sandbox) : IClassFixture<SandboxConsole>
{
    private readonly RunningConsole _console = sandbox.Console;

    [Fact]
    public async Task A_console_that_is_ready_has_clouds_to_ask_which_are_its_own_sandboxs()
    {
        var connection = _console.Services.GetRequiredService<CloudConnection>();

        var environments = await _console.Services.GetRequiredService<IKafkaClusters>().ListEnvironmentsAsync(TestContext.Current.CancellationToken);

        Assert.True(connection.Proxy is { IsLoopback: true });
        Assert.StartsWith(_console.DataFolder, connection.CertificateAuthorityFile, StringComparison.Ordinal);
        Assert.Null(environments.Fault);
        Assert.Contains(environments.Value!, environment => environment.Id == "env-9kx2v");
    }

    [Fact]
    public async Task A_second_console_can_use_the_first_ones_sandbox()
    {
        var file = SandboxEnvironment.FileIn(_console.DataFolder);

        await using var second = await RunningConsole.StartAsync(["--Sandbox:EnvFile", file]);

        Assert.Equal(
            _console.Services.GetRequiredService<CloudConnection>().Proxy, second.Services.GetRequiredService<CloudConnection>().Proxy);
        var environments = await second.Services.GetRequiredService<IKafkaClusters>().ListEnvironmentsAsync(TestContext.Current.CancellationToken);
        Assert.Null(environments.Fault);
    }

    [Fact]
    public async Task A_console_that_is_attached_knows_the_sandboxs_time_from_its_answers()
    {
        var file = SandboxEnvironment.FileIn(_console.DataFolder);
        await using var second = await RunningConsole.StartAsync(["--Sandbox:EnvFile", file]);
        using var caller = new SandboxCaller(file);
        (await caller.ControlAsync(HttpMethod.Post, "/clock", new JsonObject { ["advanceSeconds"] = 86_400 })).Expect(200);

        await second.Services.GetRequiredService<IKafkaClusters>().ListEnvironmentsAsync(TestContext.Current.CancellationToken);

        var (own, attached) = (_console.Services.GetRequiredService<SandboxTime>().Now(), second.Services.GetRequiredService<SandboxTime>().Now());
        Assert.True(own > TimeProvider.System.GetUtcNow().AddHours(23), $"{own}");
        Assert.InRange((own - attached)!.Value.TotalSeconds, -2, 2);
    }

    [Fact]
    public async Task A_port_that_was_asked_for_and_is_taken_keeps_the_console_from_starting_and_leaves_its_folder_free()
    {
        using var folder = new TemporaryFolder();
        var taken = _console.Services.GetRequiredService<CloudConnection>().Proxy!.Port;
        string[] settings = ["--urls", "http://127.0.0.1:0", "--DataFolder", folder.Path, "--Sandbox:Port"];

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => ConsoleApplication.StartAsync([.. settings, $"{taken}"]));

        Assert.Contains($"{taken}", Assert.Single(refused.Lines), StringComparison.Ordinal);
        await using var again = await ConsoleApplication.StartAsync([.. settings, "0"]);
        Assert.True(FolderLock.IsHeld(Path.Combine(folder.Path, "sandbox")));
    }
}
