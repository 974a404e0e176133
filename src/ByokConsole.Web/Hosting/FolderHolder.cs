namespace ByokConsole.Web.Hosting;

/// <summary>The console that holds a data folder.</summary>
public sealed record FolderHolder(int ProcessId, Uri? Address, DateTimeOffset Since);
