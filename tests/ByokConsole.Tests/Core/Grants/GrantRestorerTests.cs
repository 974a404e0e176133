using ByokConsole.Core.Clouds;
using ByokConsole.Core.Grants;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Grants;

/// <summary>A grant that somebody took away: who it was is shown, and it is put back, but never under a revocation's hands.</summary>
public sealed class GrantRestorerTests
{
    private readonly FakeTimeProvider _clock = new(Samples.Noon);
    private readonly InMemoryAccessGrants _grants;
    private readonly InMemoryActivityLog _log = new();
    private readonly InMemoryKafkaClusters _kafka = new();
    private readonly InMemoryKeyRegistrations _registrations = new();
    private readonly InMemoryRunStore _runs = new();
    private readonly WokenRuns _woken = new();

    public GrantRestorerTests()
    {
        _grants = new(_clock);
        _registrations.Registrations.Add(Samples.Registration);
        _kafka.Clusters.Add(Samples.Cluster);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GrantRestorer Restorer => new(
        new KeyCatalog(_registrations, _kafka, new InMemoryKeyBindings(), new InMemoryKeyHealthStore(), _clock),
        _grants, _log, _runs, new RunStarter(_runs, _woken, _clock), _clock);

    [Fact]
    public async Task What_Is_Missing_Is_Told_With_Who_Removed_It_And_When()
    {
        var removed = await TakeAwayAsync(KeyVaultRole.Reader);
        _log.Removals.Add(new(removed, "owner@example.com", Samples.Noon.AddHours(-1)));
        _log.Removals.Add(new(removed, "somebody earlier", Samples.Noon.AddDays(-9)));
        _log.Removals.Add(new(removed with { PrincipalId = Guid.NewGuid() }, "of another application", Samples.Noon));

        var loss = (await Restorer.LookAsync("cck-st4g1", Token)).Value;

        var lost = Assert.Single(loss.Roles);
        Assert.Equal(
            (KeyVaultRole.Reader, "owner@example.com", Samples.Noon.AddHours(-1)), (lost.Role, lost.Removal?.RemovedBy, lost.Removal!.RemovedAt));
        Assert.True(loss.MayBeRestored);
    }

    [Fact]
    public async Task Without_The_Log_The_Grant_Can_Still_Be_Restored()
    {
        await TakeAwayAsync(KeyVaultRole.Reader);
        _log.Fault = new CloudFault(CloudService.ResourceManager, FaultKind.Forbidden, "You may not read it.");

        var loss = (await Restorer.LookAsync("cck-st4g1", Token)).Value;

        Assert.Equal(("You may not read it.", null), (loss.LogFault?.Message, Assert.Single(loss.Roles).Removal));
        Assert.True(loss.MayBeRestored);
    }

    [Fact]
    public async Task A_Whole_Grant_Has_Nothing_To_Restore()
    {
        await _grants.GrantAsync(Samples.Registration.Vault!, Samples.Registration.ApplicationId!.Value);

        var loss = (await Restorer.LookAsync("cck-st4g1", Token)).Value;

        Assert.Empty(loss.Roles);
        Assert.False(loss.MayBeRestored);
    }

    [Fact]
    public async Task It_Is_One_Run_However_Often_It_Is_Asked_For()
    {
        await TakeAwayAsync(KeyVaultRole.Reader);

        var first = (await Restorer.StartAsync("cck-st4g1", "local operator", Token)).Value;
        var second = (await Restorer.StartAsync("cck-st4g1", "local operator", Token)).Value;

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(
            (RunKind.RestoreGrants, Samples.Staging, "cck-st4g1", Samples.Registration.ApplicationId, Samples.Registration.Vault!.ToString()),
            (first.Kind, first.EnvironmentId, first.Input.RegistrationId, first.Input.ApplicationId, first.Input.VaultResourceId));
        Assert.Equal(
            [StepNames.EnsurePrincipal, StepNames.AssignEncryptionUser, StepNames.AssignReader, StepNames.ConfirmGrant],
            first.Steps.Select(step => step.Name));
    }

    [Fact]
    public async Task While_A_Revocation_Is_Under_Way_Nothing_Is_Put_Back()
    {
        await TakeAwayAsync(KeyVaultRole.Reader);
        var revocation = Samples.Run with
        {
            Id = "run-revoke", Kind = RunKind.RevokeAccess, Input = new RunInput { ClusterId = "lkc-st4g1n", RegistrationId = "cck-st4g1" },
        };
        _runs.Put(revocation);

        var loss = (await Restorer.LookAsync("cck-st4g1", Token)).Value;
        var refused = await Restorer.StartAsync("cck-st4g1", "local operator", Token);

        Assert.Equal(("run-revoke", false), (loss.Revocation?.Id, loss.MayBeRestored));
        Assert.Contains("run-revoke", refused.Fault?.Message, StringComparison.Ordinal);
        Assert.Single(await _runs.ListAsync(null, Token));

        _runs.Put(revocation with { State = RunState.Cancelled });
        Assert.True((await Restorer.StartAsync("cck-st4g1", "local operator", Token)).IsOk);
    }

    [Fact]
    public async Task A_Key_That_Serves_No_Cluster_Has_No_Grant_In_Use()
    {
        _kafka.Clusters.Clear();

        Assert.Contains("serves no cluster", (await Restorer.StartAsync("cck-st4g1", "local operator", Token)).Fault?.Message, StringComparison.Ordinal);
    }

    private async Task<RoleAssignment> TakeAwayAsync(KeyVaultRole role)
    {
        var vault = Samples.Registration.Vault!;
        await _grants.GrantAsync(vault, Samples.Registration.ApplicationId!.Value);
        var removed = (await _grants.ListAssignmentsAsync(vault, null, Token)).Value.First(assignment => assignment.Gives(role, vault));
        await _grants.RemoveAsync(removed, Token);
        return removed;
    }
}
