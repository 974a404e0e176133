using ByokConsole.Adapters.Sandboxes;
using ByokConsole.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web;

/// <summary>The portal's client against the real control host: its own sandbox's, and that of a sandbox it is attached to.</summary>
public sealed class SandboxControlTests(SandboxConsole sandbox) : IClassFixture<SandboxConsole>
{
    private readonly SandboxControl _control = sandbox.Console.Services.GetRequiredService<SandboxControl>();

    private string EnvFile => SandboxEnvironment.FileIn(sandbox.Console.DataFolder);

    [Fact]
    public async Task Every_list_is_read()
    {
        Assert.Contains(
            await ListAsync(SandboxLists.Vaults), vault => vault is { Name: "kv-trusted-eus", NetworkAcls.Bypass: "AzureServices" });
        Assert.Contains(
            await ListAsync(SandboxLists.Keys), key => key is { Name: "audit-cmk", Size: 4096, Enabled: true, RotatesAt: not null });
        Assert.Contains(
            await ListAsync(SandboxLists.KeysOf("kv-orders-eus")), key => key is { Name: "expired-cmk", IsExpired: true });
        Assert.Contains(
            await ListAsync(SandboxLists.Principals), one => one is { Name: "Confluent Cloud BYOK cck-st4g1", IsConfluent: true, Id: not null });
        Assert.Contains(
            await ListAsync(SandboxLists.Roles), role => role.Name == "Key Vault Reader");
        Assert.Contains(
            await ListAsync(SandboxLists.Assignments), one => one is { Role: "Owner", Principal: "ByokConsole operator" } && one.InForceFrom > one.CreatedAt);
        Assert.Contains(
            await ListAsync(SandboxLists.Registrations), one => one is { Id: "cck-st4g1", State: "IN_USE", Clusters: ["lkc-st4g1n"] });
        Assert.Contains(
            await ListAsync(SandboxLists.Clusters), one => one is { Id: "lkc-st4g1n", RegistrationId: "cck-st4g1", IsReady: true });
    }

    [Fact]
    public async Task A_vault_and_a_key_are_made_and_changed()
    {
        await DoAsync(SandboxActs.CreateVault("kv-client-eus", "eastus"));
        await DoAsync(SandboxActs.Change("kv-client-eus", new VaultSwitches(true, false, "Disabled", new SandboxFirewall("Deny", "None"))));
        var vault = (await ListAsync(SandboxLists.Vaults)).Single(one => one.Name == "kv-client-eus");
        Assert.Equal((false, "Disabled"), (vault.EnablePurgeProtection, vault.PublicNetworkAccess));
        Assert.Equal(new SandboxFirewall("Deny", "None"), vault.NetworkAcls);

        await DoAsync(SandboxActs.CreateKey("kv-client-eus", "client-cmk", 2048));
        var key = await KeyAsync();
        await DoAsync(SandboxActs.Rotate(key));
        await DoAsync(SandboxActs.Enable(key, false));
        Assert.True(await KeyAsync() is { Enabled: false, Versions: 2 });
        await DoAsync(SandboxActs.DeleteKey(key));
        Assert.NotNull((await KeyAsync()).PurgedAt);
        var early = await _control.DoAsync(SandboxActs.Recover(key), TestContext.Current.CancellationToken);
        Assert.Equal(("ObjectIsBeingDeleted", "That takes a moment, as in the cloud: try again in two seconds."), (early!.Code, early.Remedy));
        await DoAsync(SandboxActs.Advance(TimeSpan.FromSeconds(3)));
        await DoAsync(SandboxActs.Recover(key));
        Assert.Null((await KeyAsync()).DeletedAt);
    }

