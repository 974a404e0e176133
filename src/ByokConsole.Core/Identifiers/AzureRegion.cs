namespace ByokConsole.Core.Identifiers;

/// <summary>Region names as Azure and Confluent write them: compared lower case and without spaces.</summary>
public static class AzureRegion
{
    public static string Normalize(string region)
        => string.Concat(region.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    public static bool Same(string? one, string? other)
        => one is not null && other is not null && Normalize(one) == Normalize(other);
}
