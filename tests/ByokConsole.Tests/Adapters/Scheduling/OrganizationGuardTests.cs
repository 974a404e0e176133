using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.PostgreSql;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>No run ever wakes up in another organization than the one it was started in.</summary>
public class OrganizationGuardTests
{
    private readonly PostgreSqlServer? _server;

    public OrganizationGuardTests()
    {
    }

    /// <summary>The same on PostgreSQL.</summary>
    protected OrganizationGuardTests(PostgreSqlServer server) => _server = server;

    private static readonly CloudFault NoAnswer = new(CloudService.ConfluentCloud, FaultKind.Unreachable, "Confluent Cloud gave no answer.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_of_another_organization_is_refused_at_start_and_its_own_is_let_in_again()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);
        console.Cloud.Organization = "org-2";

        var refusal = await Assert.ThrowsAsync<DatabaseStampException>(console.RestartAsync);

        Assert.Contains("organization org-1", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("organization org-2", refusal.Message, StringComparison.Ordinal);
        console.Cloud.Organization = "ORG-1";
        await console.RestartAsync();
    }

    [Fact]
    public async Task While_the_organization_cannot_be_read_the_console_starts_and_works_no_run()
    {
        await using var console = await ScheduledConsole.StartAsync(_server);
        console.Cloud.Organization = NoAnswer;
        await console.RestartAsync();

        var run = await console.LaunchAsync();
        await Poll.UntilAsync(async () => await console.CountAsync("QRTZ_FIRED_TRIGGERS WHERE TRIGGER_GROUP = 'runs'") == 1);

        Assert.All((await console.Service.FindAsync(run.Id, Token))!.Steps, step => Assert.Equal(StepState.ToCome, step.State));
        console.Cloud.Organization = "org-1";
        await console.RestartAsync();
        Assert.Equal(RunState.Succeeded, (await console.EndOfAsync(run.Id)).State);
    }
}
