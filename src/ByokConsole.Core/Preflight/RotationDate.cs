using System.Xml;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight;

/// <summary>When Key Vault will rotate a key by itself.</summary>
public static class RotationDate
{
    /// <summary>The next rotation of the version, or null when its policy does not name one. Months count 30 days, years 365.</summary>
    public static DateTimeOffset? Next(KeyRotationPolicy policy, KeyAttributes version)
    {
        if (policy.RotateAfterCreate is { } after && version.Created is { } created && Duration(after) is { } age)
            return created + age;
        return policy.RotateBeforeExpiry is { } before && version.Expires is { } expires && Duration(before) is { } lead ? expires - lead : null;
    }

    private static TimeSpan? Duration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
