using System.Security.Cryptography;

namespace ByokConsole.Core.Provisioning;

/// <summary>Ids of runs.</summary>
public static class RunId
{
    /// <summary>A new one, <c>run-…</c>, of letters and digits that are not mistaken for each other.</summary>
    public static string New() => "run-" + RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8);
}
