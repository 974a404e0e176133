namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>Which key served which cluster.</summary>
internal sealed class BindingRow
{
    public required string RegistrationId { get; init; }

    public required string ClusterId { get; init; }

    public required string EnvironmentId { get; init; }

    /// <summary>Versionless and in lower case, for Key Vault does not tell cases apart.</summary>
    public required string KeyIdentifier { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? To { get; set; }
}
