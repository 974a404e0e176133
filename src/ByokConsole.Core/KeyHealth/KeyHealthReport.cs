using ByokConsole.Core.Preflight;

namespace ByokConsole.Core.KeyHealth;

/// <summary>What the newest round of checks found about one registered key, kept so that every page and the next start know it.</summary>
public sealed record KeyHealthReport
{
    public required string RegistrationId { get; init; }

    /// <summary>Cluster that is bound to the key, or null when none is.</summary>
    public string? ClusterId { get; init; }

    /// <summary>The cluster's environment, or null.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>Name of the cluster as last read, or null.</summary>
    public string? ClusterName { get; init; }

    /// <summary>Every check that was asked, in its fixed order.</summary>
    public required IReadOnlyList<CheckResult> Results { get; init; }

    /// <summary>When the round ended (the console's clock, UTC).</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>When the key rotates or expires next, in the cloud's time, or null when neither is known.</summary>
    public DateTimeOffset? NextDate { get; init; }

    /// <summary>What happens on <see cref="NextDate"/>.</summary>
    public NextKeyEvent? NextEvent { get; init; }

    /// <summary>The finding that decides the standing: the worst, and among equals the first; null when nothing was found.</summary>
    public CheckResult? Worst
        => Results.Where(result => result.State is CheckState.Fail).Concat(Results.Where(result => result.State is CheckState.Warn))
            .Concat(Results.Where(result => result.State is CheckState.Waiting)).FirstOrDefault();

    /// <summary>One word for it.</summary>
    public KeyStanding Standing => Worst?.State switch
    {
        CheckState.Fail => KeyStanding.Broken,
        CheckState.Warn => KeyStanding.Warning,
        CheckState.Waiting => KeyStanding.Waiting,
        _ when Results.Any(result => result is { Check: CheckName.GrantInForce, State: CheckState.Pass }) => KeyStanding.Healthy,
        _ => KeyStanding.Unseen,
    };
}
