using ByokConsole.Core.Shell;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.AsCode.Grants;

/// <summary>
/// A grant as plain calls of Microsoft Graph and Azure Resource Manager, for bash and curl. Values stand at the head only; what follows is
/// the same for every grant. Assignments get the names that the console itself gives them, so that either way leads to the same two.
/// </summary>
internal static class RestGrant
{
    private const string Principal = """
        GRAPH=https://graph.microsoft.com/v1.0/servicePrincipals
        token() { az account get-access-token --tenant "$TENANT" --resource "$1" --query accessToken -o tsv; }
        GRAPH_TOKEN=${GRAPH_TOKEN:-$(token https://graph.microsoft.com)}
        AZURE_TOKEN=${AZURE_TOKEN:-$(token https://management.azure.com)}
        # Prints the answer and, on a line of its own, its status. The token goes through a pipe: a command line can be read by others.
        call() {
          printf 'header = "Authorization: Bearer %s"\n' "$1" | curl --config - --silent --show-error --write-out '\n%{http_code}' \
            --header 'Content-Type: application/json' --request "$2" --url "$3" ${4:+--data} ${4:+"$4"}
        }
        look_up() { call "$GRAPH_TOKEN" GET "$GRAPH(appId='$APP')?\$select=id" | sed -n 's/.*"id" *: *"\([^"]*\)".*/\1/p'; }
        SP=$(look_up)
        if [ -z "$SP" ]; then
          ANSWER=$(call "$GRAPH_TOKEN" POST "$GRAPH" "{\"appId\":\"$APP\"}")
          case "$ANSWER" in
            *$'\n201' | *$'\n409') ;;
            *) echo "The service principal was not created: $ANSWER" >&2; exit 1 ;;
          esac
          # What was made a moment ago is not always found at once.
          for TRY in 1 2 3 4 5 6 7 8 9 10 11 12; do
            SP=$(look_up)
            test -z "$SP" || break
            sleep 5
          done
        fi
        test -n "$SP" || { echo "The service principal was created and is not found yet: run this again." >&2; exit 1; }
        """;

    private const string Assignments = """
        # An assignment's name is made of what it says: run twice, this makes no second one.
        name_of() {
          HASH=$(printf '%s|%s|%s' "$NAMED" "$1" "$SP" | { sha256sum 2>/dev/null || shasum -a 256; })
          printf '%s-%s-8%s-%x%s-%s' "${HASH:0:8}" "${HASH:8:4}" "${HASH:13:3}" $((16#${HASH:16:1} & 3 | 8)) "${HASH:17:3}" "${HASH:20:12}"
        }
        for ROLE in "${ROLES[@]}"; do
          BODY=$(printf '{"properties":{"roleDefinitionId":"%s","principalId":"%s","principalType":"ServicePrincipal"}}' "$DEFINITIONS/$ROLE" "$SP")
          ANSWER=$(call "$AZURE_TOKEN" PUT "$ASSIGNMENTS/$(name_of "$ROLE")?api-version=2022-04-01" "$BODY")
          case "$ANSWER" in
            *$'\n200' | *$'\n201') ;;
            # Assigned before, perhaps under another name.
            *RoleAssignmentExists*$'\n409') ;;
            *) echo "The role $ROLE was not assigned: $ANSWER" >&2; exit 1 ;;
          esac
        done
        echo "Both roles are assigned to $SP at $VAULT."
        )
        """;

    public static string Write(GrantTarget target) => $"{Head(target)}\n{Principal}\n{Assignments}".ReplaceLineEndings("\n");

    private static string Head(GrantTarget target)
    {
        var vault = target.Vault.ToString();
        // A group's name may hold letters that an address cannot.
        var address = string.Join('/', vault.Split('/').Select(Uri.EscapeDataString));
        return $"""
            (
            set +x -eu
            TENANT={ShellText.Quote(target.TenantId.ToString())}
            APP={ShellText.Quote(target.ApplicationId.ToString())}
            VAULT={ShellText.Quote(vault)}
            NAMED={ShellText.Quote(vault.ToLowerInvariant())}
            ASSIGNMENTS={ShellText.Quote($"https://management.azure.com{address}/providers/Microsoft.Authorization/roleAssignments")}
            DEFINITIONS={ShellText.Quote($"/subscriptions/{target.Vault.SubscriptionId}/providers/Microsoft.Authorization/roleDefinitions")}
            # {string.Join(" and ", KeyVaultRole.OfGrant.Select(role => role.Name))}, by their ids
            ROLES=({string.Join(' ', KeyVaultRole.OfGrant.Select(role => ShellText.Quote(role.Id.ToString())))})
            """;
    }
}
