
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

    private static async Task<string?> InstallAsync() => Shell.Has("az") ? null : await AptPackage.InstallAsync(Install);
}
