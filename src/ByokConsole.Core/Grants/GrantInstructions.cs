using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Shell;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Grants;

/// <summary>How a person gives a registration's application its two roles: a script for bash and az, and a text for the vault team.</summary>
public static class GrantInstructions
{
    /// <summary>
    /// A script to paste into bash. It runs in a subshell, so that a failure ends the script and not the person's shell; it pins tenant and
    /// subscription, finds or creates the service principal, assigns both roles at the vault, and says what it did.
    /// </summary>
    public static string Snippet(VaultResourceId vault, Guid tenantId, Guid applicationId)
    {
        var subscription = ShellText.Quote(vault.SubscriptionId.ToString());
        var roles = string.Join(' ', KeyVaultRole.OfGrant.Select(role => ShellText.Quote(role.Id.ToString())));
        return $"""
            (
            set -eu
            TENANT={ShellText.Quote(tenantId.ToString())}
            APP={ShellText.Quote(applicationId.ToString())}
            VAULT={ShellText.Quote(vault.ToString())}
            az account set --subscription {subscription}
            test "$(az account show --query tenantId -o tsv)" = "$TENANT" || {"{"} echo "This subscription is not in tenant $TENANT." >&2; exit 1; {"}"}
            SP=$(az ad sp show --id "$APP" --query id -o tsv 2>/dev/null || az ad sp create --id "$APP" --query id -o tsv)
            # {string.Join(" and ", KeyVaultRole.OfGrant.Select(role => role.Name))}, by their ids
            for ROLE in {roles}; do
              az role assignment create --role "$ROLE" --scope "$VAULT" --assignee-object-id "$SP" --assignee-principal-type ServicePrincipal --output none
            done
            echo "Both roles are assigned to $SP at $VAULT."
            )
            """.ReplaceLineEndings("\n");
    }

    /// <summary>A text to send to whoever owns the vault: what, why, the commands, and how to see that it worked.</summary>
    public static string HandOffText(VaultResourceId vault, Guid tenantId, Guid applicationId) => $"""
        Access to a key vault for Confluent Cloud

        We are creating a Kafka cluster on Confluent Cloud that is encrypted with our own key in the vault {vault.VaultName}. {Need(applicationId)}

        {string.Join("\n", KeyVaultRole.OfGrant.Select(role => $"- {role.Name} ({role.Id})"))}

        Vault: {vault}
        Tenant: {tenantId}

        {Rights} {WhoMay}

        In bash, with the Azure CLI, signed in to that tenant:

        {Snippet(vault, tenantId, applicationId)}

        {Proof}
        """.ReplaceLineEndings("\n");

    private const string Rights =
        "The first may read a key's metadata and wrap and unwrap with it; the second may read the metadata of the vault and of what is in it. "
        + "Neither can read a secret's value or a private key, and neither can change or delete anything.";

    private const string WhoMay =
        "Whoever runs the commands needs the right to create a service principal in the tenant (Cloud Application Administrator) and to assign "
        + "roles at the vault (Owner, or User Access Administrator).";

    private const string Proof =
        "How you see that it worked: the last line says that both roles are assigned, and the vault's page \"Access control (IAM)\", "
        + "\"Role assignments\" lists the application twice. Azure applies it within minutes, seldom up to 30.";

    private static string Need(Guid applicationId)
        => $"Confluent's application {applicationId} needs two roles at that vault, so that it can wrap and unwrap the cluster's data keys:";
}
