using ByokConsole.Core.Vaults;

namespace ByokConsole.Web.Api.Keys;

/// <summary>One version of the vault key.</summary>
/// <param name="Version">Its id.</param>
/// <param name="Use">What it means to the cluster that is bound to the key.</param>
/// <param name="Enabled">Whether it may be used.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">When nothing new can be wrapped with it any more.</param>
public sealed record KeyVersionReading(string Version, VersionUse Use, bool Enabled, DateTimeOffset? Created, DateTimeOffset? Expires)
{
    internal static KeyVersionReading Of(KeyVersion version)
        => new(version.Version, version.Use, version.Attributes.Enabled, version.Attributes.Created, version.Attributes.Expires);
}
