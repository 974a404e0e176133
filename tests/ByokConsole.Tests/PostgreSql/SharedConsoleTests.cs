using System.Net;
using ByokConsole.Tests.Adapters;
using ByokConsole.Tests.Adapters.Storage;
using ByokConsole.Tests.Web;
using ByokConsole.Web.Hosting;
using ByokConsole.Web.Hosting.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Tests.PostgreSql;

/// <summary>Whole consoles on a shared database: who is let in at one is let in at the other, and nothing says the password.</summary>
public sealed class SharedConsoleTests(PostgreSqlServer server)
{
    private static readonly string[] Everything = ["Default", "Microsoft", "Quartz", "Npgsql", "System"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_Was_Let_In_By_One_Console_Is_Let_In_By_The_Other()
    {
        using var folder = new TemporaryFolder();
        string[] settings = [.. RunningConsole.LiveSettings, .. await SettingsAsync(folder)];
        await using var one = await RunningConsole.StartAsync(settings);
        await using var other = await RunningConsole.StartAsync(settings);
        using var stranger = await other.Client.GetAsync("/runs", Token);
        using var entered = await one.Client.GetAsync(one.CreateLink(), Token);
        var cookie = entered.Headers.GetValues("Set-Cookie")
            .Single(header => header.StartsWith(AccessGate.Cookie, StringComparison.Ordinal)).Split(';')[0];

        using var request = new HttpRequestMessage(HttpMethod.Get, "/runs");
        request.Headers.Add("Cookie", cookie);
        using var page = await other.Client.SendAsync(request, Token);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (stranger.StatusCode, page.StatusCode));
    }

    [Fact]
    public async Task Consoles_With_A_Sandbox_Each_Are_Not_Let_Onto_One_Database_And_Attached_Ones_Are()
    {
        using var folder = new TemporaryFolder();
        var settings = await SettingsAsync(folder);
        await using var one = await RunningConsole.StartAsync(settings);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RunningConsole.StartAsync(settings));

        Assert.Contains("belongs to another sandbox", Assert.Single(refused.Lines), StringComparison.Ordinal);
        Assert.Contains("Sandbox:EnvFile", refused.Lines[0], StringComparison.Ordinal);
        await using var attached = await RunningConsole.StartAsync(
            [.. settings, "--Sandbox:EnvFile", Path.Combine(one.DataFolder, "sandbox", "sandbox.env")]);
    }

    [Fact]
    public async Task However_Much_Is_Logged_The_Password_Is_Not()
    {
        using var folder = new TemporaryFolder();
        using var log = new CapturedLog();
        string[] settings =
            [.. await SettingsAsync(folder), .. Everything.SelectMany(name => (string[])[$"--Logging:LogLevel:{name}", "Trace"])];
        await using (var console = await RunningConsole.StartAsync(
            settings, services => services.AddLogging(logging => logging.ClearProviders().AddProvider(log))))
        {
            using var page = await console.Client.GetAsync("/runs", Token);
            Assert.DoesNotContain(PostgreSqlServer.Password, await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
            await using var context = StoredConsole.Context(console.Services);
            Assert.NotEmpty(await context.Stamps.ToListAsync(Token));
        }

        Assert.Contains("Npgsql", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(PostgreSqlServer.Password, log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Console_That_Is_Not_Let_Into_Its_Database_Ends_With_One_Line_That_Says_So()
    {
        using var folder = new TemporaryFolder();
        await server.CreateDatabaseAsync();

        var (exitCode, output, errors) = await ConsoleProcess.RunAsync(
            ["--DataFolder", folder.Path, "--Sandbox:Port", "0", "--urls", "http://127.0.0.1:0", .. Seal(folder)],
            ("ConnectionStrings__Console", $"{server.To("postgres")};Password=a-wrong-one-of-the-test"));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("does not let this user in", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-one-of-the-test", errors, StringComparison.Ordinal);
    }

    private async Task<string[]> SettingsAsync(TemporaryFolder folder)
        => ["--ConnectionStrings:Console", await server.CreateDatabaseAsync(), .. Seal(folder)];

    private static string[] Seal(TemporaryFolder folder) => ["--Protection:SealFile", Path.Combine(folder.Path, "database.seal")];
}
