using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Builders;

/// <summary>Service principals and role assignments; both grow only by being asked for.</summary>
public sealed class InMemoryAccessGrants(TimeProvider time) : IAccessGrants
{
    private readonly Dictionary<Guid, ServicePrincipal> _principals = [];
    private readonly List<RoleAssignment> _assignments = [];

    /// <summary>While set, every question gets this answer.</summary>
    public CloudFault? Fault { get; set; }

    public Task<Answer<ServicePrincipal>> FindServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken)
        => Task.FromResult<Answer<ServicePrincipal>>(Fault is not null ? Fault
            : _principals.TryGetValue(applicationId, out var found) ? found
            : new CloudFault(CloudService.Graph, FaultKind.NotFound, "The service principal was not found.") { Status = 404 });

    public Task<Answer<ServicePrincipal>> EnsureServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        if (Fault is null)
            _principals.TryAdd(applicationId, new ServicePrincipal(Guid.NewGuid(), applicationId, "Confluent"));
        return FindServicePrincipalAsync(applicationId, cancellationToken);
    }

    public Task<Answer<IReadOnlyList<RoleAssignment>>> ListAssignmentsAsync(
        VaultResourceId vault, Guid? principalId, CancellationToken cancellationToken)
        => Task.FromResult<Answer<IReadOnlyList<RoleAssignment>>>(
            Fault is not null ? Fault : _assignments.FindAll(assignment => (principalId is null || assignment.PrincipalId == principalId) && assignment.Covers(vault.ToString())));

    public Task<Answer<RoleAssignment>> AssignAsync(
        VaultResourceId vault, KeyVaultRole role, Guid principalId, CancellationToken cancellationToken)
    {
        if (Fault is not null)
            return Task.FromResult<Answer<RoleAssignment>>(Fault);
        var assignment = _assignments.Find(made => made.PrincipalId == principalId && made.RoleDefinitionId == role.Id && made.Covers(vault.ToString()));
        if (assignment is null)
        {
            assignment = new RoleAssignment($"{vault}/{role.Id}", vault.ToString(), role.Id, principalId, time.GetUtcNow(), false);
            _assignments.Add(assignment);
        }
        return Task.FromResult<Answer<RoleAssignment>>(assignment);
    }

    public Task<Answer<bool>> RemoveAsync(RoleAssignment assignment, CancellationToken cancellationToken)
    {
        _assignments.RemoveAll(made => made.Id == assignment.Id);
        return Task.FromResult<Answer<bool>>(Fault is not null ? Fault : true);
    }

    /// <summary>Both roles at the vault, for the registration's application.</summary>
    public async Task GrantAsync(VaultResourceId vault, Guid applicationId)
    {
        var principal = (await EnsureServicePrincipalAsync(applicationId, CancellationToken.None)).Value;
        foreach (var role in KeyVaultRole.OfGrant)
            await AssignAsync(vault, role, principal.ObjectId, CancellationToken.None);
    }
}
