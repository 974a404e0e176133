using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The fake cloud's service principals and role assignments: asked twice to assign, it has two.</summary>
internal sealed class FakeGrants(FakeCloud cloud) : IAccessGrants
{
    public List<ServicePrincipal> Principals { get; } = [];

    public List<RoleAssignment> Assignments { get; } = [];

    public Task<Answer<ServicePrincipal>> FindServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken)
        => Principals.Find(principal => principal.AppId == applicationId) is { } found
            ? cloud.Read(found)
            : Task.FromResult<Answer<ServicePrincipal>>(new CloudFault(CloudService.Graph, FaultKind.NotFound, "No such service principal."));

    public Task<Answer<ServicePrincipal>> EnsureServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken)
        => cloud.Act("create principal", () =>
        {
            if (Principals.Find(principal => principal.AppId == applicationId) is { } found)
                return found;
            var made = new ServicePrincipal(Guid.NewGuid(), applicationId, null);
            Principals.Add(made);
            return made;
        });

    public Task<Answer<IReadOnlyList<RoleAssignment>>> ListAssignmentsAsync(VaultResourceId vault, Guid? principalId, CancellationToken cancellationToken)
        => cloud.Read<IReadOnlyList<RoleAssignment>>([.. Assignments.Where(assignment => principalId is null || assignment.PrincipalId == principalId)]);

    public Task<Answer<bool>> RemoveAsync(RoleAssignment assignment, CancellationToken cancellationToken)
        => cloud.Act("remove assignment", () => Assignments.RemoveAll(made => made.Id == assignment.Id) >= 0);

    public Task<Answer<RoleAssignment>> AssignAsync(VaultResourceId vault, KeyVaultRole role, Guid principalId, CancellationToken cancellationToken)
        => cloud.Act($"assign {role.Name}", () =>
        {
            var made = new RoleAssignment($"{vault}/roleAssignments/{Assignments.Count + 1}", vault.ToString(), role.Id, principalId, cloud.Now, false);
            Assignments.Add(made);
            return made;
        });
}
