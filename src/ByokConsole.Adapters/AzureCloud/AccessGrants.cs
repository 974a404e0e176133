using Azure;
using Azure.Core;
using ByokConsole.Adapters.AzureCloud.Wire;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Grants;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>The grants port: service principals over Graph, role assignments over Resource Manager.</summary>
internal sealed class AccessGrants(AzurePipeline graph, AzurePipeline arm, AzureCalls calls) : IAccessGrants
{
    private const string AssignmentsApiVersion = "2022-04-01";
    private static readonly HttpHeader CreateIfMissing = new("Prefer", "create-if-missing");

    public Task<Answer<ServicePrincipal>> FindServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken)
        => calls.AskAsync(
            CloudAct.Read(CloudService.Graph, $"find the service principal of application {applicationId}"),
            () => ReadPrincipalAsync(applicationId, cancellationToken),
            cancellationToken);

    public Task<Answer<ServicePrincipal>> EnsureServicePrincipalAsync(Guid applicationId, CancellationToken cancellationToken)
        => calls.AskAsync(
            CloudAct.Write(CloudService.Graph, $"create the service principal of application {applicationId}"),
            async () =>
            {
                var response = await graph.SendAsync(
                    RequestMethod.Patch, PrincipalAddress(applicationId), new { }, [201, 204], [CreateIfMissing], cancellationToken)
                    .ConfigureAwait(false);
                // 204 says that it was there, and does not carry it. The object of a 201 may not be readable at once.
                return response.Status == 204
                    ? await ReadPrincipalAsync(applicationId, cancellationToken).ConfigureAwait(false)
                    : Response.FromValue(GrantShapes.Principal(AzurePipeline.Read<WireServicePrincipal>(response.Content.ToStream())), response);
            },
            cancellationToken);

    public Task<Answer<IReadOnlyList<RoleAssignment>>> ListAssignmentsAsync(
        VaultResourceId vault, Guid? principalId, CancellationToken cancellationToken)
        => calls.AskAsync(
            CloudAct.Read(
                CloudService.ResourceManager,
                $"list the role assignments{(principalId is null ? "" : $" of {principalId}")} at vault {vault.VaultName}"),
            () => AzurePages.ReadAllAsync<WireRoleAssignment, RoleAssignment>(
                arm,
                AssignmentsAddress(vault, "", principalId is null ? "" : $"&$filter={Uri.EscapeDataString($"principalId eq '{principalId}'")}"),
                GrantShapes.Assignment,
                cancellationToken),
            cancellationToken);

    public async Task<Answer<RoleAssignment>> AssignAsync(
        VaultResourceId vault, KeyVaultRole role, Guid principalId, CancellationToken cancellationToken)
    {
        var name = AssignmentName.Of(vault, role.Id, principalId);
        var body = new WireNewRoleAssignment(new(
            $"/subscriptions/{vault.SubscriptionId}/providers/Microsoft.Authorization/roleDefinitions/{role.Id}", principalId, "ServicePrincipal"));
        var answer = await calls.AskAsync(
            CloudAct.Write(CloudService.ResourceManager, $"assign the role {role.Name} at vault {vault.VaultName}"),
            () => arm.SendAsync(
                RequestMethod.Put,
                AssignmentsAddress(vault, $"/{name}", ""),
                body,
                content => GrantShapes.Assignment(AzurePipeline.Read<WireRoleAssignment>(content)),
                [200, 201],
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return answer.Fault?.Kind is FaultKind.AlreadyExists
            ? await FindAsync(vault, role, principalId, answer.Fault, cancellationToken).ConfigureAwait(false)
            : answer;
    }

    /// <summary>204 says that there was none.</summary>
    public Task<Answer<bool>> RemoveAsync(RoleAssignment assignment, CancellationToken cancellationToken)
        => calls.AskAsync(
            CloudAct.Write(CloudService.ResourceManager, $"delete role assignment {assignment.Id}"),
            () => IsAssignment(assignment.Id)
                ? arm.SendAsync(RequestMethod.Delete, AddressOf(assignment.Id), null, _ => true, [200, 204], cancellationToken)
                : throw new CallRefusedException("was not asked: what was given is no role assignment"),
            cancellationToken);

    /// <summary>The same grant under another name is as good: find it.</summary>
    private async Task<Answer<RoleAssignment>> FindAsync(
        VaultResourceId vault, KeyVaultRole role, Guid principalId, CloudFault exists, CancellationToken cancellationToken)
    {
        var listed = await ListAssignmentsAsync(vault, principalId, cancellationToken).ConfigureAwait(false);
        if (!listed.IsOk)
            return listed.Fault;
        var found = listed.Value.FirstOrDefault(
            assignment => assignment.Gives(role, vault) && assignment.PrincipalId == principalId);
        return found is null ? exists : new Answer<RoleAssignment>(found) { CloudTime = listed.CloudTime, RequestId = listed.RequestId };
    }

    private async Task<Response<ServicePrincipal>> ReadPrincipalAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var response = await graph.GetAsync<WireServicePrincipal>(PrincipalAddress(applicationId), cancellationToken).ConfigureAwait(false);
        return Response.FromValue(GrantShapes.Principal(response.Value), response.GetRawResponse());
    }

    private static Uri PrincipalAddress(Guid applicationId)
        => new($"https://graph.microsoft.com/v1.0/servicePrincipals(appId='{applicationId}')");

    private static Uri AssignmentsAddress(VaultResourceId vault, string name, string query)
        => new($"https://management.azure.com{Path(vault)}/providers/Microsoft.Authorization/roleAssignments{name}?api-version={AssignmentsApiVersion}{query}");

    /// <summary>Only what ends in an assignment's name is one: nothing else may be deleted through it.</summary>
    private static bool IsAssignment(string id)
        => id.StartsWith('/') && id.Split('/') is [.., "Microsoft.Authorization", "roleAssignments", var name] && Guid.TryParse(name, out _)
            && !id.Split('/').Contains("..");

    private static Uri AddressOf(string id)
        => new($"https://management.azure.com{string.Join('/', id.Split('/').Select(Uri.EscapeDataString))}?api-version={AssignmentsApiVersion}");

    /// <summary>A resource group may be named with letters outside ASCII.</summary>
    private static string Path(VaultResourceId vault) => string.Join('/', vault.ToString().Split('/').Select(Uri.EscapeDataString));
}
