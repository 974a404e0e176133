namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>A data key as it may be kept: wrapped.</summary>
/// <param name="Value">Base64url.</param>
/// <param name="KeyVersion">Identifier of the key version that wrapped it.</param>
public sealed record WrappedKey(string Value, string KeyVersion);
