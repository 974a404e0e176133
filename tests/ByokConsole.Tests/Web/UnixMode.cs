namespace ByokConsole.Tests.Web;

/// <summary>Who may read a file. Windows keeps the user's profile private by itself.</summary>
internal static class UnixMode
{
    public static void SkipElsewhere() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the profile private by itself.");

    public static UnixFileMode Of(string path) => OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    public static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
