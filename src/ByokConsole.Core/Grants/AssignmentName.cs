using System.Security.Cryptography;
using System.Text;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Grants;

/// <summary>
/// The name of a role assignment, derived from what it says: asked for twice, it is the same assignment and not a second one.
/// </summary>
public static class AssignmentName
{
    public static Guid Of(VaultResourceId vault, Guid roleId, Guid principalId)
    {
        var text = $"{vault}|{roleId}|{principalId}".ToLowerInvariant();
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        // Marked as what RFC 9562 calls version 8 (own derivation).
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
