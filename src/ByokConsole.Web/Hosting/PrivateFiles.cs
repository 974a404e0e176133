namespace ByokConsole.Web.Hosting;

/// <summary>Files and folders that only this user may read. On Windows the user's profile is private already.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        const UnixFileMode Owner = OwnerFile | UnixFileMode.UserExecute;
        Directory.CreateDirectory(folder, Owner);
        // It may have been there, and open to others.
        File.SetUnixFileMode(folder, Owner);
    }

    /// <summary>Writes beside and moves, so that a reader never sees half a file, and the mode holds from the first byte.</summary>
    public static void Write(string file, string text)
    {
        var beside = file + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        using (var writer = new StreamWriter(beside, options))
            writer.Write(text);
        File.Move(beside, file, overwrite: true);
    }
}
