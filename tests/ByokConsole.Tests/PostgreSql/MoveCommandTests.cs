using ByokConsole.Core.Drafts;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.PostgreSql;

/// <summary>From a file to PostgreSQL with one command.</summary>
public sealed class MoveCommandTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stopped_console_goes_on_with_everything_on_postgresql()
    {
        using var folder = new TemporaryFolder();
        var connection = await server.CreateDatabaseAsync();
        string[] shared = ["--ConnectionStrings:Console", connection, "--Protection:SealFile", Path.Combine(folder.Path, "database.seal")];
        string draft;
        await using (var console = await StartAsync(folder.Path))
        {
            draft = (await console.Services.GetRequiredService<DraftService>().CreateAsync("env-9kx2v", Token)).Id;
            // The folder is held: nothing is moved under a console that runs.
            Assert.Equal(1, await ConsoleApplication.RunAsync(["move-to-postgresql", "--DataFolder", folder.Path, .. shared]));
        }

        Assert.Equal(1, await ConsoleApplication.RunAsync(["move-to-postgresql", "--DataFolder", folder.Path]));
        Assert.Equal(0, await ConsoleApplication.RunAsync(["move-to-postgresql", "--DataFolder", folder.Path, .. shared]));

        await using (var console = await StartAsync(folder.Path, shared))
            Assert.NotNull(await console.Services.GetRequiredService<DraftService>().FindAsync(draft, Token));
        await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(folder.Path));

        // A backup that has lost the connection string would hold nothing: it is refused, and one that has it says what else there is to back up.
        using var backup = new TemporaryFolder();
        Assert.Equal(1, await ConsoleApplication.RunAsync(["backup", backup.Path, "--DataFolder", folder.Path]));
        Assert.Equal(0, await ConsoleApplication.RunAsync(["backup", backup.Path, "--DataFolder", folder.Path, .. shared]));
        Assert.Empty(Directory.GetFiles(backup.Path, "*.moved", SearchOption.AllDirectories));
    }

    private static Task<ConsoleApplication> StartAsync(string folder, params string[] more)
        => ConsoleApplication.StartAsync(["--urls", "http://127.0.0.1:0", "--DataFolder", folder, "--Sandbox:Port", "0", .. more]);
}
