namespace ByokConsole.Cli.Api;

/// <summary>Addresses under /api/v1; whatever a person typed is escaped, so that it stays one segment.</summary>
internal static class Address
{
    public static string Of(params string[] segments) => string.Join('/', segments.Select(Uri.EscapeDataString));

    public static string With(string path, params (string Name, string? Value)[] query)
    {
        var asked = query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}").ToList();
        return asked.Count == 0 ? path : $"{path}?{string.Join('&', asked)}";
    }
}
