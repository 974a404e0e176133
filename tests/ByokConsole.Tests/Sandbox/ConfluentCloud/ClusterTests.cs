using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

[Collection(ConfluentSandbox.Name)]
public sealed class ClusterTests(ConfluentSandbox sandbox) : ConfluentTests(sandbox)
{
    private const string Clusters = "/cmk/v2/clusters";
    private const string Environment = "env-9kx2v";

    [Fact]
    public async Task A_cluster_comes_up_in_the_clouds_time_and_not_before()
    {
        var created = await CreateAsync(Body());

        Assert.StartsWith("lkc-", created["id"], StringComparison.Ordinal);
        Assert.Equal($"https://api.confluent.cloud{Path(created)}", created.Header("Location"));
        Assert.Equal(("PROVISIONING", "1", "AZURE"), (created["status.phase"], created["status.cku"], created["spec.cloud"]));
        Assert.Null(created.At("spec.byok"));
        await AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("PROVISIONING", (await ReadAsync(created))["status.phase"]);
        await AdvanceAsync(TimeSpan.FromSeconds(11));
        var up = await ReadAsync(created);
        Assert.Equal("PROVISIONED", up["status.phase"]);
        Assert.Matches(@"^pkc-\w{6}\.eastus\.azure\.confluent\.cloud:9092$", up["spec.endpoints.PUBLIC.kafka_bootstrap_endpoint"]);
    }

    [Fact]
    public async Task A_cluster_with_a_customers_key_has_a_data_key_that_this_key_wrapped()
    {
        var key = await ValidAsync();
        var created = await CreateAsync(Body(byok: key["id"]));

        Assert.Equal(key["id"], created["spec.byok.id"]);
        Assert.Equal("IN_USE", (await RegistrationAsync(key["id"]!))["state"]);
        var kept = await KeptAsync("cluster", created["id"]!);
        var wrapped = (string)kept["wrappedDataKey"]!;
        var opened = await Cloud.AzureAsync(
            Post, $"{kept["wrappedBy"]}{Unwrap}?api-version=7.6", new JsonObject { ["alg"] = "RSA-OAEP-256", ["value"] = wrapped });
        Assert.Equal(32, Base64Url.DecodeFromChars(opened.Expect(200)["value"]).Length);
        Assert.NotEqual(opened["value"], wrapped);
    }

