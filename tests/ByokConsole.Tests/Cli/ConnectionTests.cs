using ByokConsole.Tests.Web;

namespace ByokConsole.Tests.Cli;

public sealed class ConnectionTests(LiveConsole live) : IClassFixture<LiveConsole>
{
    private string Server => live.Console.Address.ToString();

    [Fact]
    public async Task A_console_that_is_not_there_is_told_in_one_line()
    {
        var away = (await ByokExecutable.RunAsync(["key", "list", "--server", "http://localhost:1"])).Ends(7);

        Assert.Single(away.Errors.TrimEnd().Split('\n'));
        Assert.Contains("No console answers at http://localhost:1/", away.Errors, StringComparison.Ordinal);
        Assert.Contains("--server or BYOK_SERVER", away.Errors, StringComparison.Ordinal);
        Assert.Empty(away.Output);

        var forPrograms = (await ByokExecutable.RunAsync(["key", "list", "-o", "json"], ("BYOK_SERVER", "http://localhost:1"))).Ends(7);
        Assert.Equal("console_unreachable", (string?)forPrograms.Problem["code"]);
    }

    [Fact]
    public async Task A_console_in_Live_mode_lets_in_who_has_its_token()
    {
        var outside = (await ByokExecutable.RunAsync(["run", "list", "--server", Server])).Ends(7);
        Assert.Contains("--token-file", outside.Errors, StringComparison.Ordinal);
        (await ByokExecutable.RunAsync(["run", "list"], ("BYOK_SERVER", Server), ("BYOK_TOKEN", "wrong"))).Ends(7);

        var file = Path.Combine(live.Console.DataFolder, "live", "api-token");
        var inside = (await ByokExecutable.RunAsync(["run", "list", "--server", Server, "--token-file", file])).Ends(0);
        Assert.Equal("None found.\n", inside.Output);
        (await ByokExecutable.RunAsync(["run", "list"], ("BYOK_SERVER", Server), ("BYOK_TOKEN", live.ApiToken))).Ends(0);
        (await ByokExecutable.RunAsync(["run", "list"], ("BYOK_SERVER", Server), ("BYOK_TOKEN_FILE", file))).Ends(0);
    }

    [Fact]
    public async Task A_token_never_travels_unencrypted_to_another_machine()
    {
        var refused = (await ByokExecutable.RunAsync(["run", "list", "--server", "http://console.example"], ("BYOK_TOKEN", "a-token-of-the-test"))).Ends(2);

        Assert.DoesNotContain("a-token-of-the-test", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_file_that_is_not_there_and_an_address_that_is_none_are_wrong_usage()
    {
        (await ByokExecutable.RunAsync(["run", "list", "--server", Server, "--token-file", "/nowhere/token"])).Ends(2);
        (await ByokExecutable.RunAsync(["run", "list", "--server", "localhost"])).Ends(2);
    }
}
