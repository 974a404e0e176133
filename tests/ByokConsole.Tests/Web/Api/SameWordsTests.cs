using System.Text.Json.Nodes;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web.Api;

/// <summary>The same mistake has the same code and the same words at the wizard, at our API, and in Confluent's shape.</summary>
public sealed class SameWordsTests(ApiConsole api) : IClassFixture<ApiConsole>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> WrongText => new()
    {
        { "key_id", "https://kv-orders-weu.vault.azure.net/keys/orders-cmk/0123456789abcdef0123456789abcdef" },
        { "key_id", "https://kv-orders-weu.managedhsm.azure.net/keys/orders-cmk" },
        { "key_id", "" },
        { "key_vault_id", "kv-orders-weu" },
        { "tenant_id", "contoso" },
        { "tenant_id", "00000000-0000-0000-0000-000000000000" },
    };

    [Theory]
    [MemberData(nameof(WrongText))]
    public async Task A_field_that_is_not_well_formed(string field, string text)
    {
        var key = api.Key();
        key[field] = text;
        var wizard = DraftRules.Check(DraftOf(key), DraftStep.Security).Where(problem => problem.Field is not DraftField.Registration)
            .Select(problem => (problem.Code, problem.Message)).Single();

        Assert.Contains(wizard, await AtOurApiAsync(key));
        Assert.Contains(wizard, await InConfluentsShapeAsync(key));
    }

    [Theory]
    [InlineData("kv-orders-neu", "orders-cmk", "vault_matches_key")]
    [InlineData("kv-orders-weu", "none", "key_exists")]
    [InlineData("kv-nowhere", "orders-cmk", "vault_exists")]
    public async Task A_key_that_fails_a_check(string vault, string name, string code)
    {
        var key = api.Key(key: name);
        key["key_vault_id"] = api.Cloud.VaultId(vault);
        var checks = await api.Console.Services.GetRequiredService<PreflightRunner>().RunAsync(DraftSubject.Of(DraftOf(key)), Token).ToListAsync(Token);
        var wizard = checks.Where(result => result.Code == code).Select(result => (result.Code, result.Explanation)).Single();

        Assert.Contains(wizard, await AtOurApiAsync(key));
        var confluent = Assert.Single(await InConfluentsShapeAsync(key), error => error.Code == code);
        Assert.StartsWith(wizard.Explanation, confluent.Detail, StringComparison.Ordinal);
    }

    private static ClusterDraft DraftOf(JsonObject key) => new()
    {
        Id = "d-1", EnvironmentId = ApiConsole.Environment, Owner = "local operator", CreatedAt = DateTimeOffset.UnixEpoch,
        Encryption = EncryptionMode.SelfManaged, KeySource = KeySource.CreateNew,
        KeyIdentifier = (string)key["key_id"]!, VaultResourceId = (string)key["key_vault_id"]!, TenantId = (string)key["tenant_id"]!,
        Region = "westeurope", MaterialGenerated = true,
    };

    private async Task<IReadOnlyList<(string Code, string Detail)>> AtOurApiAsync(JsonObject key)
        => Errors(await api.AskAsync(HttpMethod.Post, "/api/v1/keys", key));

    private async Task<IReadOnlyList<(string Code, string Detail)>> InConfluentsShapeAsync(JsonObject key) => Errors(await api.AskAsCallerAsync(
        HttpMethod.Post, "/api/byok/v1/keys",
        new JsonObject
        {
            ["key"] = new JsonObject
            {
                ["kind"] = "AzureKey", ["key_id"] = (string)key["key_id"]!, ["key_vault_id"] = (string)key["key_vault_id"]!, ["tenant_id"] = (string)key["tenant_id"]!,
            },
        }));

    private static IReadOnlyList<(string Code, string Detail)> Errors(ApiAnswer answer)
    {
        Assert.Equal(422, answer.Status);
        return [.. answer.Json["errors"]!.AsArray().Select(error => ((string)error!["code"]!, (string)error["detail"]!))];
    }
}
