using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;
using static ByokConsole.Tests.Adapters.ConfluentCloud.RegistrationScript;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

public sealed class ConfluentRetriesTests : IDisposable
{
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_post_whose_reply_is_lost_is_sent_once_and_its_outcome_is_unknown()
    {
        _ports.Cloud.On(HttpMethod.Post, Keys, ScriptedCloud.LoseReply);

        var fault = (await _ports.Registrations.CreateAsync(New, Cancellation)).Fault;

        Assert.Equal((FaultKind.Unreachable, true), (fault?.Kind, fault?.OutcomeUnknown));
        Assert.Single(_ports.Cloud.Seen);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(200, true)]
    [InlineData(201, true)]
    public async Task A_post_without_a_clear_answer_is_sent_once(int status, bool outcomeUnknown)
    {
        _ports.Cloud.On(HttpMethod.Post, Keys, (HttpStatusCode)status, "<html>");

        var fault = (await _ports.Registrations.CreateAsync(New, Cancellation)).Fault;

        Assert.Equal(outcomeUnknown, fault?.OutcomeUnknown);
        Assert.Single(_ports.Cloud.Seen);
    }

    [Fact]
    public async Task A_post_that_never_arrived_leaves_nothing_open()
    {
        _ports.Cloud.On(HttpMethod.Post, Keys, _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));

        var fault = (await _ports.Registrations.CreateAsync(New, Cancellation)).Fault;

        Assert.Equal((FaultKind.Unreachable, false), (fault?.Kind, fault?.OutcomeUnknown));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_get_that_fails_in_passing_is_sent_again(bool lost)
    {
        var failures = 1;
        _ports.Cloud.On(HttpMethod.Get, Keys, request => failures-- <= 0 ? ScriptedCloud.Answer(HttpStatusCode.OK, Registration("cck-1"))
            : lost ? ScriptedCloud.LoseReply(request)
            : ScriptedCloud.Answer(HttpStatusCode.BadGateway, "<html>"));

        Assert.True((await _ports.Registrations.GetAsync("cck-1", Cancellation)).IsOk);
        Assert.Equal(2, _ports.Cloud.Seen.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_check_asks_once(bool lost)
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, request => lost ? ScriptedCloud.LoseReply(request) : ScriptedCloud.Answer(HttpStatusCode.BadGateway, ""));

        Assert.False((await _ports.Once<IKeyRegistrations>().GetAsync("cck-1", Cancellation)).IsOk);
        Assert.Single(_ports.Cloud.Seen);
    }

    [Theory]
    [InlineData("Retry-After", "40", 40)]
    [InlineData("X-RateLimit-Reset", "41", 41)]
    [InlineData("Retry-After", "Tue, 24 Nov 2026 10:00:42 GMT", 42)]
    public async Task A_long_wait_is_told_and_not_sat_through(string header, string value, int seconds)
    {
        _ports.Cloud.On(HttpMethod.Get, Keys, _ => ScriptedCloud.Answer(HttpStatusCode.TooManyRequests, "", (header, value)));

        var fault = (await _ports.Registrations.GetAsync("cck-1", Cancellation)).Fault;

        Assert.Equal((FaultKind.Throttled, TimeSpan.FromSeconds(seconds)), (fault?.Kind, fault?.RetryAfter));
        Assert.Single(_ports.Cloud.Seen);
    }
}
