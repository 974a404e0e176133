using System.Text.Json;
using System.Text.Json.Nodes;
using ByokConsole.Core.Shell;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>A cluster as calls of Confluent Cloud's API, for bash and curl.</summary>
internal static class CurlCluster
{
    private static readonly string Head = """
        set +x
        : "${CONFLUENT_CLOUD_API_KEY:?is a Cloud API key}" "${CONFLUENT_CLOUD_API_SECRET:?is its secret}"
        # The secret goes through a pipe: a command line can be read by others. Nothing is repeated: a POST sent twice makes two.
        call() {
          printf 'user = "%s:%s"\n' "$CONFLUENT_CLOUD_API_KEY" "$CONFLUENT_CLOUD_API_SECRET" | curl --config - --silent --show-error --fail-with-body \
            --header 'Content-Type: application/json' --request "$1" --url "https://api.confluent.cloud$2" ${3:+--data} ${3:+"$3"}
        }
        """.ReplaceLineEndings("\n");

    private static readonly string Grant = $$"""
        ANSWER=$(call POST /byok/v1/keys "$BODY")
        printf '%s\n' "$ANSWER"
        KEY=$(printf '%s' "$ANSWER" | {{CommandText.TakeId}})
        test -n "$KEY"
        echo "Give the application above its two roles at the vault, in another shell. Waiting until Confluent finds the key VALID." >&2
        until call GET "/byok/v1/keys/$KEY" | grep -q '"phase": *"VALID"'; do sleep 15; done
        """.ReplaceLineEndings("\n");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static string Write(ClusterTarget target)
    {
        var create = $"call POST /cmk/v2/clusters {Body(target)}";
        return target switch
        {
            { ClusterId: { } id } => CommandText.Subshell(Head, CommandText.Existing(id, $"call GET {ShellText.Quote(Address(target.EnvironmentId, id))}", create)),
            { Key: { RegistrationId: null } key } => CommandText.Subshell(Head, $"BODY={ShellText.Quote(Registration(key).ToJsonString(Indented))}", Grant, create),
            _ => CommandText.Subshell(Head, create),
        };
    }

    private static string Address(string environmentId, string id)
        => $"/cmk/v2/clusters/{Uri.EscapeDataString(id)}?environment={Uri.EscapeDataString(environmentId)}";

    private static JsonObject Registration(ClusterKey key)
    {
        var body = new JsonObject
        {
            ["key"] = new JsonObject
            {
                ["kind"] = "AzureKey",
                ["key_id"] = key.Key.Versionless.ToString(),
                ["key_vault_id"] = key.Vault.ToString(),
                ["tenant_id"] = key.TenantId.ToString(),
            },
        };
        if (key.RegistrationName is { } name)
            body["display_name"] = name;
        return body;
    }

    /// <summary>The body as one word of the shell. The id of a registration that the script itself makes is put in by the shell.</summary>
    private static string Body(ClusterTarget target)
    {
        var json = new JsonObject { ["spec"] = Spec(target) }.ToJsonString(Indented);
        if (target.Key is not { RegistrationId: null })
            return ShellText.Quote(json);
        // It is the last value of the body, so what a name holds is never taken for it.
        var at = json.LastIndexOf("\"\"", StringComparison.Ordinal) + 1;
        return ShellText.Quote(json[..at]) + CommandText.NewKey + ShellText.Quote(json[at..]);
    }

    private static JsonObject Spec(ClusterTarget target)
    {
        var spec = new JsonObject
        {
            ["display_name"] = target.DisplayName,
            ["availability"] = target.Zones,
            ["cloud"] = "AZURE",
            ["region"] = target.Region,
            ["config"] = new JsonObject { ["kind"] = "Dedicated", ["cku"] = target.Cku },
            ["environment"] = new JsonObject { ["id"] = target.EnvironmentId },
        };
        if (target.DeletionProtection)
            spec["deletion_protection"] = true;
        if (target.NetworkId is { } network)
            spec["network"] = new JsonObject { ["id"] = network };
        if (target.Key is { } key)
            spec["byok"] = new JsonObject { ["id"] = key.RegistrationId ?? "" };
        return spec;
    }
}
