using ByokConsole.Core.Confluent;
using ByokConsole.Core.KeyHealth;

namespace ByokConsole.Core.Keys;

/// <summary>One registered key, as the list of keys shows it.</summary>
public sealed record KeyRow
{
    public required KeyRegistration Registration { get; init; }

    /// <summary>The newest round of checks, or null when there was none yet.</summary>
    public KeyHealthReport? Health { get; init; }

    /// <summary>Cluster that the key serves, or null.</summary>
    public KafkaCluster? Cluster { get; init; }

    /// <summary>False while some environment's clusters cannot be read: then no cluster does not mean that there is none.</summary>
    public bool AreClustersKnown { get; init; } = true;

    /// <summary>Cluster that the key served last, when it serves none now; null when this console saw none.</summary>
    public string? LastClusterId { get; init; }

    /// <summary>When the registration becomes free: exact when this console saw its cluster's deletion, else null.</summary>
    public DateTimeOffset? FreeAt { get; init; }

    public string Id => Registration.Id;

    /// <summary>Display name, or the key's own name, or the id.</summary>
    public string Name => Registration.DisplayName is { Length: > 0 } name ? name : Registration.Key?.KeyName ?? Registration.Id;

    public string? Region => Cluster?.Region ?? Registration.Validation?.Region;

    /// <summary>One word for it.</summary>
    public KeyStanding Standing => Registration switch
    {
        // What Confluent says now is newer than what the last round of checks found.
        _ when Cluster is not null && Health?.ClusterId == Cluster.Id => WasRefusedSince ? KeyStanding.Broken : Health.Standing,
        _ when Cluster is not null => KeyStanding.Unchecked,
        // Of a key in use whose cluster cannot be seen now, what was found last still stands.
        { IsInUse: true } when !AreClustersKnown && FreeAt is null => Health is { ClusterId: not null } last ? last.Standing : KeyStanding.Unseen,
        { IsInUse: true } => KeyStanding.Releasing,
        { IsValid: true } => KeyStanding.Available,
        { Validation: { } validation } when validation.Is("INITIALIZING") => KeyStanding.Waiting,
        { Validation: { } validation } when validation.Is("INVALID") => KeyStanding.Warning,
        _ => KeyStanding.Unseen,
    };

    /// <summary>True when the last round of checks found nothing, and Confluent says now that it cannot use the key.</summary>
    public bool WasRefusedSince => Health?.Standing is KeyStanding.Healthy && Registration.Validation?.Is("INVALID") is true;

    /// <summary>True when the text is part of a name, an id, the key, the region or the cluster.</summary>
    public bool Matches(string text)
        => text.Length == 0 || new[] { Name, Id, Registration.KeyText, Region, Cluster?.Id, Cluster?.DisplayName }
            .Any(part => part?.Contains(text, StringComparison.OrdinalIgnoreCase) is true);
}
