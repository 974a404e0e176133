using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

/// <summary>A cluster's data depends on the key version that wrapped its data key, whatever the newest one is.</summary>
[Collection(ConfluentSandbox.Name)]
public sealed class ClusterDataKeyTests(ConfluentSandbox sandbox) : ConfluentTests(sandbox)
{
    private const string Clusters = "/cmk/v2/clusters";

    [Fact]
    public async Task Disabling_the_version_that_wrapped_a_clusters_data_key_makes_the_registration_invalid_and_names_both()
    {
        var (registration, cluster) = await BoundAsync();
        var old = await NewestAsync();
        await RotateAsync();
        await UnwrappedAsync(old, await NewestAsync());

        await EnableAsync(old, false);
        var invalid = await UntilAsync(registration, "INVALID", "disabled");

        Assert.Contains(old, invalid["validation.message"], StringComparison.Ordinal);
        Assert.Contains(cluster, invalid["validation.message"], StringComparison.Ordinal);
        await EnableAsync(old, true);
        await UntilAsync(registration, "VALID");
    }

    [Fact]
    public async Task Disabling_a_version_that_no_cluster_depends_on_takes_nothing_away()
    {
        var (registration, _) = await BoundAsync();
        await RotateAsync();
        var unused = await NewestAsync();
        await RotateAsync();

        await EnableAsync(unused, false);
        await UnwrappedAsync(await NewestAsync());
        // The trial that comes next begins after the one before was recorded.
        await UnwrappedAsync(await NewestAsync());

        Assert.Equal("VALID", (await RegistrationAsync(registration))["validation.phase"]);
    }

    [Fact]
    public async Task Once_the_cluster_is_deleted_its_version_no_longer_counts()
    {
        var (registration, cluster) = await BoundAsync();
        var old = await NewestAsync();
        await RotateAsync();
        await EnableAsync(old, false);
        await UntilAsync(registration, "INVALID", cluster);

        (await Cloud.ConfluentAsync(Delete, $"{Clusters}/{cluster}?environment=env-9kx2v")).Expect(204);

        await UntilAsync(registration, "VALID");
    }

    [Fact]
    public async Task A_rotation_by_policy_leaves_the_cluster_with_the_version_that_wrapped_its_data_key()
    {
        var (registration, _) = await BoundAsync();
        var old = await NewestAsync();
        (await Cloud.AzureAsync(Put, Address("/rotationpolicy"), JsonNode.Parse(
            """{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P60D"},"action":{"type":"Rotate"}}]}"""))).Expect(200);
        await AdvanceAsync(TimeSpan.FromDays(61));

        await UnwrappedAsync(old, await NewestAsync());

        Assert.NotEqual(old, await NewestAsync());
        Assert.Equal("VALID", (await RegistrationAsync(registration))["validation.phase"]);
    }

    [Fact]
    public async Task Five_days_after_its_cluster_was_deleted_the_registration_itself_can_be_deleted()
    {
        var (registration, cluster) = await BoundAsync();
        (await Cloud.ConfluentAsync(Delete, $"{Clusters}/{cluster}?environment=env-9kx2v")).Expect(204);
        await AdvanceAsync(TimeSpan.FromDays(5) - TimeSpan.FromMinutes(2));
        (await Cloud.ConfluentAsync(Delete, $"/byok/v1/keys/{registration}")).Pointers(409, "resource_in_use");

        await AdvanceAsync(TimeSpan.FromMinutes(3));

        Assert.Equal("AVAILABLE", (await RegistrationAsync(registration))["state"]);
        (await Cloud.ConfluentAsync(Delete, $"/byok/v1/keys/{registration}")).Expect(204);
        (await Cloud.ConfluentAsync(Get, $"/byok/v1/keys/{registration}")).Pointers(404, "not_found");
    }

    private async Task<(string Registration, string Cluster)> BoundAsync()
    {
        var registration = (await ValidAsync())["id"]!;
        var cluster = JsonNode.Parse("""
            {"spec":{"display_name":"bound","availability":"SINGLE_ZONE","cloud":"AZURE","region":"eastus",
            "config":{"kind":"Dedicated","cku":1},"environment":{"id":"env-9kx2v"}}}
            """)!;
        cluster["spec"]!["byok"] = new JsonObject { ["id"] = registration };
        return (registration, (await Cloud.ConfluentAsync(Post, Clusters, cluster)).Expect(202)["id"]!);
    }

    /// <summary>Waits for a trial that begins from now on and had each of the versions unwrap.</summary>
    private async Task UnwrappedAsync(params string[] versions)
    {
        var from = (await LogAsync()).Max(entry => (long)entry["sequence"]!);
        await Poll.UntilAsync(SeenAsync);

        async Task<bool> SeenAsync()
        {
            var since = (await LogAsync())
                .Where(entry => (long)entry["sequence"]! > from && (int)entry["status"]! == 200)
                .Select(entry => (string?)entry["path"]).ToList();
            return versions.All(version => since.Contains($"/keys/{Key}/{version}{Unwrap}"));
        }
    }

    private static string Address(string path) => $"https://{Vault}.vault.azure.net/keys/{Key}{path}?api-version=7.6";

    private async Task<string> NewestAsync() => new Uri((await Cloud.AzureAsync(Get, Address(""))).Expect(200)["key.kid"]!).Segments[^1];

    private async Task RotateAsync() => (await Cloud.AzureAsync(Post, Address("/rotate"))).Expect(200);

    private async Task EnableAsync(string version, bool enabled)
    {
        var body = new JsonObject { ["attributes"] = new JsonObject { ["enabled"] = enabled } };
        (await Cloud.AzureAsync(Patch, Address($"/{version}"), body)).Expect(200);
    }
}
