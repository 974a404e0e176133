using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Clusters;

/// <summary>A cluster of an environment, a run that is still making one, or both.</summary>
public sealed record ClusterRow
{
    public required string Name { get; init; }

    /// <summary><c>lkc-…</c>, or null while only the run exists.</summary>
    public string? ClusterId { get; init; }

    public required ClusterStanding Standing { get; init; }

    /// <summary>Confluent's own word for its phase; empty while only the run exists.</summary>
    public string Phase { get; init; } = "";

    public required string Type { get; init; }

    public required string Region { get; init; }

    public Availability? Availability { get; init; }

    public int? Cku { get; init; }

    /// <summary>Key registration, or null for automatic encryption.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Its vault key, when the registrations could be read.</summary>
    public KeyIdentifier? Key { get; init; }

    /// <summary>How that key stands as last checked, or null when it was not checked yet.</summary>
    public KeyStanding? Health { get; init; }

    /// <summary>Run that is making it and has not ended, or null.</summary>
    public string? RunId { get; init; }

    /// <summary>True when that run asked a question and waits for its answer.</summary>
    public bool NeedsPerson { get; init; }

    /// <summary>Time alone will change it: the page looks again by itself.</summary>
    public bool IsMoving => Standing is ClusterStanding.Requested or ClusterStanding.Provisioning || RunId is not null;

    /// <summary>True when every word of the text occurs in the row.</summary>
    public bool Matches(string text)
        => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => Words.Any(own => own?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));

    private string?[] Words =>
        [Name, ClusterId, Region, Type, Standing.ToString(), Phase, RegistrationId ?? "Automatic", Key?.VaultName, Key?.KeyName, RunId];

    /// <summary>The row of a cluster that Confluent lists.</summary>
    public static ClusterRow Of(KafkaCluster cluster, KeyRegistration? registration, Run? run) => new()
    {
        Name = cluster.DisplayName,
        ClusterId = cluster.Id,
        Standing = StandingOf(cluster),
        Phase = cluster.Phase,
        Type = cluster.Type,
        Region = cluster.Region,
        Availability = cluster.Availability,
        Cku = cluster.Cku ?? cluster.StatusCku,
        RegistrationId = cluster.KeyRegistrationId,
        Key = registration?.Key,
        RunId = run?.Id,
        NeedsPerson = run?.State is RunState.NeedsPerson,
    };

    /// <summary>The row of a run whose cluster Confluent does not list yet.</summary>
    public static ClusterRow Of(Run run, NewCluster wanted, KeyRegistration? registration) => new()
    {
        Name = wanted.DisplayName,
        ClusterId = run.Facts.ClusterId,
        Standing = run.Facts.ClusterId is null ? ClusterStanding.Requested : ClusterStanding.Provisioning,
        Phase = run.Facts.ClusterPhase ?? "",
        Type = "Dedicated",
        Region = wanted.Region,
        Availability = wanted.Availability,
        Cku = wanted.Cku,
        RegistrationId = wanted.KeyRegistrationId,
        Key = registration?.Key,
        RunId = run.Id,
        NeedsPerson = run.State is RunState.NeedsPerson,
    };

    /// <summary>Where a cluster that Confluent shows stands.</summary>
    public static ClusterStanding StandingOf(KafkaCluster cluster)
        => cluster.IsProvisioned ? ClusterStanding.Running
            : cluster.IsProvisioning ? ClusterStanding.Provisioning
            : cluster.IsFailed ? ClusterStanding.Failed
            : ClusterStanding.Other;
}
