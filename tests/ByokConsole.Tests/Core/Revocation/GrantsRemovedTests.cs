using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Core.Provisioning;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>Just the assignments that make the grant, and only if nobody else lives on them.</summary>
public sealed class GrantsRemovedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Other_roles_other_scopes_and_other_principals_stay()
    {
        await using var bench = await Removals.StartAsync();
        var role = KeyVaultRole.CryptoServiceEncryptionUser;
        RoleAssignment[] others =
        [
            Removals.Assigned(role, Bench.VaultText[..Bench.VaultText.IndexOf("/providers", StringComparison.Ordinal)]),
            Removals.Assigned(role, Bench.VaultText + "/keys/orders-cmk"),
            Removals.Assigned(role with { Id = Guid.NewGuid() }, Bench.VaultText),
            Removals.Assigned(role, Bench.VaultText) with { PrincipalId = Guid.NewGuid() },
        ];
        bench.Cloud.Assignments.AddRange(others);

        var run = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id);

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal(others, bench.Cloud.Assignments);
        Assert.Equal(KeyVaultRole.OfGrant.Select(one => one.Name).Order(), run.Facts.Removal!.RemovedRoles.Order());
    }

    [Fact]
    public async Task Left_grants_stay()
    {
        await using var bench = await Removals.StartAsync();
        var run = await AskedAsync(bench);

        await Removals.SayAsync(bench, run.Id, AnswerIds.LeaveGrants);
        await Removals.GoAsync(bench, run.Id);

        Assert.Equal(2, bench.Cloud.Assignments.Count);
    }

    [Fact]
    public async Task A_grant_that_another_registration_lives_on_stays()
    {
        await using var bench = await Removals.StartAsync();
        var run = await AskedAsync(bench);
        bench.Cloud.Registrations.Add(bench.Cloud.Registrations[0] with { Id = "cck-other" });

        await Removals.SayAsync(bench, run.Id, AnswerIds.RemoveGrants);
        await bench.Engine.AdvanceAsync(run.Id, Token);
        var blocked = (await bench.Engine.AdvanceAsync(run.Id, Token))!;

        Assert.Contains("cck-other", blocked.Question!.Text, StringComparison.Ordinal);
        Assert.Equal(2, bench.Cloud.Assignments.Count);
    }

    [Fact]
    public async Task The_consent_is_kept_before_anything_is_removed_so_that_no_crash_in_it_asks_again()
    {
        await using var bench = await Removals.StartAsync();
        var run = await AskedAsync(bench);

        await Removals.SayAsync(bench, run.Id, AnswerIds.RemoveGrants);
        var consented = (await bench.Engine.AdvanceAsync(run.Id, Token))!;

        Assert.NotNull(consented.Facts.Removal!.GrantsRemovedBy);
        Assert.Null(consented.Question);
        Assert.Equal(2, bench.Cloud.Assignments.Count);
    }

    [Fact]
    public async Task Where_the_console_may_not_it_shows_the_command_and_watches()
    {
        await using var bench = await Removals.StartAsync();
        var run = await AskedAsync(bench);
        bench.Cloud.Mishaps.Enqueue(Mishap.Refused(new CloudFault(CloudService.ResourceManager, FaultKind.Forbidden, "Not for you.") { Status = 403 }));

        await Removals.SayAsync(bench, run.Id, AnswerIds.RemoveGrants);
        await bench.Engine.AdvanceAsync(run.Id, Token);
        await bench.Engine.AdvanceAsync(run.Id, Token);
        var watching = (await bench.Engine.AdvanceAsync(run.Id, Token))!;

        Assert.StartsWith("az role assignment delete --ids '/subscriptions/", watching.Question!.Command, StringComparison.Ordinal);
        bench.Cloud.Assignments.Clear();
        Assert.Equal(RunState.Succeeded, (await Removals.GoAsync(bench, run.Id)).State);
    }

    private static async Task<Run> AskedAsync(Bench bench)
    {
        var run = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id, StepNames.RemoveGrants);
        return await bench.WorkAsync(run.Id);
    }
}
