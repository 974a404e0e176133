namespace ByokConsole.Sandbox.Hosting;

/// <summary>Keeps a second sandbox out of a data folder. The lock goes with the process, however that ends; who holds it is said beside it.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _held;

    private FolderLock(FileStream held) => _held = held;

    /// <exception cref="SandboxException">Another sandbox holds the folder, or it cannot be written.</exception>
    public static FolderLock Take(string folder)
    {
        var holder = Path.Combine(folder, "sandbox.holder");
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var held = new FileStream(Path.Combine(folder, "sandbox.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, $"process {Environment.ProcessId} ({Path.GetFileName(Environment.ProcessPath)})");
            return new(held);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SandboxException($"The folder {folder} cannot be written by this user. Give another data folder.", e);
        }
        catch (IOException e)
        {
            var who = File.Exists(holder) ? File.ReadAllText(holder) : "another process";
            throw new SandboxException($"The sandbox in {folder} is run by {who}. Use that one, stop it, or give another data folder.", e);
        }
    }

    public void Dispose() => _held.Dispose();
}
