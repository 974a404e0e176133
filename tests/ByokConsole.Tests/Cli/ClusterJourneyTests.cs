using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Cli;

[Collection(CliCollection.Name)]
public sealed class ClusterJourneyTests(CliConsole console)
{
    private const string Environment = "env-9kx2v";

    [Fact]
    public async Task A_key_is_registered_and_granted_and_a_cluster_made_with_it_shown_and_deleted()
    {
        var key = (await console.RunAsync(CliConsole.KeyCreate("kv-orders-eus", "orders-cmk", "--display-name", "orders", "--region", "eastus"))).Ends(0);
        Assert.Contains("Register the key: ", key.Errors, StringComparison.Ordinal);
        var id = System.Text.RegularExpressions.Regex.Match(key.Output, @"\| ID +\| (cck-\S+)").Groups[1].Value;

        var early = (await console.RunAsync("grant", "wait", id, "--timeout", "0s")).Ends(1);
        Assert.Contains($"byok grant apply {id}", early.Errors, StringComparison.Ordinal);
        (await console.RunAsync("grant", "apply", id)).Ends(0);
        var granted = (await console.RunAsync("grant", "wait", id, "--timeout", "30s", "-o", "json")).Ends(0);
        Assert.Equal("in_force", (string?)granted.Json["phase"]);
        Assert.Empty(granted.Errors);

        string[] order = ["cluster", "create", "orders", "--environment", Environment, "--cloud", "azure", "--type", "dedicated", "--cku", "1", "--byok", id, "--material-generated"];
        (await console.RunAsync([.. order, "--region", "westeurope", "--wait"])).Ends(4);
        var made = (await console.RunAsync([.. order, "--region", "eastus", "--wait", "-o", "json"])).Ends(0);
        Assert.Equal(id, (string?)made.Json["registration_id"]);
        Assert.Equal("PROVISIONED", (string?)made.Json["phase"]);
        var cluster = (string)made.Json["id"]!;

        var described = (await console.RunAsync("cluster", "describe", cluster, "--environment", Environment)).Ends(0);
        Assert.Matches($"\\| BYOK Key ID +\\| {id} ", described.Output);
        Assert.Matches(@"\| Key +\| https://kv-orders-eus.vault.azure.net/keys/orders-cmk ", described.Output);

        var unasked = (await console.RunAsync("cluster", "delete", cluster, "--environment", Environment)).Ends(6);
        Assert.Contains("--force", unasked.Errors, StringComparison.Ordinal);
        (await console.RunAtTerminalAsync("another\n", "cluster", "delete", cluster, "--environment", Environment)).Ends(1);
        (await console.RunAsync("cluster", "delete", cluster, "--environment", Environment, "--force")).Ends(0);
        (await console.RunAsync("cluster", "describe", cluster, "--environment", Environment)).Ends(3);
    }

    [Fact]
    public async Task A_run_is_started_and_watched_in_two_commands()
    {
        var started = (await console.RunAsync(
            "cluster", "create", "plain", "--environment", Environment, "--cloud", "azure", "--region", "eastus", "--availability", "low", "-o", "json")).Ends(0);
        Assert.Equal("create_cluster", (string?)started.Json["kind"]);
        var run = (string)started.Json["id"]!;

        var watched = (await console.RunAsync("run", "watch", run)).Ends(0);
        Assert.Contains("Wait until it is provisioned: ", watched.Errors, StringComparison.Ordinal);
        Assert.Matches(@"\| State +\| succeeded ", watched.Output);

        var listed = (await console.RunAsync("run", "list", "--kind", "create-cluster", "--state", "succeeded", "--environment", Environment, "-o", "json")).Ends(0);
        Assert.Contains(listed.Json.AsArray(), one => (string?)one!["id"] == run);
        (await console.RunAsync("run", "cancel", run)).Ends(1);
        (await console.RunAsync("run", "answer", run, "--choice", "stop")).Ends(1);
        (await console.RunAsync("run", "watch", "run-nobody")).Ends(3);
    }

    [Fact]
    public async Task A_protected_cluster_is_deleted_by_who_says_so_twice()
    {
        var made = (await console.RunAsync(
            "cluster", "create", "guarded", "--environment", Environment, "--cloud", "azure", "--region", "eastus", "--wait", "-o", "json")).Ends(0);
        var cluster = (string)made.Json["id"]!;
        using var sandbox = console.CallSandbox();
        (await sandbox.ConfluentAsync(HttpMethod.Patch, $"/cmk/v2/clusters/{cluster}", new JsonObject
        {
            ["spec"] = new JsonObject { ["deletion_protection"] = true, ["environment"] = new JsonObject { ["id"] = Environment } },
        })).Expect(200);

        var kept = (await console.RunAsync("cluster", "delete", cluster, "--environment", Environment, "--force")).Ends(6);
        Assert.Contains("--unprotect", kept.Errors, StringComparison.Ordinal);
        (await console.RunAtTerminalAsync("y\nguarded\n", "cluster", "delete", cluster, "--environment", Environment)).Ends(0);
        (await console.RunAsync("cluster", "describe", cluster, "--environment", Environment)).Ends(3);
    }

    [Fact]
    public async Task A_run_that_fails_ends_with_five_and_says_why()
    {
        await console.ControlAsync(HttpMethod.Post, "/faults", new JsonObject
        {
            ["name"] = "Refuse", ["host"] = "api.confluent.cloud", ["method"] = "POST", ["path"] = "/cmk/v2/clusters", ["status"] = 422,
            ["body"] = """{"errors":[{"id":"1","status":"422","code":"x","detail":"Nombre no permitido","source":{"pointer":"/spec/display_name"}}]}""",
        });

        var failed = (await console.RunAsync(
            "cluster", "create", "refused", "--environment", Environment, "--cloud", "azure", "--region", "eastus", "--wait", "-o", "json")).Ends(5);

        Assert.Contains("Nombre no permitido", (string?)failed.Problem["detail"], StringComparison.Ordinal);
        Assert.Empty(failed.Output);
        var run = (string)(await console.RunAsync("run", "list", "--state", "failed", "-o", "json")).Ends(0).Json[0]!["id"]!;
        var watched = (await console.RunAsync("run", "watch", run)).Ends(5);
        Assert.Matches(@"\| State +\| failed ", watched.Output);
    }

    [Theory]
    [InlineData("--cloud", "aws", "--region", "eastus")]
    [InlineData("--cloud", "azure", "--region", "eastus", "--type", "basic")]
    [InlineData("--cloud", "azure", "--region", "eastus", "--cku", "two")]
    [InlineData("--cloud", "azure", "--region", "eastus", "--byok", "orders")]
    [InlineData("--cloud", "azure")]
    public async Task A_cluster_that_cannot_be_is_wrong_usage(params string[] options)
        => (await console.RunAsync(["cluster", "create", "orders", "--environment", Environment, .. options])).Ends(2);

    [Fact]
    public async Task An_environment_that_is_not_there_is_not_found()
        => (await console.RunAsync("cluster", "list", "--environment", "env-nobody")).Ends(3);
}
