using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class VaultKeyControlTests : IDisposable
{
    private static readonly KeyIdentifier Key = KeyIdentifier.Parse($"{VaultScript.Vault}/keys/orders-cmk");
    private static readonly string Deleted = $$"""
        {"recoveryId":"{{VaultScript.Vault}}/deletedkeys/orders-cmk","deletedDate":1790000000,"scheduledPurgeDate":1797776000,{{VaultScript.Key().TrimStart()[1..]}}
        """;

    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IVaultKeyControl Control => _ports.Get<IVaultKeyControl>();

    public void Dispose() => _ports.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_version_is_turned_and_nothing_else_of_it(bool enabled)
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key()), method: HttpMethod.Patch);

        var answer = await Control.SetEnabledAsync(KeyIdentifier.Parse($"{Key}/{VaultScript.KeyVersion}"), enabled, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        var seen = _ports.Cloud.SeenAt(VaultScript.VaultHost).Last();
        Assert.Equal($"/keys/orders-cmk/{VaultScript.KeyVersion}", seen.Uri.AbsolutePath);
        Assert.Equal($"{{\"attributes\":{{\"enabled\":{(enabled ? "true" : "false")}}}}}", seen.Body);
    }

    [Fact]
    public async Task A_key_without_a_version_is_not_turned()
    {
        Assert.Equal(FaultKind.Refused, (await Control.SetEnabledAsync(Key, false, Cancellation)).Fault!.Kind);
        Assert.Empty(_ports.Cloud.SeenAt(VaultScript.VaultHost));
    }

    [Fact]
    public async Task A_deleted_key_tells_when_it_is_purged()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, Deleted), method: HttpMethod.Delete);

        var answer = await Control.DeleteAsync(Key, Cancellation);

        Assert.Equal(
            (Key, DateTimeOffset.FromUnixTimeSeconds(1790000000), DateTimeOffset.FromUnixTimeSeconds(1797776000)),
            (answer.Value.Key, answer.Value.DeletedAt!.Value, answer.Value.ScheduledPurgeAt!.Value));
    }

    [Fact]
    public async Task A_deletion_whose_reply_is_lost_is_sent_once_and_its_outcome_is_unknown()
    {
        _ports.Cloud.WithVault(ScriptedCloud.LoseReply, method: HttpMethod.Delete);

        Assert.True((await Control.DeleteAsync(Key, Cancellation)).Fault!.OutcomeUnknown);
        Assert.Single(_ports.Cloud.SeenAt(VaultScript.VaultHost), request => request.Authorization is not null);
    }

    [Fact]
    public async Task What_the_credential_may_not_is_told_as_such()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.Forbidden, VaultScript.Error("Forbidden", "ForbiddenByRbac")), method: HttpMethod.Delete);

        Assert.Equal(FaultKind.ForbiddenByRbac, (await Control.DeleteAsync(Key, Cancellation)).Fault!.Kind);
    }

    [Fact]
    public async Task A_deleted_key_is_found_and_recovered()
    {
        _ports.Cloud.WithVault(request => ScriptedCloud.Answer(HttpStatusCode.OK, request.Method == HttpMethod.Get ? Deleted : VaultScript.Key()));

        Assert.True((await Control.FindDeletedAsync(Key, Cancellation)).IsOk);
        Assert.True((await Control.RecoverAsync(Key, Cancellation)).IsOk);
        Assert.Equal("/deletedkeys/orders-cmk/recover", _ports.Cloud.SeenAt(VaultScript.VaultHost).Last().Uri.AbsolutePath);
    }
}
