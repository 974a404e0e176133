using System.Text.Json.Nodes;
using ByokConsole.Tests.RealClients.Matrix;
using ByokConsole.Tests.Sandbox;

namespace ByokConsole.Tests.RealClients;

/// <summary>curl against Confluent Cloud's API: both versions of HTTP, at the root and below <c>/api</c>.</summary>
[Trait(Category, RealClients)]
[Collection(RealClientSandbox.Name)]
public sealed class CurlTests(RealClientSandbox sandbox) : RealClientTests(sandbox)
{
    public static TheoryData<string, string> Ways => new() { { "--http2", "" }, { "--http1.1", "" }, { "--http2", "/api" }, { "--http1.1", "/api" } };

    /// <summary>What changes something is tried over both versions and at both places, but not over each at each.</summary>
    public static TheoryData<string, string> Some => new() { { "--http2", "/api" }, { "--http1.1", "" } };

    [Theory]
    [MemberData(nameof(Ways))]
    [Operation(Operations.Http, Client.Curl)]
    [Operation(Operations.Places, Client.Curl)]
    public async Task Environments_and_networks_are_listed_and_read(string http, string prefix)
    {
        var ways = new Way(this, http, prefix);
        var environments = (await ways.GetAsync("/org/v2/environments")).Expect(200);
        var one = (await ways.GetAsync($"/org/v2/environments/{Cloud.Environment.EnvironmentId}")).Expect(200);
        var networks = (await ways.GetAsync($"/networking/v1/networks?environment={Cloud.Environment.EnvironmentId}")).Expect(200);
        var network = (await ways.GetAsync($"/networking/v1/networks/n-pl3us?environment={Cloud.Environment.EnvironmentId}")).Expect(200);

        Assert.Equal((http == "--http2" ? "2" : "1.1", "application/json"), (environments.Http, environments.Type));
        Assert.Contains(environments.Json["data"]!.AsArray(), environment => (string?)environment!["id"] == "env-4mq7d");
        Assert.Equal(Cloud.Environment.EnvironmentId, (string?)one.Json["id"]);
        Assert.NotEmpty(networks.Json["data"]!.AsArray());
        Assert.Equal("READY", (string?)network.Json["status"]!["phase"]);
    }

    [Theory]
    [MemberData(nameof(Some))]
    [Operation(Operations.Registrations, Client.Curl)]
    public async Task A_key_is_registered_listed_read_renamed_and_deleted(string http, string prefix)
    {
        var ways = new Way(this, http, prefix);
        var name = NameOf("curl");
        await MakeKeyAsync(name);

        var made = (await ways.SendAsync("POST", "/byok/v1/keys", Cloud.KeyBody(Vault, name))).Expect(201);
        var id = (string)made.Json["id"]!;
        var listed = await ways.ListAsync("/byok/v1/keys?page_size=2");
        var renamed = (await ways.SendAsync("PATCH", $"/byok/v1/keys/{id}", new JsonObject { ["display_name"] = name })).Expect(200);
        var read = (await ways.GetAsync($"/byok/v1/keys/{id}")).Expect(200);
        (await ways.SendAsync("DELETE", $"/byok/v1/keys/{id}")).Expect(204);

        Assert.Contains(id, listed);
        Assert.Equal((name, name), ((string?)renamed.Json["display_name"], (string?)read.Json["display_name"]));
        Assert.Equal("AzureKey", (string?)read.Json["key"]!["kind"]);
        (await ways.GetAsync($"/byok/v1/keys/{id}")).Expect(404);
    }

