using System.Diagnostics;
using ByokConsole.Tests.Core.AsCode.Languages;

namespace ByokConsole.Tests.RealClients;

/// <summary>
/// Microsoft's command line for Azure. Where it is missing, Debian's package is installed if that may be done; otherwise its tests are skipped, and
/// fail under <c>CI=true</c>.
/// </summary>
internal static class AzureCli
{
    private const string Install = "apt-get install -y --no-install-recommends azure-cli";

    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    public static async Task NeedAsync()
    {
        if (!Shell.IsThere)
            Missing.Skip("The tests with az need Linux: sandbox.env is a file for its shells and programs.");
        if (await Installed.Value is { } reason)
            Missing.Skip($"The Azure CLI is not there ({reason}). To run its tests: {Install}");
    }

    private static async Task<string?> InstallAsync()
    {
        if (Shell.Has("az"))
            return null;
        if (!Shell.Has("apt-get") || !Environment.IsPrivilegedProcess)
            return "only root can install it";
        var ran = await RootAsync(Install) is { Code: 0 } done ? done : await RootAsync($"apt-get update && {Install}");
        return ran.Code == 0 ? null : ran.Errors.Split('\n').LastOrDefault(line => line.Length > 0) ?? "apt-get failed";
    }

    /// <summary>With the environment of whoever runs the tests: how this machine reaches its packages may stand in it.</summary>
    private static async Task<Ran> RootAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var bash = Process.Start(start)!;
        var errors = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return new(bash.ExitCode, output, await errors);
    }
}
