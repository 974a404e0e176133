namespace ByokConsole.Web.Hosting;

/// <summary>The console that holds a data folder.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Address">Where it answers; null while it does not.</param>
/// <param name="Since">When it said so.</param>
/// <param name="IsStopping">True from the moment in which it was told to stop.</param>
public sealed record FolderHolder(int ProcessId, Uri? Address, DateTimeOffset Since, bool IsStopping = false);
