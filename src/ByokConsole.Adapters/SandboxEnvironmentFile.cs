using Microsoft.Extensions.Configuration;

namespace ByokConsole.Adapters;

/// <summary>
/// Reads the connection from the file that a sandbox writes for shells (<c>sandbox.env</c>): one assignment a line,
/// values quoted as a shell would.
/// </summary>
public static class SandboxEnvironmentFile
{
    /// <summary>Reads and checks the file; every problem is reported at once, by variable.</summary>
    public static ConnectionReading Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new([new(path, "cannot be read. Is the sandbox running, and does this user own the file?")]);
        }

        return Parse(text, path);
    }

    /// <summary>The token of the sandbox's control host, or null when the file has none or cannot be read.</summary>
    internal static string? ReadControlToken(string path)
    {
        try
        {
            return ShellAssignments.TryParse(File.ReadAllText(path), out var variables, out _) ? variables.GetValueOrDefault("SANDBOX_CONTROL_TOKEN") : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Checks the file's text; <paramref name="path"/> is for the problems' keys only.</summary>
    public static ConnectionReading Parse(string text, string path)
    {
        if (!ShellAssignments.TryParse(text, out var variables, out var badLine))
            return new([new($"{path}:{badLine}", "is neither an assignment, an unset nor a comment. Start the sandbox again to write the file anew.")]);

        // Some programs look for https_proxy; configuration knows no case, and what is read here is all in capitals.
        var capitals = variables.Where(variable => !variable.Key.Any(char.IsAsciiLetterLower));
        var settings = new SettingReader(new ConfigurationBuilder().AddInMemoryCollection(capitals).Build());
        var connection = new CloudConnection
        {
            Proxy = Proxy(settings),
            CertificateAuthorityFile = CertificateAuthority(settings),
            TenantId = settings.RequiredGuid("AZURE_TENANT_ID", null, "the sandbox's tenant"),
            ClientId = settings.Required("AZURE_CLIENT_ID", null, "the operator's application id"),
            ClientSecret = settings.Required("AZURE_CLIENT_SECRET", null, "the operator's secret"),
            SubscriptionId = settings.OptionalGuid("AZURE_SUBSCRIPTION_ID", null),
            ConfluentApiKey = settings.Required("CONFLUENT_CLOUD_API_KEY", null, "the sandbox's Cloud API key"),
            ConfluentApiSecret = settings.Required("CONFLUENT_CLOUD_API_SECRET", null, "that key's secret"),
            ConfluentEnvironmentId = settings.Text("CONFLUENT_ENVIRONMENT_ID"),
        };
        return settings.Problems.Count == 0 ? new(connection) : new(settings.Problems);
    }

    private static Uri? Proxy(SettingReader settings)
    {
        const string Key = "HTTPS_PROXY";
        var text = settings.Required(Key, null, "the sandbox's address");
        if (text.Length == 0)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var proxy) && proxy is { Scheme: "http", IsLoopback: true, UserInfo: "" })
            return proxy;
        settings.Report(Key, "is not an http address of this machine, such as http://127.0.0.1:5443.");
        return null;
    }

    private static string CertificateAuthority(SettingReader settings)
    {
        const string Key = "SSL_CERT_FILE";
        var file = settings.Required(Key, null, "the sandbox's certificate authority (a PEM file)");
        if (file.Length > 0 && !File.Exists(file))
            settings.Report(Key, $"names a file that is not there ({file}). Start the sandbox again to write it anew.");
        return file;
    }
}
