using System.Text.Json.Nodes;
using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.AsCode.Grants;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Shell;
using ByokConsole.Tests.Core.AsCode.Languages;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

/// <summary>The scripts that the console writes for curl, run by a real bash and a real curl: what they send is what the clouds take.</summary>
[Collection(ConfluentSandbox.Name)]
public sealed class WrittenScriptTests(ConfluentSandbox sandbox) : ConfluentTests(sandbox)
{
    private const string Name = "it's $(touch pwned) \"größe\"";

    public static bool HasCurl => Bash.IsThere && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "curl")));

    [Fact(SkipUnless = nameof(HasCurl), Skip = "Needs bash and curl.")]
    public async Task A_key_is_registered_granted_and_given_to_a_cluster_and_a_second_grant_changes_nothing()
    {
        using var bash = new Bash();
        // The scripts wait by seconds for what the sandbox does at once.
        bash.Put("sleep", "exec /bin/sleep 0.2");
        var creating = RunAsync(bash, ClusterCode.Write(ClusterForm.Curl, Wanted()));
        var registration = await RegisteredAsync(creating);
        var grant = GrantCode.Write(GrantForm.Rest, new(VaultResourceId.Parse(VaultId(Vault)), Tenant, Guid.Parse((string)registration["key"]!["application_id"]!)));
        await TakeTokensAsync(bash);

        var first = await RunAsync(bash, grant);
        var second = await RunAsync(bash, grant);
        var created = await creating;

        Assert.Contains("Both roles are assigned", first.Output, StringComparison.Ordinal);
        Assert.Equal((0, first.Output), (second.Code, second.Output));
        Assert.True(created.Code == 0, created.Errors + created.Output);
        var cluster = Assert.Single((await Cloud.ConfluentAsync(Get, $"/cmk/v2/clusters?environment={Cloud.Environment.EnvironmentId}&page_size=100")).Expect(200).Json["data"]!.AsArray(),
            found => (string?)found!["spec"]!["display_name"] == Name);
        Assert.Equal((string?)registration["id"], (string?)cluster!["spec"]!["byok"]!["id"]);
        Assert.False(bash.IsPwned);
    }

    private Guid Tenant => Guid.Parse(Cloud.Environment.TenantId);

    private ClusterTarget Wanted() => new()
    {
        EnvironmentId = Cloud.Environment.EnvironmentId,
        DisplayName = Name,
        Region = "eastus",
        Availability = Availability.SingleZone,
        Cku = 1,
        Key = new(VaultResourceId.Parse(VaultId(Vault)), KeyIdentifier.Create(Vault, Key), Tenant) { RegistrationName = Name },
    };

    private async Task<JsonNode> RegisteredAsync(Task<EndedProgram> script)
    {
        while (true)
        {
            var found = (await Cloud.ConfluentAsync(Get, "/byok/v1/keys?page_size=100")).Expect(200).Json["data"]!.AsArray()
                .FirstOrDefault(key => (string?)key!["display_name"] == Name);
            if (found is not null)
                return found;
            if (script.IsCompleted)
                Assert.Fail((await script).Errors);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
    }

    private async Task TakeTokensAsync(Bash bash)
    {
        bash.Environment["AZURE_TOKEN"] = (await Cloud.TokenAsync("https://management.azure.com/.default")).Expect(200)["access_token"]!;
        bash.Environment["GRAPH_TOKEN"] = (await Cloud.TokenAsync("https://graph.microsoft.com/.default")).Expect(200)["access_token"]!;
    }

    private Task<EndedProgram> RunAsync(Bash bash, string script)
        => bash.RunAsync($". {ShellText.Quote(Sandbox.Server.EnvFile)}\n{script}");
}
