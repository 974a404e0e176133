using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Web.Api;

/// <summary>Confluent's own shapes on the console: passed on with the caller's credential, with the checks in front.</summary>
public sealed class ConfluentDoorTests(ApiConsole api) : IClassFixture<ApiConsole>
{
    private const string Keys = "/api/byok/v1/keys";
    private const string Clusters = "/api/cmk/v2/clusters";

    [Fact]
    public async Task Without_a_credential_of_the_callers_own_nothing_is_asked()
    {
        var answer = await api.AskAsync(HttpMethod.Get, Keys);

        Assert.Equal((401, "unauthorized"), (answer.Status, answer.Codes.Single()));
        Assert.StartsWith("Basic", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", Keys)]
    [InlineData("POST", Keys)]
    [InlineData("POST", Clusters)]
    public async Task A_credential_that_Confluent_does_not_know_is_refused_before_anything_is_looked_at(string method, string path)
    {
        var answer = await api.AskAsync(new HttpMethod(method), path, method == "POST" ? KeyBody() : null, ("Authorization", "Basic Tk9UOkFLRVk="));

        Assert.Equal(401, answer.Status);
        Assert.DoesNotContain("vault_", string.Join(' ', answer.Codes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_are_answered_as_Confluent_answers_them()
    {
        var direct = await api.Cloud.ConfluentAsync(HttpMethod.Get, "/byok/v1/keys/cck-st4g1");
        var passed = await api.AskAsCallerAsync(HttpMethod.Get, Keys + "/cck-st4g1");
        var missing = await api.AskAsCallerAsync(HttpMethod.Get, Keys + "/cck-none");

        Assert.True(JsonNode.DeepEquals(direct.Json, passed.Json));
        Assert.Equal((await api.Cloud.ConfluentAsync(HttpMethod.Get, "/byok/v1/keys/cck-none")).Status, missing.Status);
        Assert.Equal(200, (await api.AskAsCallerAsync(HttpMethod.Get, Clusters + "?environment=env-4mq7d")).Status);
        Assert.Equal(200, (await api.AskAsCallerAsync(HttpMethod.Get, "/api/org/v2/environments")).Status);
        Assert.Equal(404, (await api.AskAsCallerAsync(HttpMethod.Get, "/api/iam/v2/users")).Status);
    }

    [Fact]
    public async Task A_key_that_fails_a_check_is_refused_with_the_field_and_never_reaches_Confluent()
    {
        var before = (await api.Cloud.ConfluentAsync(HttpMethod.Get, "/byok/v1/keys?page_size=100")).Json["data"]!.AsArray().Count;

        var answer = await api.AskAsCallerAsync(HttpMethod.Post, Keys, KeyBody(vaultOfId: "kv-orders-neu"));

        Assert.Equal(422, answer.Status);
        var error = answer.Json["errors"]!.AsArray().Single(one => (string?)one!["code"] == "vault_matches_key")!;
        Assert.Equal(("422", "/key/key_id"), ((string)error["status"]!, (string)error["source"]!["pointer"]!));
        Assert.Contains("Observed: kv-orders-weu; expected: kv-orders-neu.", (string)error["detail"]!, StringComparison.Ordinal);
        Assert.Equal(before, (await api.Cloud.ConfluentAsync(HttpMethod.Get, "/byok/v1/keys?page_size=100")).Json["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Fields_that_are_not_well_formed_are_told_by_the_wizards_rules()
    {
        var body = KeyBody();
        body["key"]!["key_id"] = "https://kv-orders-weu.vault.azure.net/keys/orders-cmk/0123456789abcdef0123456789abcdef";
        body["key"]!["tenant_id"] = "contoso";

        var answer = await api.AskAsCallerAsync(HttpMethod.Post, Keys, body);

        Assert.Equal(["invalid_key_identifier", "invalid_tenant_id"], answer.Codes);
        Assert.Equal("Leave the version out: a cluster follows the newest version.", (string)answer.Json["errors"]![0]!["detail"]!);
    }

    [Fact]
    public async Task A_cluster_is_created_once_under_one_name_and_its_key_serves_no_second_one()
    {
        var id = await api.RegisterAsync();
        var named = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, ClusterBody(id), named);
        var again = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, ClusterBody(id), named);
        var other = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, ClusterBody(id, name: "second"), named);
        var unnamed = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, ClusterBody(id));

        Assert.Equal((202, 202), (first.Status, again.Status));
        Assert.Equal((string)first.Json["id"]!, (string)again.Json["id"]!);
        Assert.Equal("true", again.Headers["Idempotent-Replayed"]);
        Assert.Equal((422, "idempotency_key_reused"), (other.Status, other.Codes.Single()));
        Assert.Equal((422, "key_not_bound"), (unnamed.Status, unnamed.Codes.Single()));
        Assert.Equal("/spec/byok", (string)unnamed.Json["errors"]![0]!["source"]!["pointer"]!);
    }

    [Fact]
    public async Task A_cluster_of_another_kind_is_for_Confluent_alone_to_judge()
    {
        var body = ClusterBody(null, name: "basic-of-script");
        body["spec"]!["config"] = new JsonObject { ["kind"] = "Basic" };

        var answer = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, body);

        Assert.Equal(202, answer.Status);
    }

    [Fact]
    public async Task A_request_whose_answer_never_came_is_looked_for_before_it_is_sent_again()
    {
        var body = ClusterBody(null, name: "lost-reply");
        var named = ("Idempotency-Key", Guid.NewGuid().ToString());
        await api.ControlAsync(HttpMethod.Post, "faults", new JsonObject
        {
            ["name"] = "LostReply", ["host"] = "api.confluent.cloud", ["method"] = "POST", ["path"] = "/cmk/v2/clusters", ["count"] = 1,
        });

        var lost = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, body, named);
        var atOnce = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, body, named);

        Assert.Equal((502, "cloud_unreachable"), (lost.Status, lost.Codes.Single()));
        Assert.Equal((409, "request_in_progress"), (atOnce.Status, atOnce.Codes.Single()));
        Assert.Single(await ClustersAsync(), "lost-reply");

        api.Time.Ahead += TimeSpan.FromMinutes(2);
        var found = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, body, named);
        var kept = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, body, named);

