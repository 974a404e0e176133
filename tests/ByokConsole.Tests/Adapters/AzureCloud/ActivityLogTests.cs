using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Adapters.AzureCloud;

/// <summary>Who deleted which role assignment, from the subscription's activity log.</summary>
public sealed class ActivityLogTests : IDisposable
{
    private static readonly VaultResourceId Vault = VaultResourceId.Parse(VaultScript.VaultId);
    private static readonly Guid Principal = Guid.Parse("22222222-0000-4000-8000-000000000002");
    private static readonly DateTimeOffset Since = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly CloudPorts _ports = new();

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task Deletions_Around_The_Vault_Are_Told_With_Who_And_When_Newest_First()
    {
        Script(
            Entry("owner@example.com", "2026-11-20T10:00:00Z", VaultScript.VaultId),
            Entry("33333333-0000-4000-8000-000000000003", "2026-11-21T10:00:00Z", VaultScript.VaultId[..VaultScript.VaultId.IndexOf("/providers", StringComparison.Ordinal)]),
            Entry("elsewhere@example.com", "2026-11-22T10:00:00Z", VaultScript.VaultId + "2"),
            Entry("failed@example.com", "2026-11-22T10:00:00Z", VaultScript.VaultId, status: "Failed"),
            Entry("wrote@example.com", "2026-11-22T10:00:00Z", VaultScript.VaultId, operation: "write"),
            """{"operationName":{"value":"Microsoft.Authorization/roleAssignments/delete"},"status":{"value":"Succeeded"},"eventTimestamp":"2026-11-22T10:00:00Z","properties":{"responseBody":"not json"}}""");

        var removals = (await ListAsync()).Value;

        Assert.Equal(["application app-1", "owner@example.com"], removals.Select(removal => removal.RemovedBy));
        Assert.Equal(
            (KeyVaultRole.Reader.Id, Principal, new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero)),
            (removals[1].Assignment.RoleDefinitionId, removals[1].Assignment.PrincipalId, removals[1].RemovedAt));
        var query = Uri.UnescapeDataString(_ports.Cloud.Seen[^1].Uri.Query);
        Assert.Contains("eventTimestamp ge '2026-11-01T00:00:00Z' and resourceProvider eq 'Microsoft.Authorization'", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Missing_Right_Is_A_Fault_Of_Its_Own()
    {
        _ports.Cloud.On(HttpMethod.Get, VaultScript.Arm, HttpStatusCode.Forbidden, VaultScript.Error("AuthorizationFailed"));

        Assert.Equal(FaultKind.Forbidden, (await ListAsync()).Fault?.Kind);
    }

    private Task<Answer<IReadOnlyList<RemovedAssignment>>> ListAsync()
        => _ports.Get<IActivityLog>().ListRemovalsAsync(Vault, Since, TestContext.Current.CancellationToken);

    private void Script(params string[] entries)
        => _ports.Cloud.On(HttpMethod.Get, VaultScript.Arm, HttpStatusCode.OK, $$"""{"value":[{{string.Join(',', entries)}}]}""");

    private static string Entry(string caller, string at, string scope, string status = "Succeeded", string operation = "delete")
    {
        var deleted = $$"""
            {"id":"{{scope}}/providers/Microsoft.Authorization/roleAssignments/1","properties":{"scope":"{{scope}}","principalId":"{{Principal}}",
             "roleDefinitionId":"/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/{{KeyVaultRole.Reader.Id}}"} }
            """;
        return $$"""
            {"caller":"{{caller}}","claims":{"appid":"app-1","nbf":1},"operationName":{"value":"Microsoft.Authorization/roleAssignments/{{operation}}"},
             "status":{"value":"{{status}}"},"eventTimestamp":"{{at}}","properties":{"statusCode":"OK","responseBody":{{System.Text.Json.JsonSerializer.Serialize(deleted)}} } }
            """;
    }
}
