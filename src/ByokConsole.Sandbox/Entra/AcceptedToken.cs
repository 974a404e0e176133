namespace ByokConsole.Sandbox.Entra;

/// <summary>What is known of a token whose signature was verified.</summary>
internal sealed record AcceptedToken(Caller Caller, string Audience, DateTime From, DateTime To);
