using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>The sandbox's own knobs, its log, and the file that shells source.</summary>
[Collection(AzureSandbox.Name)]
public sealed class ControlTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Clock = "https://sandbox.byokconsole.test/clock";

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Nobody_turns_a_knob_without_the_token(string? token)
        => (await WithTokenAsync(Post, Clock, token, Object("""{"advanceSeconds":60}"""))).Expect(401);

    [Fact]
    public async Task Settings_are_told_under_the_names_by_which_they_are_changed_and_no_others_are_taken()
    {
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"propagationSeconds":3,"provisioningSeconds":4,"validationSeconds":5,"keySettlingSeconds":7,"vaultSettlingSeconds":13,"callsPerMinute":6,"keyOperationsIn10Seconds":9,"keyCreationsIn10Seconds":8,"armReadsAtOnce":10,"armWritesAtOnce":11,"armDeletesAtOnce":12}"""))).Expect(204);

        Assert.Equal(
            """{"propagationSeconds":3,"provisioningSeconds":4,"validationSeconds":5,"keySettlingSeconds":7,"vaultSettlingSeconds":13,"callsPerMinute":6,"keyOperationsIn10Seconds":9,"keyCreationsIn10Seconds":8,"armReadsAtOnce":10,"armWritesAtOnce":11,"armDeletesAtOnce":12}""", (await Cloud.ControlAsync(Get, "/settings")).Expect(200).Text);
        Assert.Contains("propagationSeconds", (await Cloud.ControlAsync(Patch, "/settings", Object("""{"propagationDelay":3}"""))).Expect(400).Text, StringComparison.Ordinal);
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"propagationSeconds":8,"provisioningSeconds":20,"validationSeconds":2,"keySettlingSeconds":2,"vaultSettlingSeconds":2,"callsPerMinute":6000,"keyOperationsIn10Seconds":4000,"keyCreationsIn10Seconds":20,"armReadsAtOnce":250,"armWritesAtOnce":200,"armDeletesAtOnce":200}"""))).Expect(204);
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"callsPerMinute":0}"""))).Expect(400);
    }

    [Fact]
    public async Task The_clock_moves_ahead_and_dates_every_answer()
    {
        var before = DateOf(await VaultAsync(Get, "/keys"));

        (await Cloud.ControlAsync(Post, "/clock", Object("""{"advanceSeconds":86400}"""))).Expect(200);

        Assert.InRange((DateOf(await VaultAsync(Get, "/keys")) - before).TotalSeconds, 86_399, 86_500);
    }

    [Theory]
    [InlineData("""{"advanceSeconds":-1}""")]
    [InlineData("""{"advanceSeconds":0}""")]
    [InlineData("""{"advanceSeconds":"day"}""")]
    [InlineData("""{"advanceSeconds":999999999999}""")]
    [InlineData("""[]""")]
    public async Task The_clock_never_goes_back_and_nowhere_out_of_reach(string body)
        => (await WithTokenAsync(Post, Clock, Cloud.Environment.ControlToken, JsonNode.Parse(body))).Expect(400);

    [Fact]
    public async Task The_log_tells_who_asked_what_and_no_secret()
    {
        var token = (await TokenAsync(null)).Expect(200)["access_token"]!;
        (await VaultAsync(Get, "/keys/orders-cmk")).Expect(200);

        var log = (await Cloud.ControlAsync(Get, "/log?after=0")).Expect(200).Text;

        Assert.Contains("/keys/orders-cmk", log, StringComparison.Ordinal);
        Assert.Contains("b9a1c0de-0000-4000-8000-0000000000f1", log, StringComparison.Ordinal);
        foreach (var secret in Cloud.Environment.Secrets.Append(token))
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_over_forgets_what_was_asked_and_counts_on()
    {
        (await VaultAsync(Get, "/keys/orders-cmk")).Expect(200);
        var before = await Cloud.ListAsync("/log?after=0");

        (await Cloud.ControlAsync(Post, "/reset")).Expect(204);

        var after = await Cloud.ListAsync("/log?after=0");
        Assert.DoesNotContain(after, entry => (string?)entry["path"] == "/keys/orders-cmk");
        Assert.All(after, entry => Assert.True((long)entry["sequence"]! > before.Max(old => (long)old["sequence"]!)));
    }

    [Fact]
    public async Task The_environment_file_can_be_sourced_by_bash_whatever_the_folder_is_called()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash is not at home on Windows.");
        var start = new ProcessStartInfo("bash", ["-c", ". \"$1\" && printf '%s\\n%s\\n%s\\n' \"$SSL_CERT_FILE\" \"$HTTPS_PROXY\" \"${NO_PROXY-none}\"", "bash", Sandbox.Server.EnvFile])
        {
            Environment = { ["NO_PROXY"] = "*" },
        };

        var lines = (await EndedProgram.RunAsync(start, cancellationToken: TestContext.Current.CancellationToken)).Output.Split('\n');

        Assert.Equal([Path.Combine(Sandbox.Folder, "sandbox", "ca.pem"), Sandbox.Server.ProxyUri.GetLeftPart(UriPartial.Authority), "none"], lines[..3]);
    }

    [Fact]
    public async Task A_second_sandbox_in_the_same_folder_is_told_who_has_it()
    {
        var refused = await Assert.ThrowsAsync<SandboxException>(
            () => SandboxServer.StartAsync(new SandboxOptions { DataFolder = Sandbox.Folder, Port = 0 }, TestContext.Current.CancellationToken));

        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
        (await VaultAsync(Get, "/keys")).Expect(200);
    }


    private static DateTimeOffset DateOf(CloudAnswer answer) => answer.Expect(200).Message.Headers.Date!.Value;
}
