using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Confluent;

/// <summary>Confluent's byok/v1 key object of an Azure key.</summary>
public sealed record KeyRegistration
{
    /// <summary><c>cck-…</c></summary>
    public required string Id { get; init; }
    public string? DisplayName { get; init; }

    /// <summary>Key identifier as registered; null when the registration is no Azure key or its id does not parse.</summary>
    public KeyIdentifier? Key { get; init; }

    /// <summary>Key identifier exactly as Confluent gave it (Azure: key_id).</summary>
    public required string KeyText { get; init; }
    public VaultResourceId? Vault { get; init; }
    public Guid? TenantId { get; init; }

    /// <summary>Application that needs the grants, or null until Confluent made it.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>"Azure", "AWS", … as given.</summary>
    public string Provider { get; init; } = "";

    /// <summary>"AVAILABLE", "IN_USE" or a value unknown today.</summary>
    public string State { get; init; } = "";
    public KeyValidation? Validation { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }

    public bool IsAvailable => State.Equals("AVAILABLE", StringComparison.OrdinalIgnoreCase);
    public bool IsInUse => State.Equals("IN_USE", StringComparison.OrdinalIgnoreCase);
    public bool IsValid => Validation?.Is("VALID") ?? false;
}
