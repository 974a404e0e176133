using System.Diagnostics;
using ByokConsole.Sandbox;
using ByokConsole.Web.Hosting;

namespace ByokConsole.TestProcesses;

/// <summary>How the product's programs are started: the same on every machine, whatever its own environment says.</summary>
public static class Programs
{
    /// <summary>A proxy that is not there: what does not go to the sandbox goes nowhere, in Live mode too.</summary>
    private const string Nowhere = "http://127.0.0.1:9";

    /// <summary>A console with this data folder on a free port; unless told otherwise, with a sandbox inside. The last of two values of a setting holds.</summary>
    public static ProcessStartInfo Console(string dataFolder, params IEnumerable<string> more)
        => Start(typeof(ConsoleApplication).Assembly.Location, ["--urls", "http://127.0.0.1:0", "--DataFolder", dataFolder, "--Sandbox:Port", "0", .. more]);

    /// <summary>The same, attached to the sandbox that wrote this file.</summary>
    public static ProcessStartInfo AttachedConsole(string dataFolder, string envFile, params IEnumerable<string> more)
        => Console(dataFolder, ["--Sandbox:EnvFile", envFile, .. more]);

    /// <summary>The sandbox alone; its file is where <see cref="SandboxEnvironment.FileIn"/> says.</summary>
    public static ProcessStartInfo Sandbox(string dataFolder) => Start(typeof(SandboxServer).Assembly.Location, ["--port", "0", "--data", dataFolder]);

    /// <summary>A program of ours that was built, with just these arguments; from the top of the repository, whose settings then hold.</summary>
    public static ProcessStartInfo Start(string assembly, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment.Remove("NO_PROXY");
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["HTTPS_PROXY"] = Nowhere;
        return start;
    }
}
