using System.Text.Json.Nodes;
using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Tests.Core.AsCode.Grants;
using ByokConsole.Tests.Core.AsCode.Languages;

namespace ByokConsole.Tests.Core.AsCode.Clusters;

/// <summary>The script is run by a real bash, with a curl that writes down what it was asked.</summary>
public sealed class CurlClusterTests : IDisposable
{
    private const string Secret = "s3cr3t/+";
    private readonly Bash _bash = new();

    public CurlClusterTests()
    {
        (_bash.Environment["CONFLUENT_CLOUD_API_KEY"], _bash.Environment["CONFLUENT_CLOUD_API_SECRET"]) = ("KEY1", Secret);
        _bash.Put("sleep", "");
        _bash.Put("curl", """
            cat >> "$HERE/config"
            printf '%s\n' "$@" >> "$HERE/arguments"
            while [ $# -gt 0 ]; do case "$1" in --request) METHOD=$2;; --url) URL=$2;; --data) DATA=$2;; esac; shift; done
            printf '%s\0%s\0%s\1' "$METHOD" "$URL" "$DATA" >> "$HERE/calls"
            case "$METHOD $URL" in
              "POST"*keys) echo '{"display_name":"\"id\":\"cck-stolen\"","id":"cck-n3w","key":{"application_id":"app"}}';;
              "GET"*keys*) echo '{"validation":{"phase":"VALID"}}';;
            esac
            """);
    }

    public static bool HasBash => Bash.IsThere;

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task It_Registers_Waits_For_The_Grants_And_Creates_With_The_New_Registration()
    {
        var calls = await RunAsync(ClusterSamples.Wanted);

        Assert.Equal(
            ["POST https://api.confluent.cloud/byok/v1/keys", "GET https://api.confluent.cloud/byok/v1/keys/cck-n3w", "POST https://api.confluent.cloud/cmk/v2/clusters"],
            calls.Select(call => $"{call.Method} {call.Address}"));
        var key = calls[0].Body!;
        Assert.Equal(Hostile.Name, key["display_name"]!.GetValue<string>());
        Assert.Equal(
            ("AzureKey", ClusterSamples.Wanted.Key!.Key.ToString(), GrantSamples.Odd.Vault.ToString(), GrantSamples.Odd.TenantId.ToString()),
            (Text(key, "key", "kind"), Text(key, "key", "key_id"), Text(key, "key", "key_vault_id"), Text(key, "key", "tenant_id")));
        var spec = calls[2].Body!["spec"]!;
        Assert.Equal(
            (Hostile.Name, "MULTI_ZONE", "AZURE", "eastus", "Dedicated", "env-9kx2v", "n-7q2k", "cck-n3w"),
            (Text(spec, "display_name"), Text(spec, "availability"), Text(spec, "cloud"), Text(spec, "region"), Text(spec, "config", "kind"),
                Text(spec, "environment", "id"), Text(spec, "network", "id"), Text(spec, "byok", "id")));
        Assert.Equal(2, spec["config"]!["cku"]!.GetValue<int>());
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task A_Registered_Key_Is_Named_And_Automatic_Encryption_Names_None()
    {
        Assert.Equal("cck-1a2b3", Text(Assert.Single(await RunAsync(ClusterSamples.Registered)).Body!, "spec", "byok", "id"));
        Assert.Null(Assert.Single(await RunAsync(ClusterSamples.Automatic)).Body!["spec"]!["byok"]);
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task A_Cluster_That_Exists_Is_Read_And_Never_Asked_For_A_Second_Time()
    {
        var call = Assert.Single(await RunAsync(ClusterSamples.Existing));

        Assert.Equal(("GET", "https://api.confluent.cloud/cmk/v2/clusters/lkc-9x8y7?environment=env-9kx2v"), (call.Method, call.Address));
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task The_Secret_Is_Neither_Printed_Nor_On_A_Command_Line_And_Without_It_Nothing_Is_Asked()
    {
        var (_, output, errors) = await _bash.RunAsync(ClusterCode.Write(ClusterForm.Curl, ClusterSamples.Wanted), "-x");
        Assert.Contains($"user = \"KEY1:{Secret}\"", _bash.Read("config"), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output + errors + _bash.Read("arguments"), StringComparison.Ordinal);

        File.Delete(Path.Combine(_bash.Folder, "calls"));
        _bash.Environment["CONFLUENT_CLOUD_API_SECRET"] = "";
        Assert.NotEqual(0, (await _bash.RunAsync(ClusterCode.Write(ClusterForm.Curl, ClusterSamples.Wanted))).Code);
        Assert.False(File.Exists(Path.Combine(_bash.Folder, "calls")));
    }

    public void Dispose() => _bash.Dispose();

    private static string Text(JsonNode node, params string[] path) => path.Aggregate(node, (at, name) => at[name]!).GetValue<string>();

    private async Task<List<(string Method, string Address, JsonNode? Body)>> RunAsync(ClusterTarget target)
    {
        File.Delete(Path.Combine(_bash.Folder, "calls"));
        var (code, _, errors) = await _bash.RunAsync(ClusterCode.Write(ClusterForm.Curl, target));
        Assert.True(code == 0, errors);
        Assert.False(_bash.IsPwned);
        return [.. _bash.Read("calls").Split('\u0001')[..^1].Select(call => call.Split('\0'))
            .Select(parts => (parts[0], parts[1], parts[2].Length == 0 ? null : JsonNode.Parse(parts[2])))];
    }
}
