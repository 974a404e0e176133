using System.Net;
using ByokConsole.Adapters.Storage;
using ByokConsole.Adapters.Webhooks;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Tests.Adapters.Storage;
using ByokConsole.Tests.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ByokConsole.Tests.Adapters.Webhooks;

/// <summary>Changes of findings reach the webhook signed, in order, at least once, and nowhere else.</summary>
public class WebhookDeliveryTests
{
    private readonly PostgreSqlServer? _server;

    public WebhookDeliveryTests()
    {
    }

    /// <summary>The same on PostgreSQL.</summary>
    protected WebhookDeliveryTests(PostgreSqlServer server) => _server = server;

    private const string Secret = "a-secret-of-the-webhook";
    private static readonly WebhookOptions Options = new(new Uri("https://alerts.example.com/byok"), Secret, false);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Change_Is_Told_Once_With_What_It_Is_And_A_Signature_That_Holds()
    {
        await using var console = new StoredConsole(_server) { Webhook = Options };
        var (services, cloud) = (await OweAsync(console), new ScriptedCloud());
        cloud.On(HttpMethod.Post, "https://alerts.example.com/byok", HttpStatusCode.NoContent, "");
        using var delivery = Delivery(console, services, cloud);

        Assert.Equal(1, await delivery.DeliverAsync(Token));
        Assert.Equal(0, await delivery.DeliverAsync(Token));

        var sent = Assert.Single(cloud.Seen);
        Assert.Contains("\"type\":\"key.finding.changed\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains("\"to\":\"Fail\"", sent.Body, StringComparison.Ordinal);
        var (id, timestamp) = (Header(sent, "webhook-id"), Header(sent, "webhook-timestamp"));
        Assert.Equal(WebhookClient.Sign(Secret, $"{id}.{timestamp}.{sent.Body}"), Header(sent, "webhook-signature"));
        Assert.Equal(("change-1", console.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)), (id, timestamp));
    }

    [Fact]
    public async Task What_Is_Not_Taken_Is_Told_Again_Later_And_Under_The_Same_Id()
    {
        await using var console = new StoredConsole(_server) { Webhook = Options };
        var services = await OweAsync(console);
        var cloud = new ScriptedCloud();
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.ServiceUnavailable, HttpStatusCode.Redirect, HttpStatusCode.OK]);
        cloud.On(HttpMethod.Post, "https://alerts.example.com/byok", _ => ScriptedCloud.Answer(answers.Dequeue(), ""));
        using var delivery = Delivery(console, services, cloud);

        Assert.Equal(0, await delivery.DeliverAsync(Token));
        Assert.Equal(0, await delivery.DeliverAsync(Token));
        Assert.Single(cloud.Seen);
        console.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, await delivery.DeliverAsync(Token));
        console.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(1, await delivery.DeliverAsync(Token));

        Assert.Equal(3, cloud.Seen.Count);
        Assert.Single(cloud.Seen.Select(request => Header(request, "webhook-id")).Distinct());
        await using var context = StoredConsole.Context(services);
        Assert.Empty(await context.Notifications.ToListAsync(Token));
    }

    [Fact]
    public async Task While_One_Console_Tells_A_Change_The_Other_Does_Not()
    {
        await using var console = new StoredConsole(_server) { Webhook = Options };
        var (services, beside) = (await OweAsync(console), await console.StartAsync());
        var cloud = new ScriptedCloud();
        using var delivery = Delivery(console, services, cloud);
        using var other = Delivery(console, beside, cloud);
        cloud.On(HttpMethod.Post, "https://alerts.example.com/byok", _ =>
        {
            Assert.Equal(0, other.DeliverAsync(Token).GetAwaiter().GetResult());
            return ScriptedCloud.Answer(HttpStatusCode.OK, "");
        });

        Assert.Equal(1, await delivery.DeliverAsync(Token));

        Assert.Single(cloud.Seen);
        Assert.Equal(0, await other.DeliverAsync(Token));
    }

    [Fact]
    public async Task What_A_Console_That_Died_Was_About_To_Tell_Is_Told_By_Another_One_Under_The_Same_Id()
    {
        await using var console = new StoredConsole(_server) { Webhook = Options };
        var (services, beside) = (await OweAsync(console), await console.StartAsync());
        var (dying, living) = (new ScriptedCloud(), new ScriptedCloud());
        dying.On(HttpMethod.Post, "https://alerts.example.com/byok", _ => throw new InvalidOperationException("It dies here."));
        living.On(HttpMethod.Post, "https://alerts.example.com/byok", HttpStatusCode.OK, "");
        using var delivery = Delivery(console, services, dying);
        using var other = Delivery(console, beside, living);
        await Assert.ThrowsAsync<InvalidOperationException>(() => delivery.DeliverAsync(Token));

        Assert.Equal(0, await other.DeliverAsync(Token));
        console.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await other.DeliverAsync(Token));
        Assert.Equal(Header(dying.Seen[0], "webhook-id"), Header(living.Seen[0], "webhook-id"));
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("20.61.97.1", true)]
    [InlineData("2603:1030::1", true)]
    public void Only_Everybodys_Internet_Is_Public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public async Task A_Host_Of_The_Own_Network_Is_Refused_Unless_It_Is_Allowed()
    {
        using var refused = new WebhookClient(Options with { Url = new Uri("https://localhost:9/") }, TimeProvider.System);

        Assert.Contains("cannot be reached", await refused.TellAsync(Change, Token), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Options.ToString(), StringComparison.Ordinal);
    }

    private static string Header(SeenRequest request, string name)
        => request.Headers.Split('\n').Single(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];

    private static HealthChange Change { get; } = new(
        1, "cck-1", "lkc-1", CheckName.KeyUsable, CheckState.Pass, "no expiry", CheckState.Fail, "disabled", "The key is disabled.", DateTimeOffset.UnixEpoch);

    private static async Task<IServiceProvider> OweAsync(StoredConsole console)
    {
        var services = await console.StartAsync();
        var report = new KeyHealthReport { RegistrationId = "cck-1", CheckedAt = console.Clock.GetUtcNow(), Results = [] };
        await services.GetRequiredService<IKeyHealthStore>().RecordAsync(report, [Change with { Id = 0, SeenAt = console.Clock.GetUtcNow() }], Token);
        return services;
    }

    private static WebhookDelivery Delivery(StoredConsole console, IServiceProvider services, ScriptedCloud cloud) => new(
        services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>(), console.Webhook, new WebhookClient(console.Webhook, console.Clock, cloud),
        console.Clock, NullLogger<WebhookDelivery>.Instance);
}