    [Fact]
    public async Task A_role_is_assigned_and_removed_and_clients_come_and_go()
    {
        var principal = (await ListAsync(SandboxLists.Principals)).Single(one => one.Name.EndsWith("cck-an4l1", StringComparison.Ordinal));
        var role = (await ListAsync(SandboxLists.Roles)).Single(one => one.Name == "Key Vault Reader");
        var scope = (await ListAsync(SandboxLists.Vaults)).Single(one => one.Name == "kv-orders-neu").ResourceId;
        await DoAsync(SandboxActs.Assign(principal.Id!, role.Id, scope));
        var made = (await ListAsync(SandboxLists.Assignments)).Single(one => one.Scope == scope);
        await DoAsync(SandboxActs.RemoveAssignment(made.Name));
        Assert.DoesNotContain(await ListAsync(SandboxLists.Assignments), one => one.Scope == scope);

        Assert.Null(await _control.StopClientsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, Assert.Single(await ListAsync(SandboxLists.Clusters)).Clients);
        await DoAsync(SandboxActs.Connect("lkc-st4g1n", 3));
        Assert.Equal(3, Assert.Single(await ListAsync(SandboxLists.Clusters)).Clients);
    }

    [Fact]
    public async Task A_fault_is_told_as_it_was_ordered_and_with_the_request_that_suffers_it()
    {
        var fault = new SandboxFault { Name = "TooManyRequests", Host = "api.confluent.cloud", Method = "GET", Path = "/nowhere", Count = 2 };
        await DoAsync(SandboxActs.Order(fault));
        var told = Assert.Single(await ListAsync(SandboxLists.Faults));
        Assert.Equal(fault with { Id = told.Id }, told);
        using var caller = new SandboxCaller(EnvFile);
        Assert.Null((await caller.ConfluentAsync(HttpMethod.Get, "/nowhere")).Expect(429).Header("Retry-After"));

        Assert.Contains(
            await ListAsync(SandboxLists.Log(0, 1000)), request => request is { Path: "/nowhere", Status: 429, Fault: "TooManyRequests" });
        Assert.Equal(1, Assert.Single(await ListAsync(SandboxLists.Faults)).Count);
        await DoAsync(SandboxActs.ClearFaults);
        Assert.Empty(await ListAsync(SandboxLists.Faults));
    }

    [Fact]
    public async Task A_refusal_has_the_clouds_sentence_its_code_and_the_id_that_finds_it_in_the_log()
    {
        var refusal = await _control.DoAsync(SandboxActs.CreateVault("kv-orders-eus", "eastus"), TestContext.Current.CancellationToken);

        Assert.NotNull(refusal);
        Assert.Equal("VaultAlreadyExists", refusal.Code);
        Assert.Contains("already in use", refusal.Why, StringComparison.Ordinal);
        Assert.Contains(
            await ListAsync(SandboxLists.Log(0, 1000)), request => request.RequestId == refusal.RequestId);
    }

    [Fact]
    public async Task An_attached_console_sees_and_changes_the_same_world()
    {
        await using var second = await RunningConsole.StartAsync(["--Sandbox:EnvFile", EnvFile]);
        var attached = second.Services.GetRequiredService<SandboxControl>();

        Assert.Null(await attached.DoAsync(SandboxActs.CreateVault("kv-attached-eus", "eastus"), TestContext.Current.CancellationToken));

        Assert.Contains(
            await ListAsync(SandboxLists.Vaults), vault => vault.Name == "kv-attached-eus");
    }

    [Fact]
    public async Task Without_the_token_it_says_which_file_to_mend()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "sandbox.env");
        await File.WriteAllTextAsync(file, "export AZURE_TENANT_ID='x'\n", TestContext.Current.CancellationToken);
        var control = new SandboxControl(sandbox.Console.Services.GetRequiredService<ByokConsole.Adapters.CloudTransport>(), file);

        var answer = await control.ListAsync(SandboxLists.Vaults, TestContext.Current.CancellationToken);

        Assert.False(answer.IsOk);
        Assert.Contains(file, answer.Refusal.Why, StringComparison.Ordinal);
    }

    private async Task<SandboxKey> KeyAsync() => Assert.Single(await ListAsync(SandboxLists.KeysOf("kv-client-eus")));

    private async Task DoAsync(SandboxAct act) => Assert.Null(await _control.DoAsync(act, TestContext.Current.CancellationToken));

    private async Task<IReadOnlyList<T>> ListAsync<T>(SandboxList<T> list)
    {
        var answer = await _control.ListAsync(list, TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
        return answer.Value!;
    }
}
