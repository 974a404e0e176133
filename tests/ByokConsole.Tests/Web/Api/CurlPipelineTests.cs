using System.Diagnostics;

namespace ByokConsole.Tests.Web.Api;

/// <summary>The documented script for curl, run as it stands: from nothing to an encrypted cluster, and out again.</summary>
public sealed class CurlPipelineTests(ApiConsole api) : IClassFixture<ApiConsole>
{
    public static bool IsUnix => !OperatingSystem.IsWindows();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(SkipUnless = nameof(IsUnix), Skip = "Needs bash.")]
    public async Task It_goes_in_and_out_and_says_what_there_is()
    {
        var key = await api.OwnKeyAsync();

        var (exit, output, errors) = await RunAsync((string)key["key_id"]!, "pipeline-orders");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Matches("Registered as cck-", output);
        Assert.Matches("Cluster lkc-\\w+ is encrypted with https://kv-orders-weu", output);
        Assert.Contains("The cluster is deleted, every version of the key disabled, the grants removed.", output, StringComparison.Ordinal);
        var name = ((string)key["key_id"]!).Split('/')[^1];
        var vault = await api.Cloud.AzureAsync(HttpMethod.Get, $"https://kv-orders-weu.vault.azure.net/keys/{name}/versions?api-version=7.4");
        Assert.All(vault.Json["value"]!.AsArray(), version => Assert.False((bool)version!["attributes"]!["enabled"]!));
        var clusters = await api.Cloud.ConfluentAsync(HttpMethod.Get, $"/cmk/v2/clusters?environment={ApiConsole.Environment}&page_size=100");
        Assert.DoesNotContain("pipeline-orders", clusters.Text, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsUnix), Skip = "Needs bash.")]
    public async Task What_does_not_pass_is_told_with_every_reason_and_ends_it()
    {
        var (exit, output, errors) = await RunAsync("https://kv-orders-weu.vault.azure.net/keys/none", "pipeline-none");

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("POST /keys was refused (422):", errors, StringComparison.Ordinal);
        Assert.Contains("The vault has no such key, or it was deleted.", errors, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsUnix), Skip = "Needs bash.")]
    public async Task It_goes_out_of_the_cluster_of_exactly_that_name_and_of_no_other()
    {
        var (exit, output, errors) = await RunAsync("https://kv-orders-weu.vault.azure.net/keys/staging-cmk", "payments", "out", "env-4mq7d");

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("There is not exactly one cluster named payments in env-4mq7d.", errors, StringComparison.Ordinal);
        Assert.Empty((await api.AskAsync(HttpMethod.Get, "/api/v1/runs?kind=revoke_access&environment_id=env-4mq7d")).Json["data"]!.AsArray());
    }

    private Task<EndedProgram> RunAsync(
        string keyId, string cluster, string part = "all", string environment = ApiConsole.Environment)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "docs", "pipelines", "encrypted-cluster-curl.sh")])
        {
            Environment =
            {
                ["BYOK_SERVER"] = api.Console.Address.ToString().TrimEnd('/'),
                ["KEY_ID"] = keyId,
                ["KEY_VAULT_ID"] = api.Cloud.VaultId("kv-orders-weu"),
                ["TENANT_ID"] = api.Cloud.Environment.TenantId,
                ["ENVIRONMENT_ID"] = environment,
                ["PART"] = part,
                ["REGION"] = "westeurope",
                ["CLUSTER_NAME"] = cluster,
            },
        };
        return EndedProgram.RunAsync(start, cancellationToken: Token);
    }
}
