using System.Net;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace ByokConsole.Tests.Web;

/// <summary>What a machine that looks after the console is told.</summary>
public sealed class ReadinessTests(SandboxConsole sandbox) : IClassFixture<SandboxConsole>
{
    /// <summary>A build machine may be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Parts = ["database", "schedule", "azureIdentity", "confluentOrganization"];

    [Fact]
    public async Task A_console_that_is_ready_says_so_of_each_part()
    {
        var (status, told) = await AskUntilAsync(sandbox.Console, []);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True((bool)told["ready"]!);
        Assert.Equal(Parts, told["parts"]!.AsObject().Select(part => part.Key));
        Assert.All(told["parts"]!.AsObject(), part => Assert.True((bool)part.Value!["ready"]!, part.Key));
    }

    [Fact]
    public async Task The_part_that_is_not_ready_is_named_without_what_the_cloud_said_and_the_console_is_alive()
    {
        await using var console = await RunningConsole.StartAsync(configure: services => services.AddSingleton<TokenCredential>(new RefusedCredential()));

        var (status, told) = await AskUntilAsync(console, ["azureIdentity"]);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.False((bool)told["ready"]!);
        Assert.Equal(["azureIdentity"], NotReady(told));
        Assert.DoesNotContain(RefusedCredential.Secret, told.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Healthy", await console.Client.GetStringAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Measurements_leave_the_console_only_where_a_collector_is_named()
    {
        await using var watched = await RunningConsole.StartAsync(["--OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"]);

        Assert.NotNull(watched.Services.GetService<MeterProvider>());
        Assert.Null(sandbox.Console.Services.GetService<MeterProvider>());
    }

    /// <summary>Asks until no other part is unready: the schedule starts once the console listens, and is honestly not ready before.</summary>
    private static async Task<(HttpStatusCode Status, JsonNode Told)> AskUntilAsync(RunningConsole console, string[] notReady)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await AskAsync(console);
            if (NotReady(answer.Told).SequenceEqual(notReady) || TimeProvider.System.GetElapsedTime(since) > Patience)
                return answer;
        }
    }

    private static IEnumerable<string> NotReady(JsonNode told)
        => told["parts"]!.AsObject().Where(part => !(bool)part.Value!["ready"]!).Select(part => part.Key);

    private static async Task<(HttpStatusCode Status, JsonNode Told)> AskAsync(RunningConsole console)
    {
        using var response = await console.Client.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    private sealed class RefusedCredential : TokenCredential
    {
        public const string Secret = "a-secret-of-the-test";

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
            => throw new AuthenticationFailedException($"The secret {Secret} is wrong.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
            => throw new AuthenticationFailedException($"The secret {Secret} is wrong.");
    }
}
