using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ByokConsole.Core.Shell;

namespace ByokConsole.Tests.RealClients.JavaScript;

/// <summary>
/// Microsoft's libraries from npm, of exactly the versions in <c>package-lock.json</c>. They are installed once into the temporary folder; where there
/// is no npm, the tests that need them are skipped, or fail under <c>CI=true</c>.
/// </summary>
internal static class JavaScriptSdk
{
    private const string Prelude = """
        import {
          all, cryptoOf, keysOf, often, refusal, roleAssignments, roleDefinitions, subscriptionId, tell, tenantId, vaults
        } from './clients.mjs';

        """;

    private static readonly string Source = Path.Combine(Repository.Root, "tests", "ByokConsole.Tests", "RealClients", "JavaScript");
    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    /// <summary>A folder for these versions: another lock file goes into another.</summary>
    private static readonly string Folder = Path.Combine(
        Path.GetTempPath(), $"byok-azure-js-{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Source, "package-lock.json"))))[..12]}");

    /// <summary>Runs a script against a sandbox; what it told.</summary>
    public static async Task<JsonNode> RunAsync(string envFile, string script)
    {
        if (!Shell.IsThere)
            Missing.Skip("The tests with Microsoft's JavaScript libraries need Linux: sandbox.env is a file for its shells and programs.");
        if (await Installed.Value is { } reason)
            Missing.Skip($"Microsoft's JavaScript libraries are not there ({reason}). To run their tests: apt-get install -y nodejs npm");
        var file = Path.Combine(Folder, $"{Guid.NewGuid():N}.mjs");
        await File.WriteAllTextAsync(file, Prelude + script, TestContext.Current.CancellationToken);
        try
        {
            return (await Shell.RunAsync(envFile, $"exec node {ShellText.Quote(file)}", folder: Folder)).Json;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string?> InstallAsync()
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in (string[])["package.json", "package-lock.json", "clients.mjs"])
            File.Copy(Path.Combine(Source, file), Path.Combine(Folder, file), overwrite: true);
        // npm writes this file last.
        if (File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
            return null;
        try
        {
            var npm = await EndedProgram.RunAsync(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]) { WorkingDirectory = Folder });
            return npm.Code == 0 ? null : npm.Errors;
        }
        catch (Win32Exception problem)
        {
            return problem.Message;
        }
    }
}
