namespace ByokConsole.Tests.Cli;

[Collection(CliCollection.Name)]
public sealed class KeyTests(CliConsole console)
{
    [Fact]
    public async Task A_key_is_described_in_two_columns()
    {
        var described = (await console.RunAsync("key", "describe", "cck-st4g1")).Ends(0);

        Assert.Matches("(?m)^\\| ID +\\| cck-st4g1 +\\|$", described.Output);
        Assert.Matches("(?m)^\\| Roles +\\| Key Vault (Reader|Crypto)", described.Output);
        Assert.Empty(described.Errors);
    }

    [Fact]
    public async Task What_comes_next_for_a_key_without_its_grant_is_said_beside_the_data()
    {
        var described = (await console.RunAsync("describe", "cck-n0gr4")).Ends(0);
        Assert.Contains("byok grant apply cck-n0gr4", described.Errors, StringComparison.Ordinal);

        var forPrograms = (await console.RunAsync("describe", "cck-n0gr4", "-o", "json")).Ends(0);
        Assert.Empty(forPrograms.Errors);
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_not_found()
    {
        var missing = (await console.RunAsync("key", "describe", "cck-nobody")).Ends(3);
        Assert.StartsWith("Error: ", missing.Errors, StringComparison.Ordinal);
        Assert.Empty(missing.Output);

        var forPrograms = (await console.RunAsync("key", "describe", "cck-nobody", "-o", "json")).Ends(3);
        Assert.Equal(404, (int?)forPrograms.Problem["status"]);

        var inYaml = (await console.RunAsync("key", "describe", "cck-nobody", "-o", "yaml")).Ends(3);
        Assert.Contains("code: not_found\n", inYaml.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("describe", "lkc-st4g1n")]
    [InlineData("key", "describe")]
    [InlineData("key", "update", "cck-an4l1")]
    [InlineData("key", "create", "arn:aws:kms:us-west-2:1:key/1", "--key-vault", "x", "--tenant", "y")]
    [InlineData("key", "create", "https://kv-orders-weu.vault.azure.net/keys/orders-cmk")]
    [InlineData("key")]
    [InlineData("kee")]
    public async Task A_command_line_that_cannot_be_meant_is_wrong_usage(params string[] args)
    {
        var refused = (await console.RunAsync(args)).Ends(2);

        Assert.Contains("--help", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_gets_another_name()
    {
        var renamed = (await console.RunAsync("update", "cck-an4l1", "--display-name", "analytics 2", "-o", "json")).Ends(0);
        Assert.Equal("analytics 2", (string?)renamed.Json["display_name"]);

        // Bare, YAML would read it as a truth.
        var inYaml = (await console.RunAsync("update", "cck-an4l1", "--display-name", "yes", "-o", "yaml")).Ends(0);
        Assert.Contains("display_name: \"yes\"\n", inYaml.Output, StringComparison.Ordinal);

        (await console.RunAsync("update", "cck-an4l1", "--display-name", "")).Ends(1);
    }

    [Fact]
    public async Task A_key_that_does_not_pass_is_not_registered_and_every_reason_is_told()
    {
        string[] bad = ["create", "https://kv-nopurge-eus.vault.azure.net/keys/orders-cmk", "--key-vault", CliConsole.Vault("kv-nopurge-eus"), "--tenant", "nobody"];
        var refused = (await console.RunAsync(bad)).Ends(4);

        Assert.StartsWith("Error: Nothing was started", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("  invalid_tenant_id at /tenant_id: ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("  missing_material_generated at /material_generated: ", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("  purge_protection_on", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("(found: off; expected: on)", refused.Errors, StringComparison.Ordinal);

        var forPrograms = (await console.RunAsync([.. bad, "-o", "json"])).Ends(4);
        Assert.Equal("preflight_failed", (string?)forPrograms.Problem["code"]);
        Assert.Contains(forPrograms.Problem["errors"]!.AsArray(), error => (string?)error!["source"]?["pointer"] == "/tenant_id");
        Assert.Empty(forPrograms.Output);
    }
}
