using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>Granting access.</summary>
public sealed class GrantRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_roles_are_assigned_at_the_vault_to_the_applications_principal()
    {
        await using var bench = await Bench.StartAsync();

        var run = await bench.WorkAsync((await GrantAsync(bench)).Id);

        Assert.Equal(RunState.Succeeded, run.State);
        Assert.Equal(Bench.Application, Assert.Single(bench.Cloud.Principals).AppId);
        Assert.Equal(KeyVaultRole.OfGrant.Select(role => role.Id), bench.Cloud.Assignments.Select(assignment => assignment.RoleDefinitionId));
        Assert.All(bench.Cloud.Assignments, assignment => Assert.Equal((Bench.VaultText, run.Facts.PrincipalId), (assignment.Scope, assignment.PrincipalId)));
    }

    [Fact]
    public async Task What_is_there_already_is_not_made_again()
    {
        await using var bench = await Bench.StartAsync();
        await bench.WorkAsync((await GrantAsync(bench)).Id);
        var posts = bench.Cloud.Posts;

        var again = await bench.Service.GrantAccessAsync((await bench.Drafts.FindAsync("d-1", Token))!, Token);
        var run = await bench.WorkAsync(again.Id);

        Assert.Equal((RunState.Succeeded, posts), (run.State, bench.Cloud.Posts));
    }

    [Fact]
    public async Task An_assignment_under_a_condition_or_elsewhere_is_no_grant()
    {
        await using var bench = await Bench.StartAsync();
        var principal = new ServicePrincipal(Guid.NewGuid(), Bench.Application, null);
        bench.Cloud.Principals.Add(principal);
        bench.Cloud.Assignments.Add(new("1", Bench.VaultText, KeyVaultRole.Reader.Id, principal.ObjectId, null, HasCondition: true));
        bench.Cloud.Assignments.Add(new("2", Bench.VaultText + "2", KeyVaultRole.Reader.Id, principal.ObjectId, null, HasCondition: false));
        bench.Cloud.Assignments.Add(new("3", Bench.VaultText[..Bench.VaultText.IndexOf("/providers", StringComparison.Ordinal)],
            KeyVaultRole.CryptoServiceEncryptionUser.Id, principal.ObjectId, null, HasCondition: false));

        await bench.WorkAsync((await GrantAsync(bench)).Id);

        Assert.Equal((4, KeyVaultRole.Reader.Id), (bench.Cloud.Assignments.Count, bench.Cloud.Assignments[^1].RoleDefinitionId));
    }

    [Fact]
    public async Task A_principal_that_azure_does_not_know_yet_is_waited_for()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.None);
        bench.Cloud.Mishaps.Enqueue(Mishap.Refused(new CloudFault(CloudService.ResourceManager, FaultKind.PrincipalNotFound, "No such principal.")));
        var launched = await GrantAsync(bench);

        var waiting = await bench.Engine.AdvanceAsync(launched.Id, Token);

        Assert.Equal(StepState.Waiting, waiting!.Steps[1].State);
        Assert.Equal(RunState.Succeeded, (await bench.WorkAsync(launched.Id)).State);
    }

    [Fact]
    public async Task A_missing_right_ends_the_run_with_azures_words_and_what_exists()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.None);
        bench.Cloud.Mishaps.Enqueue(Mishap.None);
        bench.Cloud.Mishaps.Enqueue(Mishap.Refused(new CloudFault(CloudService.ResourceManager, FaultKind.Forbidden, "You may not assign roles.")));

        var run = await bench.WorkAsync((await GrantAsync(bench)).Id);

        Assert.Equal((RunState.Failed, "You may not assign roles."), (run.State, run.Rejection!.Reason));
        Assert.Contains("but not yet Key Vault Reader", run.Rejection.WhatExists, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assignment_that_is_taken_away_again_is_noticed()
    {
        await using var bench = await Bench.StartAsync();
        var launched = await GrantAsync(bench);
        bench.Cloud.OnAct = what =>
        {
            if (what == "done, reply not read: assign Key Vault Reader")
                bench.Cloud.Assignments.RemoveAt(1);
        };
        var waiting = await bench.Engine.AdvanceAsync(launched.Id, Token);
        Assert.Contains("Key Vault Reader", waiting!.Steps[^1].Note, StringComparison.Ordinal);
        bench.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(RunState.Failed, (await bench.WorkAsync(launched.Id)).State);
    }

    private static async Task<Run> GrantAsync(Bench bench) => await bench.Service.GrantAccessAsync(await bench.SaveDraftAsync(), Token);
}
