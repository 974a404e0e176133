using System.Net;
using ByokConsole.Adapters;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ByokConsole.Web.Hosting;

/// <summary>
/// The console listens on loopback only, because there is no sign-in yet. Every route by which ASP.NET Core takes an address is checked;
/// a host name it does not know it would bind on <em>all</em> addresses.
/// </summary>
public static class ListenAddresses
{
    public const string Default = "http://localhost:5080";

    private const string Urls = "urls";
    private const string UrlsRoutes = "urls (--urls, URLS, ASPNETCORE_URLS)";
    private const string Endpoints = "Kestrel:Endpoints";
    private static readonly string[] PortKeys = ["HTTP_PORTS", "HTTPS_PORTS"];
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Host names by which the console may be called.</summary>
    public static IReadOnlyList<string> OwnHosts => Hosts;

    /// <summary>True when the settings say nothing about addresses, so that the default holds.</summary>
    public static bool AreDefault(IConfiguration configuration)
        => Values(configuration).Count == 0 && !configuration.GetSection(Endpoints).GetChildren().Any();

    /// <summary>Every address that the settings name and that will not do.</summary>
    public static IEnumerable<SettingProblem> Problems(IConfiguration configuration)
        => Values(configuration).Select(value => Problem(value.Key, value.Address)).OfType<SettingProblem>();

    /// <summary>The last word, right before a socket is opened: an address that came by no setting at all.</summary>
    public static void MustBeLoopback(ListenOptions endpoint)
    {
        if (endpoint.IPEndPoint is not { } address || !IPAddress.IsLoopback(address.Address))
            throw new StartRefusedException($"The console would listen on {endpoint}, which other machines can reach. Give an address such as {Default}.");
    }

    private static List<(string Key, string Address)> Values(IConfiguration configuration)
    {
        var values = configuration.GetSection(Endpoints).GetChildren()
            .Select(endpoint => ($"{Endpoints}:{endpoint.Key}:Url", endpoint["Url"] ?? ""))
            .ToList();
        var urls = Split(configuration[Urls]);
        values.AddRange(urls.Select(url => (UrlsRoutes, url)));
        if (urls.Length == 0)
            values.AddRange(PortKeys.SelectMany(key => Split(configuration[key]).Select(port => ($"{key} (ASPNETCORE_{key})", $"http://*:{port}"))));
        return values;
    }

    private static string[] Split(string? list)
        => (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static SettingProblem? Problem(string key, string address)
    {
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return new(key, $"'{address}' is not an address. Give one such as {Default}.");
        }

        if (!parsed.IsUnixPipe && !parsed.IsNamedPipe && Hosts.Contains(parsed.Host, StringComparer.OrdinalIgnoreCase))
        {
            return parsed switch
            {
                { PathBase.Length: > 0 } => new(key, $"'{address}' has a path. Give only scheme, host and port."),
                { Host: "localhost", Port: 0 } => new(key, "Port 0 needs a number for the host. Give http://127.0.0.1:0."),
                _ => null,
            };
        }

        return new(key, $"'{address}' can be reached from other machines, and the console has no sign-in yet. "
            + $"It listens on {string.Join(", ", Hosts)} only: give an address such as {Default}.");
    }
}
