using System.Net;
using System.Text.Json;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class RoleAssignmentsTests : IDisposable
{
    private const string Assignments = $"{VaultScript.Arm}{VaultScript.VaultId}/providers/Microsoft.Authorization/roleAssignments";
    private static readonly VaultResourceId Vault = VaultResourceId.Parse(VaultScript.VaultId);
    private static readonly Guid Principal = Guid.Parse("22222222-0000-4000-8000-000000000002");
    private static readonly KeyVaultRole Role = KeyVaultRole.CryptoServiceEncryptionUser;
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_role_is_assigned_to_a_service_principal_under_a_name_that_is_always_the_same()
    {
        _ports.Cloud.On(HttpMethod.Put, Assignments, request => ScriptedCloud.Answer(HttpStatusCode.Created, Assignment(VaultScript.VaultId, Role.Id)));

        var first = await _ports.Grants.AssignAsync(Vault, Role, Principal, Cancellation);
        await _ports.Grants.AssignAsync(VaultResourceId.Parse(VaultScript.VaultId.ToUpperInvariant()), Role, Principal, Cancellation);
        await _ports.Grants.AssignAsync(Vault, KeyVaultRole.Reader, Principal, Cancellation);

        Assert.True(first.IsOk, first.Fault?.Message);
        Assert.Equal((Role.Id, Principal, VaultScript.VaultId), (first.Value.RoleDefinitionId, first.Value.PrincipalId, first.Value.Scope));
        var puts = _ports.Cloud.Seen.Where(request => request.Method == HttpMethod.Put).ToList();
        Assert.Equal(puts[0].Uri.Segments[^1], puts[1].Uri.Segments[^1]);
        Assert.NotEqual(puts[0].Uri.Segments[^1], puts[2].Uri.Segments[^1]);
        Assert.Equal("?api-version=2022-04-01", puts[0].Uri.Query);
        using var body = JsonDocument.Parse(puts[0].Body);
        var properties = body.RootElement.GetProperty("properties");
        Assert.Equal("ServicePrincipal", properties.GetProperty("principalType").GetString());
        Assert.Equal(Principal, properties.GetProperty("principalId").GetGuid());
        Assert.EndsWith($"/roleDefinitions/{Role.Id}", properties.GetProperty("roleDefinitionId").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NoContent)]
    public async Task An_assignment_is_deleted_by_its_own_id(HttpStatusCode status)
    {
        var id = $"{VaultScript.VaultId}/providers/Microsoft.Authorization/roleAssignments/{Principal}";
        _ports.Cloud.On(HttpMethod.Delete, Assignments, status, "");

        var answer = await _ports.Grants.RemoveAsync(new(id, VaultScript.VaultId, Role.Id, Principal, null, false), Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal(id, _ports.Cloud.Seen[^1].Uri.AbsolutePath);
    }

    [Theory]
    [InlineData(VaultScript.VaultId)]
    [InlineData(VaultScript.VaultId + "/providers/Microsoft.Authorization/roleAssignments/..")]
    [InlineData("@elsewhere.example/x/providers/Microsoft.Authorization/roleAssignments/22222222-0000-4000-8000-000000000002")]
    public async Task Nothing_but_an_assignment_is_deleted(string id)
    {
        var answer = await _ports.Grants.RemoveAsync(new(id, VaultScript.VaultId, Role.Id, Principal, null, false), Cancellation);

        Assert.Equal(FaultKind.Refused, answer.Fault!.Kind);
        Assert.Empty(_ports.Cloud.Seen);
    }

    [Fact]
    public async Task The_same_grant_under_another_name_counts_as_given()
    {
        _ports.Cloud
            .On(HttpMethod.Put, Assignments, HttpStatusCode.Conflict, VaultScript.Error("RoleAssignmentExists"))
            .On(HttpMethod.Get, Assignments, HttpStatusCode.OK, $$"""{"value":[{{Assignment(VaultScript.VaultId, Role.Id)}}]}""");

        var answer = await _ports.Grants.AssignAsync(Vault, Role, Principal, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal("other-name", answer.Value.Id);
    }

    [Fact]
    public async Task An_existing_grant_that_cannot_be_found_stays_a_fault()
    {
        _ports.Cloud
            .On(HttpMethod.Put, Assignments, HttpStatusCode.Conflict, VaultScript.Error("RoleAssignmentExists"))
            .On(HttpMethod.Get, Assignments, HttpStatusCode.OK, $$"""{"value":[{{Assignment(VaultScript.VaultId + "/keys/other", Role.Id)}}]}""");

        Assert.Equal(FaultKind.AlreadyExists, (await _ports.Grants.AssignAsync(Vault, Role, Principal, Cancellation)).Fault?.Kind);
    }

    [Fact]
    public async Task A_principal_that_is_not_known_yet_has_a_kind_of_its_own()
    {
        _ports.Cloud.On(HttpMethod.Put, Assignments, HttpStatusCode.BadRequest, VaultScript.Error("PrincipalNotFound"));

        Assert.Equal(FaultKind.PrincipalNotFound, (await _ports.Grants.AssignAsync(Vault, Role, Principal, Cancellation)).Fault?.Kind);
    }

    [Fact]
    public async Task An_assignment_whose_reply_is_lost_is_sent_once()
    {
        _ports.Cloud.On(HttpMethod.Put, Assignments, ScriptedCloud.LoseReply);

        var fault = (await _ports.Grants.AssignAsync(Vault, Role, Principal, Cancellation)).Fault;

        Assert.True(fault?.OutcomeUnknown);
        Assert.Single(_ports.Cloud.Seen, request => request.Method == HttpMethod.Put);
    }

    [Fact]
    public async Task Assignments_of_a_principal_are_listed_wherever_they_were_made()
    {
        _ports.Cloud.On(HttpMethod.Get, Assignments, HttpStatusCode.OK, $$"""
            {"value":[{{Assignment($"/subscriptions/{CloudPorts.Subscription}", KeyVaultRole.Reader.Id, prefix: "")}},
                      {{Assignment(VaultScript.VaultId, Role.Id, condition: "@Resource x")}}]}
            """);

        var answer = await _ports.Grants.ListAssignmentsAsync(Vault, Principal, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal([KeyVaultRole.Reader.Id, Role.Id], answer.Value.Select(assignment => assignment.RoleDefinitionId));
        Assert.Equal([false, true], answer.Value.Select(assignment => assignment.HasCondition));
        Assert.All(answer.Value, assignment => Assert.True(assignment.Covers(VaultScript.VaultId)));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 59, 0, TimeSpan.Zero), answer.Value[0].CreatedOn);
        Assert.Contains($"$filter=principalId eq '{Principal}'", Uri.UnescapeDataString(_ports.Cloud.Seen[^1].Uri.Query), StringComparison.Ordinal);
    }

    private static string Assignment(string scope, Guid role, string prefix = "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11", string? condition = null)
        => $$$"""
            {"id":"other-name","name":"x","properties":{"scope":"{{{scope}}}","principalId":"{{{Principal}}}","createdOn":"2026-11-24T09:59:00Z",
             "roleDefinitionId":"{{{prefix}}}/providers/Microsoft.Authorization/roleDefinitions/{{{role}}}","condition":{{{(condition is null ? "null" : $"\"{condition}\"")}}}}}
            """;
}
