namespace ByokConsole.Sandbox;

/// <summary>Why a sandbox cannot start, in one sentence for the person who started it.</summary>
public sealed class SandboxException(string message, Exception? inner = null) : Exception(message, inner);
