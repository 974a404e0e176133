namespace ByokConsole.Tests.Cli;

[Collection(CliCollection.Name)]
public sealed class HealthTests(CliConsole console)
{
    [Fact]
    public async Task A_key_in_use_is_checked_now()
    {
        var checkedNow = (await console.RunAsync("health", "cck-st4g1", "--check")).Ends(0);
        Assert.Matches(@"\| Standing +\| healthy ", checkedNow.Output);
        Assert.Contains("pass        The vault exists (kv-orders-weu)", checkedNow.Output, StringComparison.Ordinal);

        var report = (await console.RunAsync("health", "cck-st4g1", "-o", "json")).Ends(0);
        Assert.Equal("healthy", (string?)report.Json["standing"]);
        Assert.Contains(report.Json["checks"]!.AsArray(), check => (string?)check!["code"] == "grant_in_force");
    }

    [Fact]
    public async Task All_keys_are_shown_with_how_they_stand_and_one_that_fails_a_check_is_told_by_the_exit_code()
    {
        var all = (await console.RunAsync("health", "--check")).Ends(4);

        Assert.Matches(@"cck-st4g1 +\| staging +\| healthy +\| 0 ", all.Output);
        Assert.Matches(@"cck-n0gr4 +\| [^|]+\| warning +\| [1-9] ", all.Output);
        (await console.RunAsync("health")).Ends(4);
    }

    [Fact]
    public async Task Preflight_of_a_good_key_passes_and_of_a_bad_one_does_not()
    {
        var good = (await console.RunAsync("preflight", "--registration", "cck-an4l1", "--region", "westeurope", "--material-generated")).Ends(0);
        Assert.Contains("pass        Purge protection", good.Output, StringComparison.Ordinal);
        Assert.EndsWith("Passes: nothing fails.\n", good.Output, StringComparison.Ordinal);

        string[] bad =
        [
            "preflight", "--key-id", "https://kv-policies-eus.vault.azure.net/keys/orders-cmk", "--key-vault", CliConsole.Vault("kv-policies-eus"), "--tenant", CliConsole.Tenant,
            "--region", "eastus", "--material-generated",
        ];
        var refused = (await console.RunAsync(bad)).Ends(4);
        Assert.Contains("fail        Azure RBAC", refused.Output, StringComparison.Ordinal);
        var forPrograms = (await console.RunAsync([.. bad, "-o", "json"])).Ends(4);
        Assert.False((bool)forPrograms.Json["passes"]!);
        Assert.Empty(forPrograms.Errors);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public async Task Colour_is_for_terminals_of_those_who_want_it(string? noColor, bool isColoured)
    {
        string[] args = ["preflight", "--registration", "cck-an4l1"];
        var shown = await ByokExecutable.RunAtTerminalAsync("", args, ("BYOK_SERVER", console.Address.ToString()), ("TERM", "xterm"), ("NO_COLOR", noColor));

        Assert.Contains("Purge protection", shown.Output, StringComparison.Ordinal);
        Assert.Equal(isColoured, shown.Output.Contains("\e[32mpass", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Preflight_wants_one_key_and_one_way_to_say_which()
    {
        (await console.RunAsync("preflight")).Ends(2);
        (await console.RunAsync("preflight", "--key-id", "https://kv-orders-weu.vault.azure.net/keys/orders-cmk")).Ends(2);
        (await console.RunAsync("preflight", "--registration", "cck-an4l1", "--tenant", CliConsole.Tenant)).Ends(2);
    }

    [Fact]
    public async Task A_grant_is_shown_as_it_stands()
    {
        var given = (await console.RunAsync("grant", "show", "cck-st4g1")).Ends(0);
        Assert.Matches(@"\| Phase +\| in force ", given.Output);

        (await console.RunAsync("grant", "show", "cck-nobody")).Ends(3);
    }
}
