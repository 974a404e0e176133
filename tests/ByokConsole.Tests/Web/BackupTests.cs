using ByokConsole.Core.Drafts;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web;

/// <summary>A backup of a console that runs is a data folder that another one starts on.</summary>
public sealed class BackupTests
{
    private const string Environment = "env-9kx2v";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_of_a_running_console_holds_its_drafts_and_its_sandbox_and_starts_as_it_is()
    {
        using var folder = new TemporaryFolder();
        using var backup = new TemporaryFolder();
        string draft;
        await using (var console = await StartAsync(folder.Path))
        {
            var drafts = console.Services.GetRequiredService<DraftService>();
            draft = (await drafts.CreateAsync(Environment, Token)).Id;
            var typed = (await drafts.FindAsync(draft, Token))!;
            typed.DisplayName = "orders-prod";
            Assert.Equal(SaveOutcome.Saved, await drafts.SaveAsync(typed, Token));

            Assert.Equal(0, await ConsoleApplication.RunAsync(["backup", backup.Path, "--DataFolder", folder.Path]));
            typed.DisplayName = "after the backup";
            Assert.Equal(SaveOutcome.Saved, await drafts.SaveAsync(typed, Token));
        }

        await using var restored = await StartAsync(backup.Path);

        Assert.Equal("orders-prod", (await restored.Services.GetRequiredService<DraftService>().FindAsync(draft, Token))!.DisplayName);
        Assert.Equal(
            File.ReadAllText(Path.Combine(folder.Path, "sandbox", "ca.pem")), File.ReadAllText(Path.Combine(backup.Path, "sandbox", "ca.pem")));
    }

    [Fact]
    public async Task Nothing_is_written_over_and_what_is_wrong_is_said()
    {
        using var empty = new TemporaryFolder();
        using var used = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(used.Path, "sandbox"));
        File.WriteAllText(Path.Combine(used.Path, "sandbox", "precious"), "kept");

        Assert.Equal(1, await ConsoleApplication.RunAsync(["backup", used.Path, "--DataFolder", used.Path]));
        Assert.Equal(1, await ConsoleApplication.RunAsync(["backup", used.Path, "--DataFolder", empty.Path]));
        Assert.Equal(1, await ConsoleApplication.RunAsync(["backup"]));
        Assert.Equal(["precious"], Directory.GetFiles(Path.Combine(used.Path, "sandbox")).Select(Path.GetFileName));
    }

    private static Task<ConsoleApplication> StartAsync(string folder)
        => ConsoleApplication.StartAsync(["--urls", "http://127.0.0.1:0", "--DataFolder", folder, "--Sandbox:Port", "0"]);
}
