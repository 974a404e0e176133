namespace ByokConsole.Resilience.Twin;

/// <summary>The console died here.</summary>
public sealed class ProcessKilledException(string where) : Exception(where);
