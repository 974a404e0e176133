using System.Net;
using ByokConsole.Core.Clouds;
using static ByokConsole.Tests.Adapters.ConfluentCloud.RegistrationScript;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class ConfluentPagingTests : IDisposable
{
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task Pages_are_followed_by_their_token_alone_and_never_to_another_host()
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, request => ScriptedCloud.Answer(HttpStatusCode.OK, request.Uri.Query.Contains("page_token", StringComparison.Ordinal)
            ? List("", Registration("cck-2", "2026-11-24T09:30:00Z"))
            : List("https://evil.example/byok/v1/keys?page_token=a%26b&page_size=1", Registration("cck-1"))));

        var answer = await _ports.Registrations.ListAsync(Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal(["cck-2", "cck-1"], answer.Value.Select(row => row.Id));
        Assert.Equal(
            [$"{Keys}?page_size=100", $"{Keys}?page_size=100&page_token=a%26b"], _ports.Cloud.Seen.Select(request => request.Uri.AbsoluteUri));
    }

    [Fact]
    public async Task A_list_that_never_ends_is_given_up()
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, HttpStatusCode.OK, List("https://api.confluent.cloud/byok/v1/keys?page_token=again", Registration("cck-1")));

        Assert.Equal(FaultKind.Malformed, (await _ports.Registrations.ListAsync(Cancellation)).Fault?.Kind);
        Assert.Equal(200, _ports.Cloud.Seen.Count);
    }

    [Fact]
    public async Task A_next_link_without_a_token_is_malformed_rather_than_the_end()
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, HttpStatusCode.OK, List("https://api.confluent.cloud/byok/v1/keys", Registration("cck-1")));

        Assert.Equal(FaultKind.Malformed, (await _ports.Registrations.ListAsync(Cancellation)).Fault?.Kind);
    }
}
