using System.Text.Json;

namespace ByokConsole.Web.Hosting;

/// <summary>
/// Keeps a second console out of a data folder. The lock is <c>console.lock</c>, held open exclusively, so that it goes with the process
/// however that ends. Nobody else can read a file that is held so; who holds it is therefore said in <c>console.json</c> beside it.
/// </summary>
public sealed class FolderLock : IDisposable
{
    /// <summary>Says who holds the folder.</summary>
    internal const string HolderFile = "console.json";

    /// <summary>Longer than a console takes to stop.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string _folder;
    private readonly FileStream _lock;

    private FolderLock(string folder, FileStream held)
    {
        _folder = folder;
        _lock = held;
    }

    /// <summary>Takes the folder; waits for a console that is about to leave it, and says so.</summary>
    /// <exception cref="StartRefusedException">It cannot be had.</exception>
    public static async Task<FolderLock> TakeAsync(string folder, TimeProvider time, Action<string> tell)
    {
        var until = time.GetUtcNow() + Patience;
        for (var waits = false; time.GetUtcNow() < until; waits = true)
        {
            var leaving = Holder(folder) is { IsStopping: true } holder ? holder : null;
            if ((leaving is null && !waits) || !IsHeld(folder))
                break;
            if (!waits)
                tell($"The console with process id {leaving!.ProcessId} is stopping; waiting for the data folder {folder} that it still holds.");
            await Task.Delay(Pause, time);
        }

        return Take(folder);
    }

    /// <summary>Makes the folder (for this user only) and takes it.</summary>
    public static FolderLock Take(string folder)
    {
        try
        {
            PrivateFiles.CreateFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{ConsoleSettings.DataFolder}: {folder} cannot be made or opened. Give a folder that this user may write to.", e);
        }

        try
        {
            return new FolderLock(folder, Open(folder));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartRefusedException($"{ConsoleSettings.DataFolder}: {folder} belongs to another user. Give a folder of your own.", e);
        }
        catch (IOException e)
        {
            throw new StartRefusedException(Held(folder), e);
        }
    }

    /// <summary>True when a console holds the folder now.</summary>
    public static bool IsHeld(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "console.lock")))
            return false;
        try
        {
            using var free = Open(folder);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>The console that holds the folder, as it said itself, or null.</summary>
    public static FolderHolder? Holder(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<FolderHolder>(File.ReadAllText(Path.Combine(folder, HolderFile)), JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Says who holds the folder.</summary>
    public void Sign(FolderHolder holder)
        => PrivateFiles.Write(Path.Combine(_folder, HolderFile), JsonSerializer.Serialize(holder, JsonSerializerOptions.Web));

    public void Dispose()
    {
        File.Delete(Path.Combine(_folder, HolderFile));
        _lock.Dispose();
    }

    private static FileStream Open(string folder)
        => new(Path.Combine(folder, "console.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static string Held(string folder) => Holder(folder) switch
    {
        { IsStopping: true, ProcessId: var id } => $"The data folder {folder} is held by the console with process id {id}, which was told to stop and has not ended. "
            + $"Wait for it, end that process, or give another {ConsoleSettings.DataFolder}.",
        { } holder => $"The data folder {folder} is held by the console with process id {holder.ProcessId}"
            + $"{(holder.Address is { } address ? $" at {address}" : "")}. Use that one, stop it, or give another {ConsoleSettings.DataFolder}.",
        null => $"The data folder {folder} is held by another console. Stop it, or give another {ConsoleSettings.DataFolder}.",
    };
}
