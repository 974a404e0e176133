namespace ByokConsole.Core.Vaults;

/// <summary>One version of the key that a cluster is bound to.</summary>
public sealed record KeyVersion(string Version, VersionUse Use, KeyAttributes Attributes)
{
    /// <summary>Data of the cluster may be unreadable: a version that it needs is disabled.</summary>
    public bool IsMissed => Use is not VersionUse.BeforeCluster && !Attributes.Enabled;

    /// <summary>Versions, newest first, with what each means to a cluster made at that time (null: unknown, keep all).</summary>
    public static IReadOnlyList<KeyVersion> Of(IReadOnlyList<KeyListItem> items, DateTimeOffset? clusterCreatedAt)
    {
        var newestFirst = items.Where(item => item.Id.Version is not null).OrderByDescending(item => item.Attributes.Created).ToList();
        return [.. newestFirst.Select((item, index) => new KeyVersion(item.Id.Version!, UseOf(index), item.Attributes))];

        VersionUse UseOf(int index)
            => index == 0 ? VersionUse.Newest
                : newestFirst[index - 1].Attributes.Created <= clusterCreatedAt ? VersionUse.BeforeCluster
                : VersionUse.Keep;
    }
}
