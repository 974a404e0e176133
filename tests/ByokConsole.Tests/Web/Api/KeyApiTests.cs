using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Web.Api;

/// <summary>Registered keys and clusters, from nothing to an encrypted cluster, over HTTP.</summary>
public sealed class KeyApiTests(ApiConsole api) : IClassFixture<ApiConsole>
{
    [Fact]
    public async Task A_key_is_registered_granted_bound_and_shown_with_its_cluster()
    {
        var id = await api.RegisterAsync(api.Key());
        var launch = await api.AskAsync(HttpMethod.Post, $"/api/v1/environments/{ApiConsole.Environment}/clusters", Cluster(id));
        Assert.Equal(202, launch.Status);
        Assert.Equal($"/api/v1/runs/{launch.Json["id"]}", launch.Headers["Location"]);

        var run = await api.EndOfAsync((string)launch.Json["id"]!);

        Assert.Equal("succeeded", (string)run["state"]!);
        var cluster = await api.AskAsync(HttpMethod.Get, $"/api/v1/environments/{ApiConsole.Environment}/clusters/{run["cluster_id"]}");
        Assert.Equal((id, "PROVISIONED", 1), ((string)cluster.Json["registration_id"]!, (string)cluster.Json["phase"]!, (int)cluster.Json["cku"]!));
        var key = await api.AskAsync(HttpMethod.Get, $"/api/v1/keys/{id}");
        Assert.Equal((string)run["cluster_id"]!, (string)key.Json["registration"]!["cluster_id"]!);
        var health = await api.AskAsync(HttpMethod.Post, $"/api/v1/keys/{id}/health");
        Assert.Equal("healthy", (string)health.Json["standing"]!);
        var bound = await api.AskAsync(HttpMethod.Delete, $"/api/v1/keys/{id}");
        Assert.Equal(409, bound.Status);
        Assert.Contains("It serves api-orders", (string)bound.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_takes_the_pages_filters_and_the_vendors()
    {
        var inUse = await IdsAsync("?state=in-use");
        Assert.Contains("cck-st4g1", inUse);
        Assert.DoesNotContain("cck-n0gr4", inUse);
        Assert.Equal(["cck-st4g1"], await IdsAsync("?validation_phase=valid&region=westeurope&q=staging"));
        Assert.Equal([], await IdsAsync("?q=nobody"));
        Assert.Contains("cck-n0gr4", await IdsAsync("?standing=warning"));
        var wrong = await api.AskAsync(HttpMethod.Get, "/api/v1/keys?standing=splendid");
        Assert.Equal((400, "standing is one of broken, warning, waiting, releasing, unseen, unchecked, healthy, available."), (wrong.Status, (string)wrong.Json["detail"]!));
    }

    [Theory]
    [InlineData("state=inuse", "state is one of AVAILABLE, IN_USE.")]
    [InlineData("validation_phase=valid1", "validation_phase is one of INITIALIZING, VALID, INVALID.")]
    [InlineData("provider=azur", "provider is one of Azure, AWS, GCP.")]
    public async Task A_word_that_no_key_can_have_is_refused_and_lists_no_emptiness(string filter, string told)
    {
        var wrong = await api.AskAsync(HttpMethod.Get, $"/api/v1/keys?{filter}");

        Assert.Equal((400, told), (wrong.Status, (string)wrong.Json["detail"]!));
    }

    [Fact]
    public async Task Pages_follow_one_another_and_lose_nothing()
    {
        List<string> ids = [];
        for (var next = "/api/v1/keys?page_size=1"; next is not null;)
        {
            var page = await api.AskAsync(HttpMethod.Get, next);
            ids.Add((string)page.Json["data"]!.AsArray().Single()!["id"]!);
            next = (string?)page.Json["metadata"]!["next"] is { } link ? new Uri(link).PathAndQuery : null;
        }

        Assert.Equal((await IdsAsync("")).Order(), ids.Order());
        Assert.Equal(400, (await api.AskAsync(HttpMethod.Get, "/api/v1/keys?page_size=0")).Status);
        Assert.Equal("page_token cannot be \u201cx\u201d.", (string)(await api.AskAsync(HttpMethod.Get, "/api/v1/keys?page_token=x")).Json["detail"]!);
        Assert.Equal("unknown_parameter", (string)(await api.AskAsync(HttpMethod.Get, "/api/v1/keys?pagesize=3")).Json["code"]!);
    }

    [Fact]
    public async Task A_name_is_changed_and_a_wrong_one_refused_by_the_pages_rule()
    {
        var renamed = await api.AskAsync(HttpMethod.Patch, "/api/v1/keys/cck-n0gr4", new JsonObject { ["display_name"] = "archive-2" });
        var refused = await api.AskAsync(HttpMethod.Patch, "/api/v1/keys/cck-n0gr4", new JsonObject { ["display_name"] = " " });

        Assert.Equal((200, "archive-2"), (renamed.Status, (string)renamed.Json["display_name"]!));
        Assert.Equal((422, "A name is needed."), (refused.Status, (string)refused.Json["detail"]!));
        Assert.Equal(404, (await api.AskAsync(HttpMethod.Get, "/api/v1/keys/cck-none")).Status);
    }

    [Fact]
    public async Task What_is_there_already_or_nowhere_is_told_before_a_run_is_started()
    {
        var registered = await api.AskAsync(HttpMethod.Post, "/api/v1/keys", api.Key(key: "staging-cmk"));
        var nowhere = await api.AskAsync(HttpMethod.Post, "/api/v1/environments/env-none/clusters", Cluster("cck-st4g1"));
        var nameless = await api.AskAsync(HttpMethod.Patch, "/api/v1/keys/cck-n0gr4", new JsonObject());
        var both = api.Key();
        both["registration_id"] = "cck-st4g1";

        Assert.Equal((409, "already_exists", "cck-st4g1"), (registered.Status, (string)registered.Json["code"]!, (string)registered.Json["existing_id"]!));
        Assert.Equal((404, "not_found", "forbidden_access"), (nowhere.Status, (string)nowhere.Json["code"]!, (string)nowhere.Json["cloud_code"]!));
        Assert.StartsWith(
            "Could not list the clusters of environment env-none: Confluent Cloud answers that it does not exist, or hides it from the console.",
            (string)nowhere.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal((422, "missing_display_name"), (nameless.Status, (string)nameless.Json["code"]!));
        Assert.Equal("ambiguous_key", (string)(await api.AskAsync(HttpMethod.Post, "/api/v1/preflight", both)).Json["code"]!);
    }

    [Fact]
    public async Task A_name_stands_for_one_request_whatever_its_kind()
    {
        var named = ("Idempotency-Key", Guid.NewGuid().ToString());
        var first = await api.AskAsync(HttpMethod.Post, "/api/v1/keys", await api.OwnKeyAsync(), named);
        await api.EndOfAsync((string)first.Json["id"]!);

        var other = await api.AskAsync(HttpMethod.Post, "/api/v1/keys/cck-n0gr4/grant", null, named);

        Assert.Equal((422, "idempotency_key_reused", (string)first.Json["id"]!), (other.Status, (string)other.Json["code"]!, (string)other.Json["run_id"]!));
    }

    [Fact]
    public async Task A_key_whose_checks_fail_is_not_registered()
    {
        var before = await IdsAsync("");

        var refused = await api.AskAsync(HttpMethod.Post, "/api/v1/keys", await api.OwnKeyAsync("northeurope"));

        Assert.Equal((422, "application/problem+json"), (refused.Status, refused.Type));
        Assert.Equal(["region_matches"], refused.Codes);
        Assert.Equal("/key_vault_id", (string)refused.Json["errors"]![0]!["source"]!["pointer"]!);
        Assert.Equal(before, await IdsAsync(""));
    }

    [Fact]
    public async Task A_request_under_one_idempotency_key_is_one_run_and_another_under_it_is_refused()
    {
        var named = ("Idempotency-Key", Guid.NewGuid().ToString());
        var key = await api.OwnKeyAsync();

        var first = await api.AskAsync(HttpMethod.Post, "/api/v1/keys", key, named);
        await api.EndOfAsync((string)first.Json["id"]!);
        var second = await api.AskAsync(HttpMethod.Post, "/api/v1/keys", key, named);
        var other = await api.AskAsync(HttpMethod.Post, "/api/v1/keys", await api.OwnKeyAsync(), named);

        Assert.Equal((202, 202), (first.Status, second.Status));
        Assert.Equal((string)first.Json["id"]!, (string)second.Json["id"]!);
        Assert.Equal((422, "idempotency_key_reused"), (other.Status, (string)other.Json["code"]!));
        Assert.Equal(400, (await api.AskAsync(HttpMethod.Post, "/api/v1/keys", key, ("Idempotency-Key", "not one word"))).Status);
    }

    [Theory]
    [InlineData("az", "az role assignment create")]
    [InlineData("powershell", "New-AzRoleAssignment")]
    [InlineData("bicep", "Microsoft.Authorization/roleAssignments")]
    [InlineData("terraform", "azurerm_role_assignment")]
    [InlineData("rest", "https://management.azure.com")]
    public async Task A_grant_is_written_down_for_other_tools(string form, string said)
    {
        var answer = await api.AskAsync(HttpMethod.Get, $"/api/v1/keys/cck-st4g1/grant/{form}");

        Assert.Equal((200, "text/plain"), (answer.Status, answer.Type));
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await api.AskAsync(HttpMethod.Get, "/api/v1/keys/cck-st4g1/grant/cobol")).Status);
    }

    [Theory]
    [InlineData("terraform", "resource \"confluent_kafka_cluster\"")]
    [InlineData("confluent", "confluent kafka cluster")]
    [InlineData("byok", "byok cluster")]
    [InlineData("curl", "/cmk/v2/clusters")]
    public async Task A_cluster_is_written_down_whether_it_exists_or_is_wanted(string form, string said)
    {
        var wanted = await api.AskAsync(HttpMethod.Post, $"/api/v1/environments/env-4mq7d/clusters/code?as={form}", Cluster("cck-st4g1"));
        var there = await api.AskAsync(HttpMethod.Get, $"/api/v1/environments/env-4mq7d/clusters/lkc-st4g1n/code?as={form}");
        var ofKey = await api.AskAsync(HttpMethod.Get, $"/api/v1/keys/cck-st4g1/code?as={form}");
        var without = Cluster("cck-st4g1");
        without.Remove("display_name");
        var refused = await api.AskAsync(HttpMethod.Post, $"/api/v1/environments/env-4mq7d/clusters/code?as={form}", without);

        Assert.All([wanted, there, ofKey], answer =>
        {
            Assert.Equal((200, "text/plain"), (answer.Status, answer.Type));
            Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        });
        Assert.Contains("api-orders", wanted.Text, StringComparison.Ordinal);
        Assert.Contains("lkc-st4g1n", there.Text, StringComparison.Ordinal);
        Assert.Equal(["missing_display_name"], refused.Codes);
    }

    private static JsonObject Cluster(string registrationId) => new()
    {
        ["display_name"] = "api-orders", ["region"] = "westeurope", ["availability"] = "single_zone", ["cku"] = 1, ["registration_id"] = registrationId,
    };

    private async Task<IReadOnlyList<string>> IdsAsync(string query)
        => [.. (await api.AskAsync(HttpMethod.Get, "/api/v1/keys" + query)).Json["data"]!.AsArray().Select(key => (string)key!["id"]!)];
}
