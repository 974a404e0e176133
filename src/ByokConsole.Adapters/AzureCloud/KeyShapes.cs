using System.Buffers.Text;
using System.Numerics;
using System.Text.Json;
using ByokConsole.Adapters.AzureCloud.Wire;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>Key Vault's shapes as the domain's. A missing part that everything hangs on is a JsonException.</summary>
internal static class KeyShapes
{
    public static VaultKey Key(WireKeyBundle bundle)
    {
        var key = bundle.Key ?? throw new JsonException("The answer has no key.");
        return new()
        {
            Id = Id(key.Kid),
            KeyType = key.Kty ?? throw new JsonException("The key has no type."),
            KeySize = key.N is { } modulus ? Bits(modulus) : null,
            Operations = key.KeyOps ?? [],
            Attributes = Attributes(bundle.Attributes),
        };
    }

    public static DeletedKey Deleted(WireDeletedKey wire)
        => new(Id(wire.Key?.Kid).Versionless, Time(wire.DeletedDate), Time(wire.ScheduledPurgeDate));

    public static KeyListItem Item(WireKeyItem item) => new(Id(item.Kid), Attributes(item.Attributes));

    public static KeyRotationPolicy Policy(WireRotationPolicy policy)
    {
        var rotate = policy.LifetimeActions?
            .FirstOrDefault(action => string.Equals(action.Action?.Type, "Rotate", StringComparison.OrdinalIgnoreCase))?.Trigger;
        return new(rotate?.TimeAfterCreate, rotate?.TimeBeforeExpiry, policy.Attributes?.ExpiryTime);
    }

    /// <summary>A rotation is the one action that the console sets; the service adds its own notice before expiry.</summary>
    public static WireRotationPolicy Write(KeyRotationPolicy policy)
        => new([new(new(policy.RotateAfterCreate, policy.RotateBeforeExpiry), new("Rotate"))], new(policy.ExpiryTime));

    private static KeyIdentifier Id(string? text)
        => KeyIdentifier.TryParse(text, out var id) ? id : throw new JsonException("The key's identifier is none.");

    private static KeyAttributes Attributes(WireKeyAttributes? wire) => new()
    {
        // Absent means enabled: that is the service's default.
        Enabled = wire?.Enabled ?? true,
        NotBefore = Time(wire?.Nbf),
        Expires = Time(wire?.Exp),
        Created = Time(wire?.Created),
        Updated = Time(wire?.Updated),
        RecoveryLevel = wire?.RecoveryLevel,
        RecoverableDays = wire?.RecoverableDays,
    };

    private static DateTimeOffset? Time(long? seconds)
    {
        try
        {
            return seconds is { } value ? DateTimeOffset.FromUnixTimeSeconds(value) : null;
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonException("A date is out of range.", e);
        }
    }

    private static int Bits(string modulus)
        => (int)new BigInteger(Base64Url.DecodeFromChars(modulus), isUnsigned: true, isBigEndian: true).GetBitLength();
}
