namespace ByokConsole.Core.Revocation;

/// <summary>A principal (<c>sa-…</c>, <c>u-…</c>) with open connections.</summary>
public sealed record ConnectedPrincipal(string PrincipalId, double Connections);