    [Theory]
    [InlineData("/spec/display_name", """{"display_name":" "}""")]
    [InlineData("/spec/cloud", """{"cloud":"AWS"}""")]
    [InlineData("/spec/region", """{"region":"mars"}""")]
    [InlineData("/spec/region", """{"region":null}""")]
    [InlineData("/spec/availability", """{"availability":"TRIPLE_ZONE"}""")]
    [InlineData("/spec/availability", """{"config":{"kind":"Enterprise"}}""")]
    [InlineData("/spec/config/kind", """{"config":{"kind":"Huge"}}""")]
    [InlineData("/spec/config/kind", """{"config":null}""")]
    [InlineData("/spec/config/cku", """{"config":{"kind":"Dedicated"}}""")]
    [InlineData("/spec/config/cku", """{"config":{"kind":"Dedicated","cku":0}}""")]
    [InlineData("/spec/config/cku", """{"config":{"kind":"Dedicated","cku":1.5}}""")]
    [InlineData("/spec/config/cku", """{"config":{"kind":"Dedicated","cku":4294967297}}""")]
    [InlineData("/spec/config/cku", """{"availability":"MULTI_ZONE"}""")]
    [InlineData("/spec/config/cku", """{"availability":"HIGH"}""")]
    [InlineData("/spec/config/zones", """{"config":{"kind":"Dedicated","cku":1,"zones":["1"]}}""")]
    [InlineData("/spec/environment/id", """{"environment":{"id":"env-none"}}""")]
    [InlineData("/spec/network/id", """{"network":{"id":"n-none"}}""")]
    [InlineData("/spec/network/id", """{"network":{}}""")]
    [InlineData("/spec/network/id", """{"network":{"id":"n-plweu"},"region":"westeurope"}""")]
    [InlineData("/spec/network/id", """{"network":{"id":"n-pl3us"},"region":"westeurope"}""")]
    [InlineData("/spec/network/id", """{"network":{"id":"n-pl3us"},"config":{"kind":"Standard"}}""")]
    [InlineData("/spec/byok/id", """{"byok":{"id":"cck-none"}}""")]
    [InlineData("/spec/byok/id", """{"byok":{}}""")]
    [InlineData("/spec/byok/id", """{"byok":{"id":"cck-n0gr4"},"region":"northeurope"}""")]
    [InlineData("/spec/byok/id", """{"byok":{"id":"cck-st4g1"},"region":"westeurope"}""")]
    [InlineData("/spec/byok/id", """{"byok":{"id":"cck-an4l1"}}""")]
    [InlineData("/spec/byok/id", """{"byok":{"id":"cck-an4l1"},"region":"westeurope","config":{"kind":"Basic"}}""")]
    [InlineData("/spec/byok/id", """{"byok":{"id":"cck-an4l1"},"region":"westeurope","config":{"kind":"Standard"}}""")]
    [InlineData("/spec/byok", """{"byok":"cck-an4l1"}""")]
    [InlineData("/spec/network", """{"network":["n-pl3us"]}""")]
    [InlineData("/spec/config/cku", """{"config":{"kind":"Dedicated","cku":"2"}}""")]
    [InlineData("/spec/deletion_protection", """{"deletion_protection":"yes"}""")]
    [InlineData("/spec/deletion_protection", """{"deletion_protection":true,"config":{"kind":"Basic"}}""")]
    public async Task A_rule_that_is_broken_is_named_by_its_pointer(string pointer, string change)
    {
        var body = Body();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            body["spec"]![name] = value?.DeepClone();

        Assert.Equal([pointer], (await Cloud.ConfluentAsync(Post, Clusters, body)).Pointers(422, "invalid_configuration"));
        Assert.Empty((JsonArray)(await Cloud.ConfluentAsync(Get, $"{Clusters}?environment={Environment}")).Json["data"]!);
    }

    [Fact]
    public async Task An_empty_body_is_told_all_that_it_lacks()
        => Assert.Equal(
            ["/spec/display_name", "/spec/cloud", "/spec/region", "/spec/availability", "/spec/config/kind", "/spec/environment/id"],
            (await Cloud.ConfluentAsync(Post, Clusters, new JsonObject())).Pointers(422, "invalid_configuration"));

    [Fact]
    public async Task A_key_that_is_not_validated_yet_or_no_longer_authorised_creates_nothing()
    {
        (await Cloud.ControlAsync(Patch, "/settings", new JsonObject { ["validationSeconds"] = 86_400 })).Expect(204);
        var key = await RegisterAsync();
        var early = await Cloud.ConfluentAsync(Post, Clusters, Body(byok: key["id"]));
        Assert.Equal(["/spec/byok/id"], early.Pointers(422, "invalid_configuration"));
        await UntilAsync(key["id"]!, "INVALID");
        await GrantAsync(key);
        (await Cloud.ControlAsync(Patch, "/settings", new JsonObject { ["validationSeconds"] = 0 })).Expect(204);
        await UntilAsync(key["id"]!, "VALID");
        (await Cloud.ControlAsync(Patch, "/settings", new JsonObject { ["validationSeconds"] = 86_400 })).Expect(204);
        (await Cloud.ControlAsync(Patch, $"/vaults/{Vault}", new JsonObject { ["enableRbacAuthorization"] = false })).Expect(200);

        // Nobody has looked since: the registration still reads VALID, and creating tries the key itself.
        var late = await Cloud.ConfluentAsync(Post, Clusters, Body(byok: key["id"]));

        Assert.Equal(["/spec/byok/id"], late.Pointers(400, "invalid_configuration"));
        Assert.Contains("not valid or not authorized", late.Text, StringComparison.Ordinal);
        Assert.Contains("access policies", late.Text, StringComparison.Ordinal);
        Assert.Equal("AVAILABLE", (await RegistrationAsync(key["id"]!))["state"]);
    }

