namespace ByokConsole.Sandbox.State;

/// <summary>Files that only their owner may read. Written whole beside the place and moved there, so that no reader sees half a file.</summary>
internal static class PrivateFile
{
    public static void Write(string path, string text)
    {
        var next = path + ".next";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(next, options))
            writer.Write(text);
        File.Move(next, path, overwrite: true);
    }
}
