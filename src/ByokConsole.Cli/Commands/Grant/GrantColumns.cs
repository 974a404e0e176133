using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands.Grant;

/// <summary>What is shown of a grant.</summary>
internal static class GrantColumns
{
    public static IReadOnlyList<Column<GrantStatus>> OfOne { get; } =
    [
        new("ID", grant => grant.RegistrationId),
        new("Phase", grant => Words.Plain(grant.Phase)),
        new("Since", grant => Words.Date(grant.Since)),
        new("Application", grant => grant.ApplicationId),
        new("Key Vault", grant => grant.KeyVaultId),
        new("Tenant", grant => grant.TenantId),
    ];
}
