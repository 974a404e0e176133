using System.Diagnostics;

namespace ByokConsole.Tests.Cli;

/// <summary>The documented script for byok, run as it stands.</summary>
[Collection(CliCollection.Name)]
public sealed class PipelineTests(CliConsole console)
{
    public static bool IsUnix => !OperatingSystem.IsWindows();

    [Fact(SkipUnless = nameof(IsUnix), Skip = "Needs bash.")]
    public async Task It_goes_in_and_out_and_says_what_there_is()
    {
        using var folder = new TemporaryFolder();
        var shim = Path.Combine(folder.Path, "byok");
        await File.WriteAllTextAsync(shim, $"#!/bin/sh\nexec dotnet exec '{ByokExecutable.Path}' \"$@\"\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(shim, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "docs", "pipelines", "encrypted-cluster-byok.sh")])
        {
            Environment =
            {
                ["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}",
                ["BYOK_SERVER"] = console.Address.ToString(), ["KEY_ID"] = "https://kv-orders-eus.vault.azure.net/keys/audit-cmk",
                ["KEY_VAULT_ID"] = CliConsole.Vault("kv-orders-eus"), ["TENANT_ID"] = CliConsole.Tenant,
                ["ENVIRONMENT_ID"] = "env-9kx2v", ["REGION"] = "eastus", ["CLUSTER_NAME"] = "pipeline",
            },
        };

        var ended = await EndedProgram.RunAsync(start, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(ended.Code == 0, ended.Errors);
        Assert.Matches(@"\| Status +\| UP ", ended.Output);
        Assert.Contains("The cluster is deleted, every version of the key disabled, the grants removed.", ended.Output, StringComparison.Ordinal);
        var clusters = (await console.RunAsync("cluster", "list", "--environment", "env-9kx2v", "-o", "json")).Ends(0);
        Assert.DoesNotContain(clusters.Json.AsArray(), cluster => (string?)cluster!["display_name"] == "pipeline");
    }
}
