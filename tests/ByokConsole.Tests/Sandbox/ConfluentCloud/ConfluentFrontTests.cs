using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

[Collection(ConfluentSandbox.Name)]
public sealed class ConfluentFrontTests(ConfluentSandbox sandbox) : ConfluentTests(sandbox)
{
    [Fact]
    public async Task Nothing_is_told_without_the_key_and_its_secret()
    {
        AuthenticationHeaderValue?[] wrong =
        [
            null,
            new("Bearer", Cloud.Environment.ConfluentSecret),
            new("Basic", "???"),
            SandboxEnvironment.BasicOf(Cloud.Environment.ConfluentKey, "wrong"),
            SandboxEnvironment.BasicOf("WRONG", Cloud.Environment.ConfluentSecret),
        ];
        foreach (var authorization in wrong)
        {
            foreach (var path in (string[])["/byok/v1/keys", "/nowhere"])
            {
                var answer = await Cloud.SendAsync(Get, SandboxCaller.Confluent(path), authorization, null);
                answer.Pointers(401, "user_unauthenticated");
                Assert.StartsWith("Basic error=\"invalid_key\"", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
                Assert.False(string.IsNullOrEmpty(answer.Header("X-Request-Id")));
                Assert.Null(answer.Header("X-RateLimit-Limit"));
            }
        }
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/byok/v1")]
    [InlineData("/byok/v2/keys")]
    [InlineData("/byok/v1/keys/cck-an4l1/more")]
    [InlineData("/byok/v1/keys/cck-none")]
    public async Task A_path_that_leads_nowhere_is_not_found(string path)
        => (await Cloud.ConfluentAsync(Get, path)).Pointers(404, "not_found");

    [Theory]
    [InlineData("DELETE", "/byok/v1/keys", "GET, POST")]
    [InlineData("PUT", "/byok/v1/keys/cck-an4l1", "GET, PATCH, DELETE")]
    [InlineData("POST", "/networking/v1/networks", "GET")]
    [InlineData("DELETE", "/org/v2/environments/env-9kx2v", "GET")]
    public async Task A_method_that_is_not_served_is_refused_with_those_that_are(string method, string path, string allowed)
    {
        var answer = await Cloud.ConfluentAsync(new HttpMethod(method), path);

        answer.Pointers(405, "method_not_allowed");
        Assert.Equal(allowed, answer.Header("Allow"));
    }

    public static TheoryData<string> OddBodies =>
    [
        "", "null", "[]", "7", "\"text\"", "{", "{\"key\":", "{} {}", "{\"key\":{},\"key\":{}}", "{\"key\":{\"kind\":\"a\",\"kind\":\"b\"}}",
        "{\"display_name\":\"\\ud800\"}", "{\"\\udc00\":1}", "<html></html>", new string('[', 200), "\u00ff\u00fe",
    ];

    [Theory]
    [MemberData(nameof(OddBodies))]
    public async Task A_body_that_is_no_sound_object_is_refused_everywhere(string body)
    {
        foreach (var (method, path) in ((HttpMethod, string)[])
            [(Post, "/byok/v1/keys"), (Patch, "/byok/v1/keys/cck-an4l1"), (Post, "/cmk/v2/clusters"), (Patch, "/cmk/v2/clusters/lkc-st4g1n")])
        {
            using var content = new StringContent(body, Encoding.Latin1, "application/json");
            var answer = await Cloud.SendAsync(method, SandboxCaller.Confluent(path), Cloud.Environment.Basic, content);
            answer.Pointers(400, "invalid_request");
        }
    }

    [Fact]
    public async Task The_paths_are_also_served_below_api_and_page_links_stay_there()
    {
        var page = (await Cloud.ConfluentAsync(Get, "/api/byok/v1/keys?page_size=1")).Expect(200);

        Assert.StartsWith("https://api.confluent.cloud/api/byok/v1/keys?", page["metadata.next"], StringComparison.Ordinal);
        (await Cloud.ConfluentAsync(Get, new Uri(page["metadata.next"]!).PathAndQuery)).Expect(200);
    }

    [Fact]
    public async Task A_success_tells_its_request_id_and_what_is_left_of_the_limit()
    {
        var first = (await Cloud.ConfluentAsync(Get, "/org/v2/environments")).Expect(200);
        var second = (await Cloud.ConfluentAsync(Get, "/org/v2/environments")).Expect(200);

        Assert.NotEqual(first.Header("X-Request-Id"), second.Header("X-Request-Id"));
        Assert.True(Number(second, "X-RateLimit-Remaining") < Number(first, "X-RateLimit-Limit"));
        Assert.InRange(Number(second, "X-RateLimit-Reset"), 1, 60);
        var noted = (await LogAsync()).Single(entry => (string?)entry["requestId"] == first.Header("X-Request-Id"));
        Assert.Equal("/org/v2/environments", (string?)noted["path"]);
    }

    private static int Number(CloudAnswer answer, string header) => int.Parse(answer.Header(header)!, CultureInfo.InvariantCulture);
}
