using ByokConsole.Adapters.Storage;
using ByokConsole.Tests.Sandbox;
using ByokConsole.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace ByokConsole.Tests.Web;

/// <summary>A console's database belongs to one sandbox, and stays with it over restarts and when its world is started over.</summary>
public sealed class SandboxWorldTests
{
    [Fact]
    public async Task A_sandbox_that_was_started_over_and_started_again_is_the_same_world()
    {
        using var folder = new TemporaryFolder();
        var (authority, env) = (Path.Combine(folder.Path, "sandbox", "ca.pem"), Path.Combine(folder.Path, "sandbox", "sandbox.env"));
        string before;
        await using (await StartAsync(folder))
        {
            before = SandboxWorld.Of(authority);
            using var caller = new SandboxCaller(env);
            (await caller.ControlAsync(HttpMethod.Post, "/reset")).Expect(204);
        }

        await using var again = await StartAsync(folder);

        Assert.Equal((64, before), (before.Length, SandboxWorld.Of(authority)));
    }

    [Fact]
    public async Task A_database_that_was_copied_beside_another_sandbox_is_refused()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();
        await using (await StartAsync(one))
        {
        }

        SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(Path.Combine(other.Path, "sandbox"));
        File.Copy(Path.Combine(one.Path, "sandbox", "console.db"), Path.Combine(other.Path, "sandbox", "console.db"));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(other));

        Assert.Contains("belongs to another sandbox", Assert.Single(refused.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_whose_certificate_cannot_be_read_is_told_by_its_file()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();
        await using (await StartAsync(one))
        {
        }

        var authority = Path.Combine(one.Path, "sandbox", "ca.pem");
        await File.WriteAllTextAsync(authority, "not a certificate", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => ConsoleApplication.StartAsync(
            ["--urls", "http://127.0.0.1:0", "--DataFolder", other.Path, "--Sandbox:EnvFile", Path.Combine(one.Path, "sandbox", "sandbox.env")]));

        Assert.Contains(authority, refused.Message, StringComparison.Ordinal);
    }

    private static Task<ConsoleApplication> StartAsync(TemporaryFolder folder)
        => ConsoleApplication.StartAsync(["--urls", "http://127.0.0.1:0", "--DataFolder", folder.Path, "--Sandbox:Port", "0"]);
}
