using System.Diagnostics;

namespace ByokConsole.Tests.Cli;

public sealed class RevokeTests(CliConsole console) : IClassFixture<CliConsole>
{
    private static readonly string[] Revoke = ["revoke", "lkc-st4g1n", "--environment", "env-4mq7d"];

    [Fact]
    public async Task Access_is_revoked_step_by_step_and_nothing_is_answered_that_nobody_said()
    {
        var plan = (await console.RunAsync(Revoke)).Ends(6);
        Assert.Contains("Repeat the command with --agree --others-know", plan.Errors, StringComparison.Ordinal);
        await OnceCancelledItEndsWithFiveAsync();
        (await console.RunAsync([.. Revoke, "--agree"])).Ends(6);
        (await console.RunAsync([.. Revoke, "--others-know"])).Ends(6);
        (await console.RunAsync("cluster", "delete", "lkc-st4g1n", "--environment", "env-4mq7d", "--force")).Ends(1);

        using (var waiting = console.Start([.. Revoke, "--agree", "--others-know"]))
        {
            await SaysAsync(waiting, "Stop the clients: ");
            using var kill = Process.Start("kill", ["-INT", waiting.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            var interrupted = (await ByokExecutable.EndAsync(waiting)).Ends(130);
            Assert.Matches("The run goes on without this command. To watch it again: byok run watch run-", interrupted.Errors);
        }

        var deletion = (await console.RunAsync([.. Revoke, "--clients-stopped", "Scaled to zero", "--name", "payments"])).Ends(6);
        Assert.Contains("--name <cluster name>", deletion.Errors, StringComparison.Ordinal);
        (await console.RunAsync("cluster", "describe", "lkc-st4g1n", "--environment", "env-4mq7d")).Ends(0);

        var key = (await console.RunAsync([.. Revoke, "--name", "payments-staging", "-o", "json"])).Ends(6);
        Assert.Equal("answer_needed", (string?)key.Problem["code"]);
        Assert.Contains(key.Problem["errors"]!.AsArray(), choice => (string?)choice!["code"] == "delete-key");
        var differs = (await console.RunAsync([.. Revoke, "--key", "delete", "--key-name", "another"])).Ends(6);
        Assert.Contains("\u201canother\u201d was given, and \u201cstaging-cmk\u201d has to be.", differs.Errors, StringComparison.Ordinal);

        var done = (await console.RunAsync([.. Revoke, "--key", "disable", "--remove-grants", "-o", "json"])).Ends(0);
        Assert.Equal("waiting", StateOf(done, "wait_release"));
        Assert.Equal("done", StateOf(done, "turn_vault_key"));
        Assert.Equal("done", StateOf(done, "remove_grants"));
        (await console.RunAsync("cluster", "describe", "lkc-st4g1n", "--environment", "env-4mq7d")).Ends(3);
        (await console.RunAsync("health", "cck-st4g1", "--check")).Ends(4);
    }

    [Fact]
    public async Task Options_that_contradict_each_other_are_wrong_usage()
    {
        (await console.RunAsync([.. Revoke, "--remove-grants", "--leave-grants"])).Ends(2);
        (await console.RunAsync([.. Revoke, "--key-name", "staging-cmk"])).Ends(2);
    }

    private async Task OnceCancelledItEndsWithFiveAsync()
    {
        var waiting = (await console.RunAsync("run", "list", "--state", "needs-person", "--kind", "revoke-access", "-o", "json")).Ends(0).Json.AsArray();
        var run = (string)Assert.Single(waiting)!["id"]!;
        (await console.RunAsync("run", "watch", run)).Ends(6);
        var unanswered = (await console.RunAsync("run", "answer", run)).Ends(6);
        Assert.Contains("agree-plan: ", unanswered.Errors, StringComparison.Ordinal);
        var unknown = (await console.RunAsync("run", "answer", run, "--choice", "agree")).Ends(2);
        Assert.Contains("agree-plan: ", unknown.Errors, StringComparison.Ordinal);
        var unticked = (await console.RunAsync("run", "answer", run, "--choice", "agree-plan", "--option", "others")).Ends(2);
        Assert.Contains("others-know: ", unticked.Errors, StringComparison.Ordinal);
        var without = (await console.RunAsync("run", "answer", run, "--choice", "agree-plan", "-o", "json")).Ends(1);
        Assert.Equal("option_missing", (string?)without.Problem["code"]);

        (await console.RunAsync("run", "cancel", run)).Ends(0);
        var cancelled = (await console.RunAsync("run", "watch", run, "-o", "json")).Ends(5);
        Assert.Equal("run_cancelled", (string?)cancelled.Problem["code"]);
        Assert.Equal("cancelled", (string?)cancelled.Json["state"]);
    }

    private static string? StateOf(CliResult run, string step)
        => (string?)run.Json["steps"]!.AsArray().Single(one => (string?)one!["name"] == step)!["state"];

    private static async Task SaysAsync(Process process, string text)
    {
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return;
        }
        Assert.Fail($"It ended without saying \u201c{text}\u201d.");
    }
}
