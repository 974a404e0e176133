using ByokConsole.Core.Confluent;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Api.Keys;

/// <summary>One registered key, as the list of keys shows it.</summary>
public sealed record KeyReading
{
    /// <summary><c>cck-…</c></summary>
    public required string Id { get; init; }
    public string? DisplayName { get; init; }

    /// <summary>The key's cloud, as Confluent calls it: <c>Azure</c>, <c>AWS</c>, <c>GCP</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The key identifier as registered.</summary>
    public required string Key { get; init; }
    public string? KeyVaultId { get; init; }
    public Guid? TenantId { get; init; }

    /// <summary>Application that needs the two roles; absent until Confluent made it.</summary>
    public Guid? ApplicationId { get; init; }
    public string? Region { get; init; }

    /// <summary>Confluent's word for its state: <c>AVAILABLE</c>, <c>IN_USE</c>.</summary>
    public required string State { get; init; }

    /// <summary>Confluent's own opinion: phase, since when, why.</summary>
    public KeyValidation? Validation { get; init; }

    /// <summary>How it stands, in one word of the console's.</summary>
    public required KeyStanding Standing { get; init; }

    /// <summary>How many checks failed in the newest round; absent as long as nobody asked them.</summary>
    public int? FailedChecks { get; init; }

    /// <summary>Cluster that it serves.</summary>
    public string? ClusterId { get; init; }

    /// <summary>Environment of that cluster.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>When it becomes free, if it is being released and the console saw its cluster go.</summary>
    public DateTimeOffset? FreeAt { get; init; }

    /// <summary>When it rotates or expires next, and which of them.</summary>
    public DateTimeOffset? NextDate { get; init; }
    public NextKeyEvent? NextEvent { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }

    internal static KeyReading Of(KeyRow row) => new()
    {
        Id = row.Id,
        DisplayName = row.Registration.DisplayName,
        Provider = row.Registration.Provider,
        Key = row.Registration.KeyText,
        KeyVaultId = row.Registration.Vault?.ToString(),
        TenantId = row.Registration.TenantId,
        ApplicationId = row.Registration.ApplicationId,
        Region = row.Region,
        State = row.Registration.State,
        Validation = row.Registration.Validation,
        Standing = row.Standing,
        FailedChecks = row.Health?.Results.Count(result => result.State is CheckState.Fail),
        ClusterId = row.Cluster?.Id,
        EnvironmentId = row.Cluster?.EnvironmentId,
        FreeAt = row.FreeAt,
        NextDate = row.Health?.NextDate,
        NextEvent = row.Health?.NextEvent,
        CreatedAt = row.Registration.CreatedAt,
    };
}
