namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The process died here.</summary>
public sealed class ProcessKilledException(string where) : Exception(where);
