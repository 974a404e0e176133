namespace ByokConsole.Tests.Cli;

/// <summary>Texts of the API go to stdout as they are, and nothing is done.</summary>
[Collection(CliCollection.Name)]
public sealed class AsCodeTests(CliConsole console)
{
    [Theory]
    [InlineData("az", "az role assignment create ")]
    [InlineData("powershell", "New-AzRoleAssignment ")]
    [InlineData("bicep", "Microsoft.Authorization/roleAssignments@")]
    [InlineData("terraform", "azurerm_role_assignment")]
    [InlineData("rest", "https://management.azure.com")]
    public async Task A_grant_is_printed_in_a_language_of_choice(string form, string line)
    {
        var printed = (await console.RunAsync("grant", "show", "cck-n0gr4", "--as", form)).Ends(0);

        Assert.Contains(line, printed.Output, StringComparison.Ordinal);
        Assert.Empty(printed.Errors);
    }

    [Theory]
    [InlineData("terraform", "resource \"confluent_kafka_cluster\"")]
    [InlineData("confluent", "confluent kafka cluster create 'as-code'")]
    [InlineData("byok", "byok cluster create 'as-code'")]
    [InlineData("curl", "https://api.confluent.cloud")]
    public async Task A_cluster_is_printed_for_a_tool_of_choice_and_not_created(string form, string line)
    {
        string[] order = ["cluster", "create", "as-code", "--environment", "env-9kx2v", "--cloud", "azure", "--availability", "high", "--cku", "2", "--byok", "cck-an4l1"];

        var printed = (await console.RunAsync([.. order, "--region", "westeurope", "--as", form])).Ends(0);

        Assert.Contains(line, printed.Output, StringComparison.Ordinal);
        var clusters = (await console.RunAsync("cluster", "list", "--environment", "env-9kx2v", "-o", "json")).Ends(0);
        Assert.DoesNotContain(clusters.Json.AsArray(), cluster => (string?)cluster!["display_name"] == "as-code");
    }

    [Fact]
    public async Task What_exists_is_printed_by_its_cluster_and_by_its_key()
    {
        var ofCluster = (await console.RunAsync("cluster", "describe", "lkc-st4g1n", "--environment", "env-4mq7d", "--as", "byok")).Ends(0);
        var ofKey = (await console.RunAsync("describe", "cck-st4g1", "--as", "byok")).Ends(0);

        Assert.Contains("byok cluster describe 'lkc-st4g1n'", ofCluster.Output, StringComparison.Ordinal);
        Assert.Equal(ofCluster.Output, ofKey.Output);
        (await console.RunAsync("describe", "cck-n0gr4", "--as", "byok")).Ends(1);
    }
}
