using System.Text.Json;
using ByokConsole.Adapters.AzureCloud.Wire;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>Shapes of Graph and Microsoft.Authorization as the domain's.</summary>
internal static class GrantShapes
{
    public static ServicePrincipal Principal(WireServicePrincipal wire)
        => wire is { Id: { } id, AppId: { } application }
            ? new(id, application, wire.DisplayName)
            : throw new JsonException("The service principal has no id.");

    public static RoleAssignment Assignment(WireRoleAssignment wire)
        => wire is { Id: { } id, Properties: { Scope: { } scope, PrincipalId: { } principal } properties }
            // The role's id may come with or without a subscription in front: its last segment counts.
            && Guid.TryParse(properties.RoleDefinitionId?.Split('/')[^1], out var role)
                ? new(id, scope, role, principal, properties.CreatedOn, !string.IsNullOrEmpty(properties.Condition))
                : throw new JsonException("The role assignment lacks its scope, role or principal.");
}
