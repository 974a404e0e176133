using System.Text;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Hosting;

/// <summary>
/// <c>sandbox.env</c>: source it in a shell, and unmodified clients talk to the sandbox as its operator. The only place where the
/// sandbox's secrets stand in the clear; of mode 0600.
/// </summary>
internal static class EnvironmentFile
{
    public static string Write(string folder, int port, string caFile, SecretBox secrets)
    {
        var proxy = $"http://127.0.0.1:{port}";
        var azureProfile = Path.Combine(folder, "azure");
        Directory.CreateDirectory(azureProfile);
        var text = new StringBuilder("# Source this file, and clients of this shell talk to the ByokConsole sandbox instead of the clouds.\n");
        foreach (var (name, value) in Values(proxy, caFile, azureProfile, secrets))
            text.Append("export ").Append(name).Append('=').Append(Quote(value)).Append('\n');
        text.Append("unset NO_PROXY no_proxy ALL_PROXY all_proxy\n");
        var file = Path.Combine(folder, "sandbox.env");
        PrivateFile.Write(file, text.ToString());
        return file;
    }

    private static (string Name, string Value)[] Values(string proxy, string caFile, string azureProfile, SecretBox secrets) =>
    [
        ("BYOK_SANDBOX", "1"),
        ("HTTPS_PROXY", proxy),
        ("https_proxy", proxy),
        ("SSL_CERT_FILE", caFile),
        ("NODE_EXTRA_CA_CERTS", caFile),
        ("REQUESTS_CA_BUNDLE", caFile),
        ("CURL_CA_BUNDLE", caFile),
        ("AZURE_CONFIG_DIR", azureProfile),
        // What is done here is nobody's statistics; az would ask a host that the proxy refuses, after each command.
        ("AZURE_CORE_COLLECT_TELEMETRY", "no"),
        ("AZURE_TENANT_ID", SeededIds.Tenant.ToString()),
        ("AZURE_CLIENT_ID", SeededIds.OperatorApp),
        ("AZURE_CLIENT_SECRET", secrets.Derive("client:" + SeededIds.OperatorApp)),
        ("AZURE_SUBSCRIPTION_ID", SeededIds.Subscription.ToString()),
        ("CONFLUENT_CLOUD_API_KEY", SeededIds.ConfluentApiKey),
        ("CONFLUENT_CLOUD_API_SECRET", secrets.Derive("confluent")),
        ("CONFLUENT_ENVIRONMENT_ID", SeededIds.DefaultEnvironment),
        ("SANDBOX_CONTROL_TOKEN", secrets.Derive("control")),
    ];

    /// <summary>In single quotes; a single quote inside ends them, stands escaped, and begins them again.</summary>
    private static string Quote(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