        Assert.Equal((202, "lost-reply"), (found.Status, (string)found.Json["spec"]!["display_name"]!));
        Assert.Equal((string)found.Json["id"]!, (string)kept.Json["id"]!);
        Assert.Equal("true", kept.Headers["Idempotent-Replayed"]);
        Assert.Single(await ClustersAsync(), "lost-reply");
    }

    [Fact]
    public async Task A_request_that_never_arrived_is_sent_when_it_is_sent_again()
    {
        var named = ("Idempotency-Key", Guid.NewGuid().ToString());
        var body = ClusterBody(null, name: "never-arrived");
        await api.ControlAsync(HttpMethod.Post, "faults", new JsonObject
        {
            ["name"] = "Reset", ["host"] = "api.confluent.cloud", ["method"] = "POST", ["path"] = "/cmk/v2/clusters", ["count"] = 1,
        });

        var lost = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, body, named);
        api.Time.Ahead += TimeSpan.FromMinutes(2);
        var again = await api.AskAsCallerAsync(HttpMethod.Post, Clusters, body, named);

        Assert.Equal((502, 202), (lost.Status, again.Status));
        Assert.Single(await ClustersAsync(), "never-arrived");
    }

    private async Task<IEnumerable<string>> ClustersAsync()
        => (await api.Cloud.ConfluentAsync(HttpMethod.Get, $"/cmk/v2/clusters?environment={ApiConsole.Environment}&page_size=100")).Json["data"]!.AsArray()
            .Select(cluster => (string)cluster!["spec"]!["display_name"]!);

    private JsonObject KeyBody(string vaultOfId = "kv-orders-weu") => new()
    {
        ["display_name"] = "from a script",
        ["key"] = new JsonObject
        {
            ["kind"] = "AzureKey",
            ["key_id"] = "https://kv-orders-weu.vault.azure.net/keys/orders-cmk",
            ["key_vault_id"] = api.Cloud.VaultId(vaultOfId),
            ["tenant_id"] = api.Cloud.Environment.TenantId,
        },
    };

    private static JsonObject ClusterBody(string? registrationId, string name = "from-script")
    {
        var spec = new JsonObject
        {
            ["display_name"] = name, ["cloud"] = "azure", ["region"] = "westeurope", ["availability"] = "SINGLE_ZONE",
            ["config"] = new JsonObject { ["kind"] = "Dedicated", ["cku"] = 1 },
            ["environment"] = new JsonObject { ["id"] = ApiConsole.Environment },
        };
        if (registrationId is not null)
            spec["byok"] = new JsonObject { ["id"] = registrationId };
        return new JsonObject { ["spec"] = spec };
    }
}
