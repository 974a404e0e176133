using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class VaultRefusalsTests : IDisposable
{
    private static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Theory]
    [InlineData(403, "Forbidden", "ForbiddenByRbac", FaultKind.ForbiddenByRbac)]
    [InlineData(403, "Forbidden", "ForbiddenByPolicy", FaultKind.ForbiddenByPolicy)]
    [InlineData(403, "Forbidden", "AccessDenied", FaultKind.ForbiddenByPolicy)]
    [InlineData(403, "Forbidden", "ForbiddenByFirewall", FaultKind.ForbiddenByFirewall)]
    [InlineData(403, "Forbidden", "ForbiddenByConnection", FaultKind.ForbiddenByFirewall)]
    [InlineData(403, "Forbidden", "KeyDisabled", FaultKind.KeyDisabled)]
    [InlineData(403, "Forbidden", "KeyOperationForbidden", FaultKind.KeyOperationForbidden)]
    [InlineData(403, "Forbidden", "SomethingNew", FaultKind.Forbidden)]
    [InlineData(403, "Forbidden", null, FaultKind.Forbidden)]
    [InlineData(404, "KeyNotFound", null, FaultKind.NotFound)]
    [InlineData(409, "Conflict", "ObjectIsDeletedButRecoverable", FaultKind.Conflict)]
    [InlineData(400, "BadParameter", null, FaultKind.Invalid)]
    [InlineData(429, "Throttled", null, FaultKind.Throttled)]
    [InlineData(500, "InternalServerError", null, FaultKind.CloudError)]
    [InlineData(302, "Found", null, FaultKind.Malformed)]
    public async Task Refusals_are_told_apart_by_the_inner_code(int status, string code, string? inner, FaultKind kind)
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(
            (HttpStatusCode)status, VaultScript.Error(code, inner), ("x-ms-request-id", "req-9"), ("Retry-After", "17")));

        var fault = (await _ports.Once<IVaultKeys>().GetAsync(Key, Cancellation)).Fault;

        Assert.NotNull(fault);
        Assert.Equal((CloudService.KeyVault, kind), (fault.Service, fault.Kind));
        Assert.Equal(((int?)status, inner ?? code, "req-9"), (fault.Status, fault.Code, fault.RequestId));
        Assert.Equal(TimeSpan.FromSeconds(17), fault.RetryAfter);
        Assert.False(fault.OutcomeUnknown);
        Assert.Contains("orders-cmk", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purge_protection_is_told_by_its_message_because_it_has_no_inner_code()
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(
            HttpStatusCode.Forbidden, VaultScript.Error("Forbidden", message: "Operation purge is not allowed because purge protection is enabled.")));

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal(FaultKind.PurgeProtected, fault?.Kind);
    }

    [Theory]
    [InlineData("<html><body>502 from a proxy</body></html>")]
    [InlineData("""{"key":{"kid":""")]
    [InlineData("""{"key":{}}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"key":{"kid":"https://evil.example/keys/a/0123456789abcdef0123456789abcdef","kty":"RSA"}}""")]
    public async Task An_answer_that_is_no_key_is_malformed(string body)
    {
        _ports.Cloud.WithVault(_ => ScriptedCloud.Answer(HttpStatusCode.OK, body));

        var fault = (await _ports.Keys.GetAsync(Key, Cancellation)).Fault;

        Assert.Equal(FaultKind.Malformed, fault?.Kind);
    }
}