    [Theory]
    [InlineData("/wrapkey")]
    [InlineData("/oauth2/v2.0/token")]
    public async Task A_key_that_cannot_be_tried_because_azure_is_in_trouble_is_not_called_wrong_and_creates_nothing(string path)
    {
        var key = await ValidAsync();
        (await Cloud.ControlAsync(Patch, "/settings", new JsonObject { ["validationSeconds"] = 86_400 })).Expect(204);
        (await Cloud.ControlAsync(Post, "/faults", new JsonObject { ["name"] = "TooManyRequests", ["path"] = path })).Expect(200);

        (await Cloud.ConfluentAsync(Post, Clusters, Body(byok: key["id"]))).Expect(500);

        Assert.Empty((JsonArray)(await Cloud.ConfluentAsync(Get, $"{Clusters}?environment={Environment}")).Json["data"]!);
        (await Cloud.ConfluentAsync(Post, Clusters, Body(byok: key["id"]))).Expect(202);
    }

    [Fact]
    public async Task Of_simultaneous_creates_with_one_key_exactly_one_wins()
    {
        var key = await ValidAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Cloud.ConfluentAsync(Post, Clusters, Body(byok: key["id"]))));

        Assert.Equal([202, 422, 422, 422, 422, 422], answers.Select(answer => answer.Status).Order());
        Assert.All(answers.Where(answer => answer.Status == 422), answer => Assert.Equal(["/spec/byok/id"], answer.Pointers(422, "invalid_configuration")));
        Assert.Single((JsonArray)(await Cloud.ConfluentAsync(Get, $"{Clusters}?environment={Environment}")).Json["data"]!);
    }

    [Fact]
    public async Task A_key_is_free_again_five_days_after_its_cluster_was_deleted_and_then_the_cluster_is_not_found_any_more()
    {
        var key = await ValidAsync();
        var cluster = await CreateAsync(Body(byok: key["id"]));
        (await Cloud.ConfluentAsync(Delete, Path(cluster))).Expect(204);

        await AdvanceAsync(TimeSpan.FromDays(5) - TimeSpan.FromMinutes(2));
        Assert.Equal("IN_USE", (await RegistrationAsync(key["id"]!))["state"]);
        (await Cloud.ConfluentAsync(Get, Path(cluster))).Pointers(403, "forbidden_access");
        (await Cloud.ConfluentAsync(Delete, $"/byok/v1/keys/{key["id"]}")).Pointers(409, "resource_in_use");
        (await Cloud.ConfluentAsync(Post, Clusters, Body(byok: key["id"]))).Pointers(422, "invalid_configuration");

        await AdvanceAsync(TimeSpan.FromMinutes(3));
        Assert.Equal("AVAILABLE", (await RegistrationAsync(key["id"]!))["state"]);
        (await Cloud.ConfluentAsync(Get, Path(cluster))).Pointers(404, "not_found");
        await CreateAsync(Body(byok: key["id"]));
    }

    [Fact]
    public async Task Another_registration_of_the_same_vault_key_does_not_get_around_one_key_per_cluster()
    {
        var key = await ValidAsync();
        await CreateAsync(Body(byok: key["id"]));
        var other = KeyBody();
        other["key"]!["key_vault_id"] = VaultId(Vault).Replace("rg-streaming", "rg-security", StringComparison.Ordinal);
        var second = (await Cloud.ConfluentAsync(Post, "/byok/v1/keys", other)).Expect(201);
        await GrantAsync(second);
        await UntilAsync(second["id"]!, "VALID");

        var refused = await Cloud.ConfluentAsync(Post, Clusters, Body(byok: second["id"]));

        Assert.Equal(["/spec/byok/id"], refused.Pointers(422, "invalid_configuration"));
        Assert.Contains("in use", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_cluster_is_deleted_only_after_its_protection_is_taken_off_and_then_reads_as_forbidden()
    {
        var body = Body();
        body["spec"]!["deletion_protection"] = true;
        var cluster = await CreateAsync(body);

        (await Cloud.ConfluentAsync(Delete, Path(cluster))).Pointers(409, "deletion_protection_enabled");
        await ChangeAsync(cluster, """{"deletion_protection":false}""", 200);
        (await Cloud.ConfluentAsync(Delete, Path(cluster))).Expect(204);

        (await Cloud.ConfluentAsync(Get, Path(cluster))).Pointers(403, "forbidden_access");
        (await Cloud.ConfluentAsync(Delete, Path(cluster))).Pointers(403, "forbidden_access");
        (await ChangeAsync(cluster, """{"display_name":"back"}""", 403)).Pointers(403, "forbidden_access");
        (await Cloud.ConfluentAsync(Get, $"{Clusters}/{cluster["id"]}?environment=env-4mq7d")).Pointers(403, "forbidden_access");
        Assert.Empty((JsonArray)(await Cloud.ConfluentAsync(Get, $"{Clusters}?environment={Environment}")).Json["data"]!);
    }

    [Fact]
    public async Task A_resize_takes_time_and_is_refused_while_another_runs()
    {
        var cluster = await CreateAsync(Body());
        Assert.Equal(["/spec/config/cku"], (await ResizeAsync(cluster, 3, 422)).Pointers(422, "invalid_configuration"));
        await AdvanceAsync(TimeSpan.FromSeconds(21));

        var growing = await ResizeAsync(cluster, 3, 200);
        Assert.Equal(("PROVISIONED", "3", "1"), (growing["status.phase"], growing["spec.config.cku"], growing["status.cku"]));
        await ResizeAsync(cluster, 4, 422);
        await AdvanceAsync(TimeSpan.FromSeconds(21));
        Assert.Equal("3", (await ReadAsync(cluster))["status.cku"]);

        await ResizeAsync(cluster, 1, 422);
        await ResizeAsync(cluster, 153, 422);
        Assert.Equal("2", (await ResizeAsync(cluster, 2, 200))["spec.config.cku"]);
    }

    [Theory]
    [InlineData("/spec/display_name", """{"display_name":""}""")]
    [InlineData("/spec/region", """{"region":"westeurope"}""")]
    [InlineData("/spec/availability", """{"availability":"MULTI_ZONE"}""")]
    [InlineData("/spec/cloud", """{"cloud":"GCP"}""")]
    [InlineData("/spec/network", """{"network":{"id":"n-pl3us"}}""")]
    [InlineData("/spec/byok", """{"byok":{"id":"cck-an4l1"}}""")]
    [InlineData("/spec/config/kind", """{"config":{"kind":"Enterprise"}}""")]
    [InlineData("/spec/config/cku", """{"config":{"kind":"Dedicated","cku":"three"}}""")]
    public async Task What_cannot_be_changed_is_named_by_its_pointer_and_stays(string pointer, string change)
    {
        var cluster = await CreateAsync(Body());

        Assert.Equal([pointer], (await ChangeAsync(cluster, change, 422)).Pointers(422, "invalid_configuration"));

        Assert.Equal(cluster.At("spec")!.ToJsonString(), (await ReadAsync(cluster)).At("spec")!.ToJsonString());
    }

    [Fact]
    public async Task A_change_may_send_along_what_stays_the_same()
    {
        var cluster = await CreateAsync(Body());
        var whole = cluster.Json;
        whole["spec"]!["display_name"] = "renamed";

        var changed = (await Cloud.ConfluentAsync(Patch, $"{Clusters}/{cluster["id"]}", whole)).Expect(200);

        Assert.Equal("renamed", changed["spec.display_name"]);
    }

    [Theory]
    [InlineData("n-pl3us", "PRIVATE_LINK")]
    [InlineData("n-pe3us", null)]
    public async Task On_a_private_network_the_endpoints_come_with_the_cluster(string network, string? accessPoint)
    {
        var body = Body();
        body["spec"]!["network"] = new JsonObject { ["id"] = network };
        var cluster = await CreateAsync(body);
        Assert.Equal((null, null), (cluster["spec.kafka_bootstrap_endpoint"], cluster["spec.endpoints"]));

        await AdvanceAsync(TimeSpan.FromSeconds(21));

        var up = await ReadAsync(cluster);
        Assert.StartsWith($"{cluster["id"]}.", up["spec.kafka_bootstrap_endpoint"], StringComparison.Ordinal);
        Assert.Equal(accessPoint, (up.At("spec.endpoints") as JsonObject)?.Single().Key);
    }

    [Fact]
    public async Task The_seeded_cluster_gets_its_data_key_with_the_first_success_of_its_key()
    {
        var cluster = (await Cloud.ConfluentAsync(Get, $"{Clusters}/lkc-st4g1n?environment=env-4mq7d")).Expect(200);
        Assert.Equal(("PROVISIONED", "cck-st4g1"), (cluster["status.phase"], cluster["spec.byok.id"]));

        var kept = await Poll.UntilAsync(() => KeptAsync("cluster", "lkc-st4g1n"), kept => kept["wrappedBy"] is not null);

        Assert.StartsWith("https://kv-orders-weu.vault.azure.net/keys/staging-cmk/", (string?)kept["wrappedBy"], StringComparison.Ordinal);
    }

    private static JsonObject Body(string? byok = null)
    {
        var spec = new JsonObject
        {
            ["display_name"] = "orders",
            ["availability"] = "SINGLE_ZONE",
            ["cloud"] = "azure",
            ["region"] = "eastus",
            ["config"] = new JsonObject { ["kind"] = "Dedicated", ["cku"] = 1 },
            ["environment"] = new JsonObject { ["id"] = Environment },
        };
        if (byok is not null)
            spec["byok"] = new JsonObject { ["id"] = byok };
        return new JsonObject { ["spec"] = spec };
    }

    private async Task<CloudAnswer> CreateAsync(JsonObject body) => (await Cloud.ConfluentAsync(Post, Clusters, body)).Expect(202);

    private async Task<CloudAnswer> ReadAsync(CloudAnswer cluster) => (await Cloud.ConfluentAsync(Get, Path(cluster))).Expect(200);

    private Task<CloudAnswer> ResizeAsync(CloudAnswer cluster, int cku, int status)
        => ChangeAsync(cluster, new JsonObject { ["config"] = new JsonObject { ["kind"] = "Dedicated", ["cku"] = cku } }.ToJsonString(), status);

    private async Task<CloudAnswer> ChangeAsync(CloudAnswer cluster, string change, int status)
    {
        var spec = JsonNode.Parse(change)!;
        spec["environment"] = new JsonObject { ["id"] = Environment };
        return (await Cloud.ConfluentAsync(Patch, $"{Clusters}/{cluster["id"]}", new JsonObject { ["spec"] = spec })).Expect(status);
    }

    private static string Path(CloudAnswer cluster) => $"{Clusters}/{cluster["id"]}?environment={Environment}";

    /// <summary>What is on the disk.</summary>
    private async Task<JsonObject> KeptAsync(string kind, string id)
    {
        var file = new SqliteConnectionStringBuilder
        {
            DataSource = System.IO.Path.Combine(Sandbox.Folder, "sandbox", "sandbox.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        await using var connection = new SqliteConnection(file.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT json FROM records WHERE kind = $kind AND id = $id";
        command.Parameters.AddWithValue("$kind", kind);
        command.Parameters.AddWithValue("$id", id);
        return JsonNode.Parse((string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!)!.AsObject();
    }
}
