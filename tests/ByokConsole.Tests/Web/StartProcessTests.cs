using System.Net;
using System.Net.Sockets;

namespace ByokConsole.Tests.Web;

public sealed class StartProcessTests
{
    [Theory]
    [InlineData("--urls http://0.0.0.0:0", null, null)]
    [InlineData("--urls http://console.example:0", null, null)]
    [InlineData("--Kestrel:Endpoints:Web:Url http://*:0", null, null)]
    [InlineData("", "ASPNETCORE_URLS", "http://+:0")]
    [InlineData("", "URLS", "http://[::]:0")]
    [InlineData("", "ASPNETCORE_HTTP_PORTS", "8080")]
    [InlineData("", "HTTPS_PORTS", "8443")]
    [InlineData("", "Kestrel__Endpoints__Web__Url", "http://0.0.0.0:0")]
    public async Task No_route_opens_the_console_to_other_machines(string args, string? variable, string? value)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output, errors) = await ConsoleProcess.RunAsync(
            ["--DataFolder", folder.Path, .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            variable is null ? [] : [(variable, value!)]);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("can be reached from other machines", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_are_told_all_at_once_without_a_stack_trace()
    {
        var (exitCode, output, errors) = await ConsoleProcess.RunAsync(["--Mode", "Sandbxo", "--Sandbox:Port", "99999"]);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Equal(3, errors.Trim().Split('\n').Length);
        Assert.Contains("Mode: is 'Sandbxo'", errors, StringComparison.Ordinal);
        Assert.Contains("Sandbox:Port: is '99999'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_mode_refuses_a_shell_that_points_at_a_sandbox()
    {
        var (exitCode, _, errors) = await ConsoleProcess.RunAsync(RunningConsole.LiveSettings, ("BYOK_SANDBOX", "1"));

        Assert.Equal(1, exitCode);
        Assert.Contains("BYOK_SANDBOX", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, output, errors) = await ConsoleProcess.RunAsync(
            ["--DataFolder", folder.Path, "--Sandbox:Port", "0", "--urls", $"http://{taken.LocalEndpoint}"]);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("already in use", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_console_on_a_data_folder_is_told_who_has_it_in_one_line()
    {
        await using var first = await RunningConsole.StartAsync();

        var (exitCode, output, errors) = await ConsoleProcess.RunAsync(["--DataFolder", first.DataFolder, "--urls", "http://127.0.0.1:0"]);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        var line = Assert.Single(errors.Trim().Split('\n'));
        Assert.Contains($"process id {Environment.ProcessId}", line, StringComparison.Ordinal);
        Assert.Contains(first.Address.AbsoluteUri, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_console_runs_there_is_no_link_and_nobody_is_told_the_token()
    {
        using var folder = new TemporaryFolder();
        using var impostor = new TcpListener(IPAddress.Loopback, 0);
        impostor.Start();
        var live = Directory.CreateDirectory(Path.Combine(folder.Path, "live")).FullName;
        await File.WriteAllTextAsync(Path.Combine(live, "api-token"), "a-token-that-nobody-else-may-see", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(live, "console.json"), $$"""{ "processId": 1, "address": "http://{{impostor.LocalEndpoint}}", "since": "2026-11-24T00:00:00Z" }""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(live, "console.lock"), "", TestContext.Current.CancellationToken);

        var (exitCode, output, errors) = await ConsoleProcess.RunAsync(["link", "--DataFolder", folder.Path]);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("No console runs", errors, StringComparison.Ordinal);
        Assert.False(impostor.Pending());
    }
}