    [Theory]
    [MemberData(nameof(Some))]
    [Operation(Operations.Clusters, Client.Curl)]
    public async Task A_cluster_is_made_listed_read_renamed_and_deleted(string http, string prefix)
    {
        var ways = new Way(this, http, prefix);
        var (name, environment) = (NameOf("curl"), Cloud.Environment.EnvironmentId);
        var spec = JsonNode.Parse("""{"availability":"SINGLE_ZONE","cloud":"AZURE","region":"eastus","config":{"kind":"Dedicated","cku":1}}""")!;
        (spec["display_name"], spec["environment"]) = (name, new JsonObject { ["id"] = environment });

        var made = (await ways.SendAsync("POST", "/cmk/v2/clusters", new JsonObject { ["spec"] = spec })).Expect(202);
        var id = (string)made.Json["id"]!;
        var itself = $"/cmk/v2/clusters/{id}?environment={environment}";
        await Poll.UntilAsync(async () => (string?)(await ways.GetAsync(itself)).Json["status"]!["phase"] == "PROVISIONED", $"{id} is up");
        var listed = await ways.ListAsync($"/cmk/v2/clusters?environment={environment}&page_size=1");
        var change = new JsonObject { ["spec"] = new JsonObject { ["display_name"] = name + "-2", ["environment"] = new JsonObject { ["id"] = environment } } };
        var renamed = (await ways.SendAsync("PATCH", $"/cmk/v2/clusters/{id}", change)).Expect(200);
        (await ways.SendAsync("DELETE", itself)).Expect(204);

        Assert.Contains(id, listed);
        Assert.Equal(name + "-2", (string?)renamed.Json["spec"]!["display_name"]);
        (await ways.GetAsync(itself)).Expect(403);
    }

    [Theory]
    [MemberData(nameof(Some))]
    [Operation(Operations.Unknown, Client.Curl)]
    public async Task Without_a_valid_key_nothing_is_told(string http, string prefix)
    {
        var refused = (await new Way(this, http, prefix) { Credentials = "$CONFLUENT_CLOUD_API_KEY:wrong" }.GetAsync("/byok/v1/keys")).Expect(401);

        Assert.Equal("401", (string?)refused.Json["errors"]![0]!["status"]);
    }

    /// <summary>One answer, and what curl says of how it came.</summary>
    private sealed record Curled(int Status, string Http, string Type, string Text)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public Curled Expect(int status)
        {
            Assert.True(Status == status, $"Expected {status}, got {Status}: {Text}");
            return this;
        }
    }

    /// <summary>A version of HTTP and a prefix of the path.</summary>
    private sealed record Way(CurlTests Test, string Http, string Prefix)
    {
        public string Credentials { get; init; } = "$CONFLUENT_CLOUD_API_KEY:$CONFLUENT_CLOUD_API_SECRET";

        public Task<Curled> GetAsync(string path) => SendAsync("GET", path);

        public async Task<Curled> SendAsync(string method, string path, JsonNode? body = null)
        {
            if (!Shell.Has("curl"))
                Missing.Skip("curl is not there. To run its tests: apt-get install -y curl");
            var url = path.StartsWith("https://", StringComparison.Ordinal) ? path : SandboxCaller.Confluent(Prefix + path).ToString();
            var ran = (await Test.RunAsync(
                $"curl -sS {Http} -u \"{Credentials}\" -X {method} -w '\\n%{{http_code}} %{{http_version}} %{{content_type}}' '{url}'"
                + (body is null ? "" : $" -H 'Content-Type: application/json' --data-binary '{body.ToJsonString()}'"))).Succeeds();
            var end = ran.Output.LastIndexOf('\n');
            var about = ran.Output[(end + 1)..].Split(' ', ';');
            return new(int.Parse(about[0], System.Globalization.CultureInfo.InvariantCulture), about[1], about.ElementAtOrDefault(2) ?? "", ran.Output[..end]);
        }

        /// <summary>The ids of all pages, each as the one before names it.</summary>
        public async Task<IReadOnlyList<string>> ListAsync(string path)
        {
            List<string> ids = [];
            for (var next = path; next is not null;)
            {
                var page = (await GetAsync(next)).Expect(200).Json;
                ids.AddRange(page["data"]!.AsArray().Select(item => (string)item!["id"]!));
                next = (string?)page["metadata"]!["next"];
            }

            return ids;
        }
    }
}
