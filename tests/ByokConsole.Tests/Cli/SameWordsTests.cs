using System.Text.Json.Nodes;
using ByokConsole.Core.Drafts;

namespace ByokConsole.Tests.Cli;

/// <summary>A mistake has the wizard's code and words at the command line too.</summary>
[Collection(CliCollection.Name)]
public sealed class SameWordsTests(CliConsole console)
{
    [Theory]
    [InlineData("https://kv-orders-weu.vault.azure.net/keys/orders-cmk/0123456789abcdef0123456789abcdef", CliConsole.Tenant)]
    [InlineData("https://kv-orders-weu.managedhsm.azure.net/keys/orders-cmk", CliConsole.Tenant)]
    [InlineData("https://kv-orders-weu.vault.azure.net/keys/orders-cmk", "contoso")]
    public async Task Whatever_the_form_of_the_output(string keyId, string tenant)
    {
        var wizard = DraftRules.Check(
            new ClusterDraft
            {
                Id = "d-1", EnvironmentId = "env-1", Owner = "local operator", CreatedAt = DateTimeOffset.UnixEpoch, Encryption = EncryptionMode.SelfManaged,
                KeyIdentifier = keyId, VaultResourceId = CliConsole.Vault("kv-orders-weu"), TenantId = tenant, MaterialGenerated = true,
            },
            DraftStep.Security).Single(problem => problem.Field is not DraftField.Registration);
        string[] asked = ["key", "create", keyId, "--key-vault", CliConsole.Vault("kv-orders-weu"), "--tenant", tenant, "--material-generated"];

        var human = await console.RunAsync(asked);
        var json = await console.RunAsync([.. asked, "-o", "json"]);
        var yaml = await console.RunAsync([.. asked, "-o", "yaml"]);

        Assert.All([human, json, yaml], result => Assert.Equal((4, ""), (result.ExitCode, result.Output)));
        Assert.Contains(wizard.Code, human.Errors, StringComparison.Ordinal);
        Assert.Contains(wizard.Message, human.Errors, StringComparison.Ordinal);
        var error = JsonNode.Parse(json.Errors)!["errors"]!.AsArray().First(one => (string?)one!["code"] == wizard.Code)!;
        Assert.Equal(wizard.Message, (string)error["detail"]!);
        Assert.Contains($"code: {wizard.Code}", yaml.Errors, StringComparison.Ordinal);
    }
}
