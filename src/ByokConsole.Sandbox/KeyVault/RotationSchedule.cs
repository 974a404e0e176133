using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.KeyVault;

/// <summary>
/// When a key's policy makes the next version, worked out from stored dates alone: a clock that jumps over several rotations finds each on
/// its own day.
/// </summary>
internal static class RotationSchedule
{
    /// <summary>No version is younger than this when the next one comes, and none comes later than this before it expires.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromDays(7);

    /// <summary>
    /// Null when nothing will rotate the key as it is. A day that passed before the policy was put, or while the key was deleted or
    /// disabled, is made up for at the end of that time.
    /// </summary>
    public static DateTimeOffset? Due(KeyRecord key)
    {
        var (newest, policy) = (key.Newest, key.Policy);
        // A policy that rotated a disabled key would quietly undo what disabling is for.
        if (key.DeletedAt is not null || !newest.Enabled
            || policy?.Actions.FirstOrDefault(action => action.Action == "Rotate") is not { } rotate)
            return null;
        var age = Duration.Read(rotate.TimeAfterCreate) ?? (newest.Expires - newest.Created) - Duration.Read(rotate.TimeBeforeExpiry);
        if (age is not { } planned)
            return null;
        DateTimeOffset[] notBefore = [newest.Created + Margin, newest.Updated, policy.Updated, key.RecoveredAt ?? newest.Created];
        return planned < Margin ? notBefore.Max() : notBefore.Append(newest.Created + planned).Max();
    }

    /// <summary>The key with one version more, made at that time, that lives as long as the policy says.</summary>
    public static KeyRecord Rotated(KeyRecord key, DateTimeOffset at)
    {
        var next = key.Newest with
        {
            Version = KeyVersionRecord.NewId(),
            SealedKey = null,
            Created = at,
            Updated = at,
            NotBefore = null,
            Enabled = true,
            Expires = Duration.Read(key.Policy?.ExpiryTime) is { } life ? at + life : null,
        };
        return key with { Versions = [.. key.Versions, next] };
    }
}
