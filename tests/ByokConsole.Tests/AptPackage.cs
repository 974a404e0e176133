using System.Diagnostics;

namespace ByokConsole.Tests;

/// <summary>Debian's package of a program that tests run, installed where that may be done.</summary>
internal static class AptPackage
{
    /// <summary>Null when it is there afterwards, else why not.</summary>
    public static async Task<string?> InstallAsync(string command)
    {
        if (!File.Exists("/usr/bin/apt-get") || !Environment.IsPrivilegedProcess)
            return "only root can install it";
        var (code, _, errors) = await RunAsync(command) is { Code: 0 } done ? done : await RunAsync($"apt-get update && {command}");
        return code == 0 ? null : errors.Split('\n').LastOrDefault(line => line.Length > 0) ?? "apt-get failed";
    }

    /// <summary>With the environment of whoever runs the tests: how this machine reaches its packages may stand in it.</summary>
    private static Task<EndedProgram> RunAsync(string command)
        => EndedProgram.RunAsync(new ProcessStartInfo("bash", ["-c", command]) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } });
}
