using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

[Collection(ConfluentSandbox.Name)]
public sealed class ConfluentListTests(ConfluentSandbox sandbox) : ConfluentTests(sandbox)
{
    [Theory]
    [InlineData("/byok/v1/keys", "byok/v1", "KeyList", "cck-n0gr4 cck-an4l1 cck-st4g1")]
    [InlineData("/byok/v1/keys?provider=azure", "byok/v1", "KeyList", "cck-n0gr4 cck-an4l1 cck-st4g1")]
    [InlineData("/byok/v1/keys?provider=AWS", "byok/v1", "KeyList", "")]
    [InlineData("/byok/v1/keys?state=IN_USE", "byok/v1", "KeyList", "cck-st4g1")]
    [InlineData("/byok/v1/keys?validation_phase=invalid", "byok/v1", "KeyList", "cck-n0gr4")]
    [InlineData("/byok/v1/keys?validation_region=westeurope", "byok/v1", "KeyList", "cck-an4l1 cck-st4g1")]
    [InlineData("/byok/v1/keys?display_name=nalyt", "byok/v1", "KeyList", "cck-an4l1")]
    [InlineData("/byok/v1/keys?key=kv-orders-neu", "byok/v1", "KeyList", "cck-n0gr4")]
    [InlineData("/byok/v1/keys?key=kv-orders&state=AVAILABLE&validation_phase=VALID", "byok/v1", "KeyList", "cck-an4l1")]
    [InlineData("/cmk/v2/clusters?environment=env-4mq7d", "cmk/v2", "ClusterList", "lkc-st4g1n")]
    [InlineData("/cmk/v2/clusters?environment=env-9kx2v", "cmk/v2", "ClusterList", "")]
    [InlineData("/cmk/v2/clusters?environment=env-4mq7d&spec.deletion_protection=true", "cmk/v2", "ClusterList", "")]
    [InlineData("/cmk/v2/clusters?environment=env-4mq7d&spec.network=n-pl3us", "cmk/v2", "ClusterList", "")]
    [InlineData("/org/v2/environments", "org/v2", "EnvironmentList", "env-9kx2v env-4mq7d")]
    [InlineData("/networking/v1/networks?environment=env-9kx2v", "networking/v1", "NetworkList", "n-plweu n-pe3us n-pl3us")]
    [InlineData("/networking/v1/networks?environment=env-4mq7d", "networking/v1", "NetworkList", "")]
    [InlineData("/networking/v1/networks?environment=env-9kx2v&spec.region=eastus&status.phase=READY", "networking/v1", "NetworkList", "n-pe3us n-pl3us")]
    [InlineData("/networking/v1/networks?environment=env-9kx2v&status.phase=READY&status.phase=PROVISIONING&spec.connection_types=PRIVATELINK", "networking/v1", "NetworkList", "n-plweu n-pl3us")]
    [InlineData("/networking/v1/networks?environment=env-9kx2v&spec.cidr=10.20.0.0/16", "networking/v1", "NetworkList", "n-pe3us")]
    public async Task A_list_holds_what_its_filters_admit(string path, string version, string kind, string ids)
    {
        var list = (await Cloud.ConfluentAsync(Get, path)).Expect(200);

        Assert.Equal((version, kind), (list["api_version"], list["kind"]));
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), Ids(list));
        Assert.Null(list["metadata.next"]);
    }

    [Fact]
    public async Task Pages_stay_on_the_host_keep_the_filters_and_give_every_item_once()
    {
        for (var i = 0; i < 11; i++)
            await RegisterAsync(key: $"paged-{i}", name: "paged & more");
        var seen = new List<string>();
        var pages = 0;
        var next = "/byok/v1/keys?display_name=paged+%26&page_size=4";

        while (next is not null)
        {
            var page = (await Cloud.ConfluentAsync(Get, next)).Expect(200);
            seen.AddRange(Ids(page));
            pages++;
            var link = page["metadata.next"] is { } text ? new Uri(text) : null;
            Assert.True(link is null or { Scheme: "https", Host: "api.confluent.cloud", IsDefaultPort: true, AbsolutePath: "/byok/v1/keys" }, link?.ToString());
            Assert.True(link is null || link.Query.Contains("display_name=paged%20%26", StringComparison.Ordinal), link?.Query);
            next = link?.PathAndQuery;
        }

        Assert.Equal(3, pages);
        Assert.Equal(11, seen.Distinct().Count());
        Assert.Equal(11, seen.Count);
    }

    [Fact]
    public async Task What_is_created_or_deleted_between_two_pages_neither_repeats_nor_hides_an_item()
    {
        var ids = new List<string>();
        for (var i = 0; i < 6; i++)
            ids.Add((await RegisterAsync(key: $"paged-{i}"))["id"]!);
        var first = (await Cloud.ConfluentAsync(Get, "/byok/v1/keys?key=paged&page_size=3")).Expect(200);

        await RegisterAsync(key: "paged-new");
        (await Cloud.ConfluentAsync(Delete, $"/byok/v1/keys/{ids[3]}")).Expect(204);
        var second = (await Cloud.ConfluentAsync(Get, new Uri(first["metadata.next"]!).PathAndQuery)).Expect(200);

        Assert.Equal([ids[5], ids[4], ids[3]], Ids(first));
        Assert.Equal([ids[2], ids[1], ids[0]], Ids(second));
    }

    [Theory]
    [InlineData("/byok/v1/keys?page_size=0", "page_size")]
    [InlineData("/byok/v1/keys?page_size=101", "page_size")]
    [InlineData("/byok/v1/keys?page_size=ten", "page_size")]
    [InlineData("/networking/v1/networks?environment=env-9kx2v&page_size=1001", "page_size")]
    [InlineData("/byok/v1/keys?page_token=abc", "page_token")]
    [InlineData("/byok/v1/keys?page_token=zz", "page_token")]
    [InlineData("/byok/v1/keys?page_token=313233", "page_token")]
    [InlineData("/cmk/v2/clusters", "environment")]
    [InlineData("/cmk/v2/clusters/lkc-st4g1n", "environment")]
    [InlineData("/networking/v1/networks", "environment")]
    [InlineData("/networking/v1/networks/n-pl3us", "environment")]
    [InlineData("/cmk/v2/clusters?environment=env-4mq7d&spec.deletion_protection=maybe", "spec.deletion_protection")]
    public async Task A_bad_filter_is_named_as_parameter(string path, string parameter)
    {
        var answer = await Cloud.ConfluentAsync(Get, path);

        Assert.Equal([null], answer.Pointers(400, "invalid_filter"));
        Assert.Equal(parameter, (string?)answer.Json["errors"]![0]!["source"]!["parameter"]);
    }

    [Fact]
    public async Task Every_place_is_read_by_its_id_or_not_found()
    {
        var organisation = (await Cloud.ConfluentAsync(Get, "/org/v2/organizations")).Expect(200);
        var id = Assert.Single(Ids(organisation));
        Assert.Equal(id, (await Cloud.ConfluentAsync(Get, $"/org/v2/organizations/{id}")).Expect(200)["id"]);
        Assert.Equal("staging", (await Cloud.ConfluentAsync(Get, "/org/v2/environments/env-4mq7d")).Expect(200)["display_name"]);
        var network = (await Cloud.ConfluentAsync(Get, "/networking/v1/networks/n-pl3us?environment=env-9kx2v")).Expect(200);
        Assert.Equal(("AZURE", "eastus", "READY"), (network["spec.cloud"], network["spec.region"], network["status.phase"]));

        foreach (var path in (string[])
            ["/org/v2/organizations/x", "/org/v2/environments/env-none", "/networking/v1/networks/n-pl3us?environment=env-4mq7d", "/networking/v1/networks/n-none?environment=env-9kx2v"])
            (await Cloud.ConfluentAsync(Get, path)).Pointers(404, "not_found");
    }

    [Theory]
    [InlineData("/cmk/v2/clusters")]
    [InlineData("/networking/v1/networks")]
    [InlineData("/networking/v1/networks/n-pl3us")]
    public async Task In_an_environment_that_does_not_exist_everything_is_forbidden_for_a_list_has_no_404(string path)
        => Assert.Equal([null], (await Cloud.ConfluentAsync(Get, $"{path}?environment=env-none")).Pointers(403, "forbidden_access"));

    private static IReadOnlyList<string> Ids(CloudAnswer list) => [.. ((JsonArray)list.Json["data"]!).Select(item => (string)item!["id"]!)];
}
